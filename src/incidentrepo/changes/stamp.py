"""Who does something, when it happened, and the random part of what it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime

from incidentrepo.model.ids import make_entry_id, make_follow_up_id
from incidentrepo.model.time import Time, time_of
from incidentrepo.model.timeline import EntryKind


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """`now` is when it is written down, `at` when it happened; `choose` picks one of many at random."""

    by: str
    at: Time
    now: datetime
    choose: Callable[[str], str]

    def entry(self, kind: EntryKind, **fields: object) -> Mapping[str, object]:
        """Return a new timeline entry; fields that are None or empty are left out."""
        given = {_FIELD_NAMES.get(name, name): value for name, value in fields.items()}
        return {
            "id": make_entry_id(self.choose),
            "at": self.at.text,
            "by": self.by,
            "entry": str(kind),
            **{name: value for name, value in given.items() if value not in (None, "", False)},
        }

    def follow_up_id(self) -> str:
        """Return a new follow-up's id."""
        return make_follow_up_id(self.choose)


# `from` is a word of Python's.
_FIELD_NAMES = {"before": "from", "after": "to"}


def stamp_of(*, by: str, now: datetime, choose: Callable[[str], str], at: Time | None = None) -> Stamp:
    """Return the stamp of something done now, or that happened at another time."""
    return Stamp(by=by, at=at or time_of(now.astimezone(UTC)), now=now, choose=choose)
