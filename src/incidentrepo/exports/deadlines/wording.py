"""A deadline in words, the same in every format that people read."""

from datetime import datetime
from datetime import time as clock

from incidentrepo.model.deadline import Deadline
from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.duty import DutyKind

NOBODY = "nobody yet"


def say_what(entry: Deadline) -> str:
    """Return what is owed, and for which incident where that does not say it by itself."""
    duty = entry.duty
    what = duty.subject if duty.name == DutyKind.FOLLOW_UP else f"{duty.subject}: {entry.title}"
    return f"waived until then, {what}" if duty.is_waived and not entry.is_overdue else what


def say_when(entry: Deadline, now: datetime) -> str:
    """Return how far away it is, or how long ago it was due."""
    distance = describe_elapsed(abs(now - entry.due_at))
    if not entry.is_overdue:
        return f"in {distance}"
    return f"{distance} ago" if entry.duty.is_nudge else f"{distance} overdue"


def say_due(due_at: datetime) -> str:
    """Return when something is due: a day, or an hour of it."""
    return f"{due_at:%Y-%m-%d}" if due_at.time() == clock.max else f"{due_at:%Y-%m-%d %H:%M}"
