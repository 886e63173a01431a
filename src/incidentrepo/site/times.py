"""Times and durations in the words people read, in the policy's zone."""

from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

from markupsafe import Markup

from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.time import Precision, Time

MONTHS = (
    *("January", "February", "March", "April", "May", "June", "July"),
    *("August", "September", "October", "November", "December"),
)
_WEEKDAYS = ("Monday", "Tuesday", "Wednesday", "Thursday", "Friday", "Saturday", "Sunday")


@dataclass(frozen=True, slots=True, kw_only=True)
class Clock:
    """Writes times as HTML in one zone, and ages as seen at one moment."""

    zone: ZoneInfo
    now: datetime

    def moment(self, time: Time) -> Markup:
        """Return day, time of day and offset, as exactly as the time is known."""
        if time.is_exact:
            return self.instant(time.earliest)
        return _element(_machine(time), _as_written(time))

    def instant(self, at: datetime) -> Markup:
        """Return an instant's day, time of day and offset."""
        local = at.astimezone(self.zone)
        text = f"{describe_day(local.date())}, {local:%H:%M} {describe_offset(local)}"
        return _element(_utc(at), text)

    def time_of_day(self, time: Time) -> Markup:
        """Return the time of day alone, for use under a heading with the day."""
        if time.is_exact:
            local = time.earliest.astimezone(self.zone)
            return _element(_utc(time.earliest), f"{local:%H:%M}")
        written = time.text[11:16] if time.precision >= Precision.MINUTE else ""
        return _element(_machine(time), written) if written else Markup()

    def day(self, time: Time) -> Markup:
        """Return the day alone."""
        local = self.date_of(time)
        text = describe_day(local) if local else _as_written(time)
        return _element(local.isoformat() if local else _machine(time), text)

    def date_of(self, time: Time) -> date | None:
        """Return the day in this zone, or None where only a month or a year is known."""
        return time.earliest.astimezone(self.zone).date() if time.is_exact else time.day

    def year_of(self, time: Time) -> int:
        """Return the year in this zone."""
        local = self.date_of(time)
        return local.year if local else int(time.text[:4])

    def month_of(self, time: Time) -> str:
        """Return the month, as `November 2026`; the year alone where no more is known."""
        local = self.date_of(time)
        if local:
            return f"{MONTHS[local.month - 1]} {local.year}"
        return _as_written(time)

    def age(self, at: datetime) -> str:
        """Return how long ago `at` was: `20 min ago`."""
        return f"{describe_elapsed(max(self.now - at, timedelta()))} ago"

    def offset_at(self, time: Time) -> str:
        """Return this zone's offset at that time, as `UTC+1`."""
        return describe_offset(time.earliest.astimezone(self.zone))


def describe_day(day: date) -> str:
    """Return `2 Nov 2026`."""
    return f"{day.day} {MONTHS[day.month - 1][:3]} {day.year}"


def describe_weekday(day: date) -> str:
    """Return `Monday, 2 November 2026`."""
    return f"{_WEEKDAYS[day.weekday()]}, {day.day} {MONTHS[day.month - 1]} {day.year}"


def describe_offset(local: datetime) -> str:
    """Return an aware time's distance from UTC, as `UTC`, `UTC+1` or `UTC-3:30`."""
    minutes = round((local.utcoffset() or timedelta()).total_seconds() / 60)
    hours, rest = divmod(abs(minutes), 60)
    sign = "-" if minutes < 0 else "+"
    return "UTC" if not minutes else f"UTC{sign}{hours}{f':{rest:02}' if rest else ''}"


def elapsed_between(start: Time | None, end: Time | None) -> timedelta | None:
    """Return the time between two instants; None where one is unknown, not exact, or before the other."""
    if start is None or end is None or not (start.is_exact and end.is_exact):
        return None
    elapsed = end.earliest - start.earliest
    return elapsed if elapsed >= timedelta() else None


def _element(machine: str, text: str) -> Markup:
    # Digits and our own words alone: a time's text has passed a pattern.
    return Markup(f'<time datetime="{machine}">{text}</time>')  # noqa: S704


def _as_written(time: Time) -> str:
    if time.precision is Precision.YEAR:
        return time.text
    if time.precision is Precision.MONTH:
        return f"{MONTHS[int(time.text[5:7]) - 1]} {time.text[:4]}"
    day = describe_day(date.fromisoformat(time.text[:10]))
    if time.precision is Precision.DAY:
        return day
    return f"{day}, {time.text[11:16]} (zone unknown)"


def _machine(time: Time) -> str:
    """Return what a `datetime` attribute may hold."""
    return time.text[:16] if time.precision >= Precision.MINUTE else time.text


def _utc(at: datetime) -> str:
    return f"{at.astimezone(UTC).replace(tzinfo=None).isoformat(timespec='seconds')}Z"
