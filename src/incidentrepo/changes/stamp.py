"""Who does something, when it happened, and the random part of what it is called."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta

from incidentrepo.model.ids import make_entry_id, make_follow_up_id
from incidentrepo.model.time import Time, time_of
from incidentrepo.model.timeline import EntryKind
from incidentrepo.model.told import write_told


@dataclass(frozen=True, slots=True, kw_only=True)
class Stamp:
    """
    `now` is when it is written down, `at` when it happened; `choose` picks one of many at random.

    `is_for_another` says that somebody else than `by` is at the keyboard.
    """

    by: str
    at: Time
    now: datetime
    choose: Callable[[str], str]
    is_for_another: bool = False

    @property
    def told(self) -> str:
        """Who did it and when, where a commit does not say so by itself; else nothing."""
        is_later = abs(self.at.latest - self.now) >= timedelta(seconds=1)
        return write_told(by=self.by if self.is_for_another else None, at=self.at if is_later else None)

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


def stamp_of(
    *,
    by: str,
    now: datetime,
    choose: Callable[[str], str],
    at: Time | None = None,
    is_for_another: bool = False,
) -> Stamp:
    """Return the stamp of something done now, or that happened at another time."""
    happened = at or time_of(now.astimezone(UTC))
    return Stamp(by=by, at=happened, now=now, choose=choose, is_for_another=is_for_another)
