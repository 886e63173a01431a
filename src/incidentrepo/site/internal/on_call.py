"""Who is on call: whom do I reach now, and who is next?"""

from dataclasses import dataclass
from datetime import datetime

from incidentrepo.model.rotation import Rotation
from incidentrepo.rotations import Turn, list_turns
from incidentrepo.site.internal.context import Context, is_counted
from incidentrepo.site.links import service_path, tag_path
from incidentrepo.site.page import Page

ON_CALL_PATH = "on-call/"
_TURNS = 4


@dataclass(frozen=True, slots=True, kw_only=True)
class RotationNow:
    """
    A rotation with whose turn it is, and who follows.

    `covers` are the services and tags that it is for, each with its page; none where it is for all.
    """

    rotation: Rotation
    covers: tuple[tuple[str, str], ...]
    now: Turn
    next: tuple[tuple[datetime | None, Turn], ...]


def make_on_call(context: Context) -> Page:
    """Return the page of who has which role now: by rotation, and in what is open."""
    edition = context.edition
    return context.page(
        "internal/on_call.html",
        ON_CALL_PATH,
        title="Who is on call",
        description=f"Whom to reach at {edition.organisation} now, and who is next.",
        rotations=list_rotations(context, turns=_TURNS),
        burning=[one for one in edition.incidents if is_counted(one) and one.is_on_fire],
        paths=context.paths,
    )


def list_rotations(context: Context, *, turns: int) -> tuple[RotationNow, ...]:
    """Return each rotation with its turn now and those that follow, `turns` together."""
    return tuple(_read_rotation(rotation, context.clock.now, turns) for rotation in context.edition.rotations)


def _read_rotation(rotation: Rotation, now: datetime, turns: int) -> RotationNow:
    current, *following = list_turns(rotation, now, turns)
    begins = (current.until, *(turn.until for turn in following))
    return RotationNow(
        rotation=rotation,
        covers=(
            *((name, service_path(name)) for name in rotation.services),
            *((name, tag_path(name)) for name in rotation.tags),
        ),
        now=current,
        next=tuple(zip(begins, following, strict=False)),
    )
