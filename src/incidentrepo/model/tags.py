"""What incidents are about: the tags and services of `tags.yaml`."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Tag:
    """A tag or a service, who answers for it, and who is called when it hurts."""

    name: str
    description: str = ""
    owner: str | None = None
    responders: tuple[str, ...] = ()
    template: str | None = None
    is_service: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Tags:
    """All tags and services by name; `is_declared` is false where there is no such file."""

    by_name: Mapping[str, Tag]
    is_declared: bool

    def responders_for(self, names: tuple[str, ...]) -> tuple[str, ...]:
        """Return the default responders of these tags and services, each once, in order."""
        found = (self.by_name[name].responders for name in names if name in self.by_name)
        return tuple(dict.fromkeys(handle for handles in found for handle in handles))


NO_TAGS = Tags(by_name={}, is_declared=False)
