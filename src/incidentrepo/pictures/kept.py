"""What is left of a picture, or why nothing is."""

from dataclasses import dataclass, field


class UnclearPictureError(ValueError):
    """A picture, or what calls itself one, of which a part is not understood; it says why."""


@dataclass(frozen=True, slots=True, kw_only=True)
class CleanPicture:
    """A picture that shows what it showed; `taken_out` names what else was in it, each sort once."""

    data: bytes
    suffix: str
    taken_out: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Scraps:
    """What is taken out of one picture, by its sort, in the order in which it stood."""

    sorts: dict[str, None] = field(default_factory=dict)

    def add(self, sort: str) -> None:
        """Note that something of this sort is left behind."""
        self.sorts[sort] = None
