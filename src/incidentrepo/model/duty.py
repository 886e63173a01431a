"""Something that policy owes: what, since when, within, and how it was paid."""

from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from enum import StrEnum

_EPOCH = datetime(1970, 1, 1, tzinfo=UTC)


class DutyKind(StrEnum):
    """The built-in duties; an organisation's own carry their own names."""

    POSTMORTEM = "postmortem"
    REVIEW = "review"
    FOLLOW_UP = "follow-up"
    UPDATE = "update"
    STALE = "stale-incident"


NEVER_WAIVED = frozenset({DutyKind.UPDATE, DutyKind.STALE})
"""What one line pays, which is not worth a waiver."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Duty:
    """
    One thing owed for one incident; all instants are aware and in the policy's zone.

    `follow_up` is the id of the follow-up that a follow-up duty is about; `subject` says what is
    owed in a few words; `satisfied_at` is when it was paid, `is_waived` whether it is let off,
    `waived_until` when that leave runs out, and `waived_by` who gave it. A nudge is shown, and fails
    nothing. `is_own` says that it is of the organisation's own making; `satisfied_by` and `field` are
    as in `DutyPolicy`, and for a duty of ours the word for what pays it. What bars closing has to be
    paid first, whatever the clock says.
    """

    name: str
    incident: str
    subject: str
    owed_by: str | None
    since: datetime
    due_at: datetime
    within: str
    follow_up: str | None = None
    is_satisfied: bool = False
    satisfied_at: datetime | None = None
    is_waived: bool = False
    waived_until: datetime | None = None
    waived_by: str | None = None
    is_nudge: bool = False
    is_own: bool = False
    satisfied_by: str = ""
    field: str = ""
    bars_closing: bool = False

    @property
    def is_open(self) -> bool:
        """Whether it still has to be paid; leave that runs out counts, as no day changes the answer."""
        return not self.is_satisfied and not self.is_waived

    @property
    def is_late(self) -> bool:
        """Whether it was paid after its time: a number for reports, and never a finding."""
        paid_at = self.satisfied_at if self.is_satisfied else None
        return paid_at is not None and _elapsed(paid_at) > _elapsed(self.due_at)

    def is_overdue(self, now: datetime) -> bool:
        """Whether it should have been paid before `now`."""
        if self.is_satisfied or _elapsed(self.due_at) >= _elapsed(now):
            return False
        until = self.waived_until
        return not self.is_waived or (until is not None and _elapsed(until) < _elapsed(now))


def _elapsed(instant: datetime) -> timedelta:
    """Return what sorts instants as they come: in one zone, Python compares what the clocks show."""
    return instant - _EPOCH
