"""When something happened, as exactly as the person who wrote it knew."""

import re
from calendar import monthrange
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta, timezone
from datetime import time as clock
from enum import IntEnum

# Offsets run from -12:00 to +14:00, so a zoneless time may be any of these instants.
_EASTERNMOST = timezone(timedelta(hours=14))
_WESTERNMOST = timezone(timedelta(hours=-12))

# Between these an instant has a date and a clock in every zone.
_FIRST = datetime.min.replace(tzinfo=_WESTERNMOST).astimezone(UTC)
_LAST = datetime.max.replace(tzinfo=_EASTERNMOST).astimezone(UTC)

_PATTERN = re.compile(
    r"(?P<year>[0-9]{4})"
    r"(?:-(?P<month>[0-9]{2})"
    r"(?:-(?P<day>[0-9]{2})"
    r"(?:[T ](?P<hour>[0-9]{2}):(?P<minute>[0-9]{2})"
    r"(?::(?P<second>[0-9]{2})(?:\.(?P<fraction>[0-9]{1,9}))?)?"
    r"(?P<zone>Z|[+-][0-9]{2}:[0-9]{2})?)?)?)?"
)

# What we write ourselves; no such day is missing from any month.
_PLAIN = re.compile(
    r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
)

LONG_AGO = datetime.min.replace(tzinfo=UTC)
"""Before all that anybody can write down: where what has no time is sorted."""


class Precision(IntEnum):
    """How exactly a time is known, coarsest first."""

    YEAR = 1
    MONTH = 2
    DAY = 3
    MINUTE = 4
    SECOND = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Time:
    """A time as written, and the instants (UTC, both included) between which it lies."""

    text: str
    earliest: datetime
    latest: datetime
    precision: Precision
    has_zone: bool

    def is_before(self, other: "Time") -> bool:
        """Whether this certainly was before `other`: no reading of the two says otherwise."""
        return self.latest < other.earliest

    @property
    def is_exact(self) -> bool:
        """Whether this is one instant: to the minute or better, with an offset."""
        return self.has_zone and self.precision >= Precision.MINUTE

    @property
    def day(self) -> date | None:
        """The calendar day as written, or None where only a month or a year is known."""
        return date.fromisoformat(self.text[:10]) if self.precision >= Precision.DAY else None

    def __str__(self) -> str:
        return self.text


def parse_time(text: str) -> Time:
    """
    Return the time that `text` states: ISO 8601 from a year to a fraction of a second.

    Raises `ValueError`, in words for the person who typed it.
    """
    if _PLAIN.fullmatch(text):
        # Nearly every time in a record is written so, and a repository holds hundreds of thousands.
        instant = datetime.fromisoformat(text)
        _refuse_edges(instant, instant, text)
        return Time(text=text, earliest=instant, latest=instant, precision=Precision.SECOND, has_zone=True)
    match = _PATTERN.fullmatch(text)
    if match is None:
        raise ValueError("it must look like 2026-11-02T09:14:00Z or 2026-11-02")
    parts = match.groupdict()
    precision = _precision(parts)
    start = _start(parts, text)
    end = _end(start, precision)
    zone = _zone(parts["zone"], text)
    if zone is not None:
        earliest, latest = _in_utc(start, zone, text), _in_utc(end, zone, text)
    else:
        earliest, latest = _in_utc(start, _EASTERNMOST, text), _in_utc(end, _WESTERNMOST, text)
    _refuse_edges(earliest, latest, text)
    return Time(text=text, earliest=earliest, latest=latest, precision=precision, has_zone=zone is not None)


def time_of(instant: datetime) -> Time:
    """Return an aware `instant` as the time that we write."""
    return parse_time(write_instant(instant))


def write_instant(instant: datetime) -> str:
    """Return an aware `instant` in UTC, to the second, ending in `Z`."""
    # Not strftime: on Linux it writes a year before 1000 with fewer than four digits.
    return f"{instant.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"


def _precision(parts: dict[str, str | None]) -> Precision:
    if parts["second"]:
        return Precision.SECOND
    if parts["minute"]:
        return Precision.MINUTE
    if parts["day"]:
        return Precision.DAY
    return Precision.MONTH if parts["month"] else Precision.YEAR


def _start(parts: dict[str, str | None], text: str) -> datetime:
    year, month, day, hour, minute, second = (int(parts[name] or lowest) for name, lowest in _LOWEST)
    microsecond = int((parts["fraction"] or "0").ljust(9, "0")[:6])
    try:
        # The zone comes after: one that is unknown stands for two.
        return datetime(year, month, day, hour, minute, second, microsecond)  # noqa: DTZ001
    except ValueError as error:
        raise ValueError(f"{text} does not exist in the calendar or on the clock") from error


_LOWEST = (("year", 1), ("month", 1), ("day", 1), ("hour", 0), ("minute", 0), ("second", 0))


def _end(start: datetime, precision: Precision) -> datetime:
    """Return the last microsecond that a time of this precision may mean."""
    if precision >= Precision.MINUTE:
        # What somebody noted to the minute is meant as that instant, not as a range of 60 seconds.
        return start
    last_month = 12 if precision is Precision.YEAR else start.month
    last_day = monthrange(start.year, last_month)[1] if precision < Precision.DAY else start.day
    return datetime.combine(date(start.year, last_month, last_day), clock.max)


def _zone(text: str | None, whole: str) -> timezone | None:
    if text is None:
        return None
    if text == "Z":
        return UTC
    hours, minutes = int(text[1:3]), int(text[4:6])
    if hours > 14 or minutes > 59:
        raise ValueError(f"{whole} has an offset that no place uses")
    offset = timedelta(hours=hours, minutes=minutes)
    return timezone(-offset if text[0] == "-" else offset)


def _in_utc(moment: datetime, zone: timezone, text: str) -> datetime:
    try:
        return moment.replace(tzinfo=zone).astimezone(UTC)
    except OverflowError as error:
        raise ValueError(_outside(text)) from error


def _refuse_edges(earliest: datetime, latest: datetime, text: str) -> None:
    """Raise `ValueError` where it lies in a year that there is not, if only in some other zone."""
    if earliest < _FIRST or latest > _LAST:
        raise ValueError(f"{_outside(text)} in some zones")


def _outside(text: str) -> str:
    return f"{text} lies outside the years 0001 to 9999"
