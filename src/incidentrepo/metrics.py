"""Numbers that an organisation learns from; of things that happened, never of people."""

from bisect import bisect_right
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from datetime import date, datetime, timedelta
from math import ceil
from zoneinfo import ZoneInfo

from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.severity import Severity, highest
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.time import Time

_MONTHS = 12


@dataclass(frozen=True, slots=True, kw_only=True)
class Filed:
    """What was filed in the period that begins on `since`; `incidents` are by their present severity."""

    since: date
    incidents: Mapping[Severity | None, int]
    near_misses: int

    @property
    def total(self) -> int:
        """Incidents and near misses together."""
        return sum(self.incidents.values()) + self.near_misses


@dataclass(frozen=True, slots=True, kw_only=True)
class Spread:
    """How long something took, of `count` in a period: half took `median` at most, 9 in 10 `ninetieth`."""

    since: date
    count: int
    median: timedelta | None
    ninetieth: timedelta | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Kept:
    """Of what was due in a period: paid in time, paid late, and still missing."""

    since: date
    in_time: int
    late: int
    missing: int

    @property
    def due(self) -> int:
        """How many were due."""
        return self.in_time + self.late + self.missing


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiting:
    """Open follow-ups that are at least `days` old, up to the next such number."""

    days: int
    in_time: int
    overdue: int


@dataclass(frozen=True, slots=True, kw_only=True)
class DayCount:
    """What began on one day."""

    day: date
    count: int
    worst: Severity | None


