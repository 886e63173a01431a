"""Which deadlines to remind of today, so that nobody learns of one only when it has passed."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from incidentrepo.model.calendar import is_business_day
from incidentrepo.model.deadline import Deadline, Deadlines
from incidentrepo.model.policy import Calendar

_DAY = timedelta(days=1)
_AHEAD = 2
# Longer than any run of holidays; past it, a calendar without workdays would never end.
_FAR = timedelta(days=60)


class Occasion(StrEnum):
    """Why somebody is reminded; the values are words of the JSON."""

    IN_TWO_DAYS = "in_two_days"
    TODAY = "today"
    OVERDUE = "overdue"


@dataclass(frozen=True, slots=True, kw_only=True)
class Reminder:
    """One duty and the person who owes it, and why today."""

    deadline: Deadline
    occasion: Occasion


def due_reminders(deadlines: Deadlines, calendar: Calendar) -> tuple[Reminder, ...]:
    """
    Return what to remind of on the day of `deadlines`: what is overdue, due today, or due soon.

    Soon is two business days before, and what is due on a day on which nobody works is told on the last
    workday before: a schedule that runs on workdays misses nothing.
    """
    return tuple(_find(deadlines, calendar))


def _find(deadlines: Deadlines, calendar: Calendar) -> Iterator[Reminder]:
    today = deadlines.now.date()
    for entry in deadlines.entries:
        if entry.duty.is_nudge:
            continue
        occasion = _occasion(entry, today, calendar)
        if occasion is not None:
            yield Reminder(deadline=entry, occasion=occasion)


def _occasion(entry: Deadline, today: date, calendar: Calendar) -> Occasion | None:
    if entry.is_overdue:
        return Occasion.OVERDUE
    due_on = entry.due_at.date()
    # The business days before it, the nearest first; looked for only where it may be near.
    if due_on - today > _FAR:
        return None
    if due_on == today or (not is_business_day(due_on, calendar) and _before(due_on, 1, calendar) == today):
        return Occasion.TODAY
    return Occasion.IN_TWO_DAYS if _before(due_on, _AHEAD, calendar) == today else None


def _before(day: date, count: int, calendar: Calendar) -> date | None:
    """Return the business day so many before `day`, or None where there is none anywhere near."""
    first = day - _FAR
    while day > first:
        day -= _DAY
        count -= is_business_day(day, calendar)
        if not count:
            return day
    return None
