"""Deadlines: the same instant on every machine, whatever its own zone and language."""

from collections.abc import Iterator
from datetime import MINYEAR, UTC, date, datetime, timedelta
from datetime import time as clock
from functools import lru_cache
from itertools import islice

from incidentrepo.model.duration import Duration, Unit
from incidentrepo.model.policy import Calendar, Weekday
from incidentrepo.model.time import Precision, Time

_DAY = timedelta(days=1)


def deadline(since: datetime, within: Duration, calendar: Calendar) -> datetime:
    """
    Return the instant, in the calendar's zone, by which what is owed `since` then must be paid.

    Minutes and hours are elapsed time. Days end with the day: three business days from any time
    on a Monday last until the end of Thursday, in the policy's zone.
    """
    try:
        if within.is_clock_time:
            # Adding in UTC counts elapsed time; local arithmetic would lose or gain the hour at a
            # change of summer time.
            return in_zone(since.astimezone(UTC) + within.elapsed, calendar)
        return end_of_day(last_day(in_zone(since, calendar).date(), within, calendar), calendar)
    except OverflowError:
        return datetime.max.replace(tzinfo=calendar.zone)


# Incidents begin on some thousand days, and each day's answer takes a walk over the calendar.
@lru_cache(maxsize=4096)
def last_day(first: date, within: Duration, calendar: Calendar) -> date:
    """Return the day on which a time of whole days that starts on `first` runs out."""
    if within.unit is not Unit.BUSINESS_DAY:
        return first + within.elapsed
    if not within.count:
        return first
    return next(islice(_business_days_after(first, calendar), within.count - 1, None))


def end_of_day(day: date, calendar: Calendar) -> datetime:
    """Return the last microsecond of `day` in the calendar's zone."""
    # Where clocks go back at midnight, as in Cairo and Santiago, the last hour comes twice.
    return datetime.combine(day, clock.max, tzinfo=calendar.zone).replace(fold=1)


def as_deadline(time: Time, calendar: Calendar) -> datetime:
    """Return when a written deadline passes: a date ends with that day in the policy's zone."""
    if time.precision is Precision.DAY and time.day is not None:
        return end_of_day(time.day, calendar)
    return in_zone(time.latest, calendar)


def last_day_since(began: Time, within: Duration, calendar: Calendar) -> date:
    """Return the day on which a time of whole days that `began` then runs out."""
    return last_day(as_deadline(began, calendar).date(), within, calendar)


def in_zone(instant: datetime, calendar: Calendar) -> datetime:
    """Return `instant` in the calendar's zone, or the last or first one there is where it lies beyond."""
    try:
        return instant.astimezone(calendar.zone)
    except OverflowError:
        if instant.year == MINYEAR:
            return datetime.min.replace(tzinfo=calendar.zone)
        return datetime.max.replace(tzinfo=calendar.zone)


def is_business_day(day: date, calendar: Calendar) -> bool:
    """Whether people work on `day`."""
    return Weekday(day.weekday()) in calendar.workdays and day not in calendar.holidays


def _business_days_after(day: date, calendar: Calendar) -> Iterator[date]:
    while True:
        day += _DAY
        if is_business_day(day, calendar):
            yield day