def last_months(day: date, count: int) -> tuple[date, ...]:
    """Return the first days of the last `count` months, the one of `day` last."""
    months = range(day.year * _MONTHS + day.month - count, day.year * _MONTHS + day.month)
    return tuple(date(month // _MONTHS, month % _MONTHS + 1, 1) for month in months)


def last_quarters(day: date, count: int) -> tuple[date, ...]:
    """Return the first days of the last `count` quarters of a year, the one of `day` last."""
    first_month = day.month - (day.month - 1) % 3
    return last_months(date(day.year, first_month, 1), count * 3 - 2)[::3]


def count_filed(
    incidents: Iterable[IncidentSummary], periods: Sequence[date], zone: ZoneInfo
) -> tuple[Filed, ...]:
    """Return what was filed in each period; exercises, maintenance and what was none are left out."""
    severities: dict[date, Counter[Severity | None]] = defaultdict(Counter)
    near_misses: Counter[date] = Counter()
    for incident in incidents:
        filed_at = incident.times.declared_at or incident.happened_at
        since = _period_of(_day_of(filed_at, zone), periods)
        if since is None or incident.status is Status.INVALID:
            continue
        if incident.kind is Kind.INCIDENT:
            severities[since][incident.severity] += 1
        near_misses[since] += incident.kind is Kind.NEAR_MISS
    return tuple(
        Filed(since=since, incidents=dict(severities[since]), near_misses=near_misses[since])
        for since in periods
    )


def measure_mitigation(
    incidents: Iterable[IncidentSummary], periods: Sequence[date], zone: ZoneInfo
) -> tuple[Spread, ...]:
    """
    Return how long it hurt, from the start of an incident until it was mitigated or resolved.

    It counts in the period in which it began. One whose times are not known to the minute is left out.
    """
    took: dict[date, list[timedelta]] = defaultdict(list)
    for incident in incidents:
        since, lasted = _lasted(incident, periods, zone)
        if since is not None and lasted is not None:
            took[since].append(lasted)
    return tuple(
        Spread(
            since=since,
            count=len(took[since]),
            median=percentile(took[since], 50),
            ninetieth=percentile(took[since], 90),
        )
        for since in periods
    )


def count_postmortems(
    duties: Iterable[Duty], periods: Sequence[date], zone: ZoneInfo, now: datetime
) -> tuple[Kept, ...]:
    """Return of the postmortems that were due in each period how many came in time; waived ones are none."""
    in_time: Counter[date] = Counter()
    late: Counter[date] = Counter()
    missing: Counter[date] = Counter()
    for duty in duties:
        since = _period_of(duty.due_at.astimezone(zone).date(), periods)
        if duty.name != DutyKind.POSTMORTEM or since is None or duty.is_waived:
            continue
        in_time[since] += duty.is_satisfied and not duty.is_late
        late[since] += duty.is_late
        missing[since] += duty.is_overdue(now)
    return tuple(
        Kept(since=since, in_time=in_time[since], late=late[since], missing=missing[since])
        for since in periods
    )


def count_waiting(duties: Iterable[Duty], ages: Sequence[int], now: datetime) -> tuple[Waiting, ...]:
    """Return how many follow-ups are open by how many days ago they were promised; `ages` go up from 0."""
    in_time: Counter[int] = Counter()
    overdue: Counter[int] = Counter()
    for duty in duties:
        if duty.name != DutyKind.FOLLOW_UP or not duty.is_open:
            continue
        days = ages[bisect_right(ages, max((now - duty.since).days, 0)) - 1]
        overdue[days] += duty.is_overdue(now)
        in_time[days] += not duty.is_overdue(now)
    return tuple(Waiting(days=days, in_time=in_time[days], overdue=overdue[days]) for days in ages)


def count_days(
    incidents: Iterable[IncidentSummary], first: date, last: date, zone: ZoneInfo
) -> tuple[DayCount, ...]:
    """Return the days from `first` to `last` on which an incident began, with the worst severity it held."""
    worst: dict[date, list[Severity]] = defaultdict(list)
    counts: Counter[date] = Counter()
    for incident in incidents:
        day = _day_of(incident.happened_at, zone)
        if day and first <= day <= last and is_counted(incident):
            counts[day] += 1
            worst[day] += [incident.highest_severity] if incident.highest_severity else []
    return tuple(DayCount(day=day, count=counts[day], worst=highest(worst[day])) for day in sorted(counts))


def percentile(values: Iterable[timedelta], percent: int) -> timedelta | None:
    """
    Return the value that `percent` of all do not exceed, by the nearest rank; None of nothing.

    https://en.wikipedia.org/wiki/Percentile#The_nearest-rank_method
    """
    ordered = sorted(values)
    return ordered[max(ceil(len(ordered) * percent / 100), 1) - 1] if ordered else None


def is_counted(incident: IncidentSummary) -> bool:
    """Whether it hurt somebody: no exercise, no near miss, and not invalid."""
    return incident.kind is Kind.INCIDENT and incident.status is not Status.INVALID


def unmeasured(
    incidents: Iterable[IncidentSummary], since: date, zone: ZoneInfo
) -> Iterator[IncidentSummary]:
    """Yield the incidents since that day that are over, and of which nobody knows how long they hurt."""
    for incident in incidents:
        began, lasted = _lasted(incident, [since], zone)
        is_over = incident.times.mitigated_at or incident.times.resolved_at
        if began is not None and lasted is None and is_over:
            yield incident


def _lasted(
    incident: IncidentSummary, periods: Sequence[date], zone: ZoneInfo
) -> tuple[date | None, timedelta | None]:
    """Return the period in which an incident began, and how long it hurt where that is known."""
    times = incident.times
    began_at = times.started_at or times.detected_at or times.declared_at
    ended_at = times.mitigated_at or times.resolved_at
    if began_at is None or not is_counted(incident):
        return None, None
    since = _period_of(_day_of(began_at, zone), periods)
    if ended_at is None or not (began_at.is_exact and ended_at.is_exact):
        return since, None
    lasted = ended_at.earliest - began_at.earliest
    return since, lasted if lasted >= timedelta() else None


def _day_of(time: Time | None, zone: ZoneInfo) -> date | None:
    """Return the day in `zone`, the day as it was written, or None where no more than a month is known."""
    if time is None:
        return None
    return time.earliest.astimezone(zone).date() if time.is_exact else time.day


def _period_of(day: date | None, periods: Sequence[date]) -> date | None:
    """Return the first day of the period that `day` lies in, None before the first one."""
    place = bisect_right(periods, day) if day else 0
    return periods[place - 1] if place else None
