"""Who has a role now, computed from a calendar: turns change on the clocks of their own zone."""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock

from incidentrepo.model.calendar import is_business_day
from incidentrepo.model.duration import Unit
from incidentrepo.model.rotation import Override, Rotation
from incidentrepo.model.time import Precision

_DAY = timedelta(days=1)
# Somebody whose turn does not end within so many handovers has it for good.
_MOST_EDGES = 400


@dataclass(frozen=True, slots=True, kw_only=True)
class OnCall:
    """Whose turn it is, as what, and because of which tag or service."""

    person: str
    role: str
    because_of: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Turn:
    """Who has a role from one instant until another; None where nobody, or without an end in sight."""

    person: str | None
    until: datetime | None


def who_is_on_call(
    rotations: Iterable[Rotation], at: datetime, *, tags: tuple[str, ...] = (), services: tuple[str, ...] = ()
) -> tuple[OnCall, ...]:
    """Return who is on call at `at` for something with these tags and services."""
    found = []
    for rotation in rotations:
        because_of = rotation.covered_by(tags, services)
        person = find_holder(rotation, at) if because_of else None
        if because_of and person:
            found.append(OnCall(person=person, role=rotation.role, because_of=because_of))
    return tuple(found)


def find_holder(rotation: Rotation, at: datetime) -> str | None:
    """Return whose turn it is at `at`, or None before the first; of two stand-ins the later written."""
    for override in reversed(rotation.overrides):
        if _is_within(override, at, rotation):
            return override.person
    turn = _count_turns(rotation, at)
    return rotation.people[turn % len(rotation.people)] if turn >= 0 else None


def list_turns(rotation: Rotation, at: datetime, count: int) -> tuple[Turn, ...]:
    """Return whose turn it is at `at`, and who follows: `count` turns at most."""
    turns: list[Turn] = []
    # In UTC: two times of one zone are compared by what its clocks show.
    person, edge = find_holder(rotation, at), at.astimezone(UTC)
    for _ in range(_MOST_EDGES):
        edge = _next_edge(rotation, edge)
        following = find_holder(rotation, edge)
        if following != person:
            turns.append(Turn(person=person, until=edge))
            person = following
        if len(turns) == count:
            return tuple(turns)
    return (*turns, Turn(person=person, until=None))


def _next_edge(rotation: Rotation, at: datetime) -> datetime:
    """Return the first instant after `at` at which somebody else may have the role."""
    edges = [_next_handover(rotation, at)]
    for override in rotation.overrides:
        edges.extend(_span(override, rotation))
    return min(edge.astimezone(UTC) for edge in edges if edge > at)


def _next_handover(rotation: Rotation, at: datetime) -> datetime:
    if rotation.every.is_clock_time:
        start = _handover(rotation, rotation.starts_on).astimezone(UTC)
        length = rotation.every.elapsed or timedelta(minutes=1)
        return start + max(_count_turns(rotation, at) + 1, 0) * length
    return _handover(rotation, max(_day_of_duty(rotation, at) + _DAY, rotation.starts_on))


def _is_within(override: Override, at: datetime, rotation: Rotation) -> bool:
    start, end = _span(override, rotation)
    return start <= at < end


def _span(override: Override, rotation: Rotation) -> tuple[datetime, datetime]:
    """Return from when until when somebody stands in."""
    since, until = override.since, override.until
    start, end = since.earliest, until.latest
    # Without a zone of their own, such times are read on the rotation's clocks.
    if not since.has_zone:
        start = _on_clocks(since.text, rotation, is_end=False, is_day=since.precision <= Precision.DAY)
    if not until.has_zone:
        end = _on_clocks(until.text, rotation, is_end=True, is_day=until.precision <= Precision.DAY)
    return start, end


def _on_clocks(text: str, rotation: Rotation, *, is_end: bool, is_day: bool) -> datetime:
    if not is_day:
        return datetime.fromisoformat(text).replace(tzinfo=rotation.zone)
    day = date.fromisoformat(f"{text}-01-01"[:10])
    return datetime.combine(day + _DAY if is_end else day, clock.min, tzinfo=rotation.zone)


def _count_turns(rotation: Rotation, at: datetime) -> int:
    """Return how many turns have ended by then; negative before the first begins."""
    if rotation.every.is_clock_time:
        start = _handover(rotation, rotation.starts_on).astimezone(UTC)
        return (at.astimezone(UTC) - start) // (rotation.every.elapsed or timedelta(minutes=1))
    days = _count_days(rotation, _day_of_duty(rotation, at))
    length = rotation.every.count * (7 if rotation.every.unit is Unit.WEEK else 1)
    return days // max(length, 1)


def _day_of_duty(rotation: Rotation, at: datetime) -> date:
    """Return the day whose handover was the last before `at`."""
    day = at.astimezone(rotation.zone).date()
    # By instants: on the clocks alone, an hour that comes twice would hand over twice.
    return day if at >= _handover(rotation, day) else day - _DAY


def _handover(rotation: Rotation, day: date) -> datetime:
    return datetime.combine(day, rotation.hands_over_at, tzinfo=rotation.zone)


def _count_days(rotation: Rotation, last: date) -> int:
    """Return how many days of duty there were after the first; a business day that is off is none."""
    passed = (last - rotation.starts_on).days
    if rotation.every.unit is not Unit.BUSINESS_DAY or passed < 0:
        return passed
    days = (rotation.starts_on + _DAY * number for number in range(1, passed + 1))
    return sum(is_business_day(day, rotation.calendar) for day in days)
