"""Numbers of what happened."""

from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.metrics import (
    DayCount,
    Filed,
    Kept,
    Spread,
    Waiting,
    count_days,
    count_filed,
    count_postmortems,
    count_waiting,
    last_months,
    last_quarters,
    measure_mitigation,
    percentile,
    unmeasured,
)
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from tests.site.editions import duty, incident, summed, times

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
OCTOBER, NOVEMBER = date(2026, 10, 1), date(2026, 11, 1)
MONTHS = (OCTOBER, NOVEMBER)


@pytest.mark.parametrize(
    ("day", "expected"),
    (
        (date(2026, 3, 31), (date(2026, 1, 1), date(2026, 2, 1), date(2026, 3, 1))),
        (date(2026, 1, 1), (date(2025, 11, 1), date(2025, 12, 1), date(2026, 1, 1))),
        (date(2025, 12, 31), (date(2025, 10, 1), date(2025, 11, 1), date(2025, 12, 1))),
    ),
)
def test_months(day: date, expected: tuple[date, ...]) -> None:
    """
    The month of the day comes last, across the turn of a year too.
    """
    assert last_months(day, 3) == expected


@pytest.mark.parametrize("day", (date(2026, 1, 1), date(2026, 2, 28), date(2026, 3, 31)))
def test_quarters(day: date) -> None:
    """
    A quarter is the same from its first day to its last.
    """
    assert last_quarters(day, 3) == (date(2025, 7, 1), date(2025, 10, 1), date(2026, 1, 1))


def test_filed() -> None:
    """
    Incidents count by severity and near misses apart, in the month of the zone in which they were filed.
    """
    records = [
        incident("2026-11-02-a", severity=Severity.SEV1),
        incident("2026-11-03-b", severity=None),
        # In Berlin it was November already.
        incident("2026-10-31-c", times=times(declared_at="2026-10-31T23:30:00Z")),
        incident("2026-10-05-d", kind=Kind.NEAR_MISS),
        incident("2026-10-06-e", kind=Kind.EXERCISE),
        incident("2026-10-07-f", status=Status.INVALID),
        incident("2026-09-30-g"),
        incident("2026-10-08-h", times=times(started_at="2026-10")),
    ]

    assert count_filed(map(summed, records), MONTHS, BERLIN) == (
        Filed(since=OCTOBER, incidents={}, near_misses=1),
        Filed(
            since=NOVEMBER,
            incidents={Severity.SEV1: 1, None: 1, Severity.SEV2: 1},
            near_misses=0,
        ),
    )


def test_mitigation() -> None:
    """
    It counts from the start to mitigation; what has no exact times is left out, and said to be.
    """
    vague = incident("2026-11-05-v", times=times(started_at="2026-11-05", resolved_at="2026-11-06T10:00Z"))
    records = [
        incident(
            "2026-11-02-a", times=times(started_at="2026-11-02T09:00Z", mitigated_at="2026-11-02T09:30Z")
        ),
        incident(
            "2026-11-03-b", times=times(started_at="2026-11-03T09:00Z", resolved_at="2026-11-03T11:00Z")
        ),
        incident("2026-11-04-c", times=times(started_at="2026-11-04T09:00Z")),
        vague,
    ]

    assert measure_mitigation(map(summed, records), MONTHS, BERLIN) == (
        Spread(since=OCTOBER, count=0, median=None, ninetieth=None),
        Spread(since=NOVEMBER, count=2, median=timedelta(minutes=30), ninetieth=timedelta(hours=2)),
    )
    assert list(unmeasured(map(summed, records), OCTOBER, BERLIN)) == [summed(vague)]


def test_postmortems() -> None:
    """
    A postmortem counts where it was due; what is waived or not due yet counts nowhere.
    """
    due = datetime(2026, 11, 10, tzinfo=UTC)
    duties = [
        duty(due, is_satisfied=True, satisfied_at=due - timedelta(days=1)),
        duty(due, is_satisfied=True, satisfied_at=due + timedelta(days=1)),
        duty(due),
        duty(due, is_waived=True),
        duty(NOW + timedelta(days=1)),
        duty(due, name=DutyKind.REVIEW),
    ]

    assert count_postmortems(duties, MONTHS, BERLIN, NOW) == (
        Kept(since=OCTOBER, in_time=0, late=0, missing=0),
        Kept(since=NOVEMBER, in_time=1, late=1, missing=1),
    )


def test_waiting() -> None:
    """
    Open follow-ups count by their age, with those whose time is over apart.
    """
    young, old = NOW - timedelta(days=29), NOW - timedelta(days=30)
    kind = DutyKind.FOLLOW_UP
    duties = [
        duty(NOW + timedelta(days=1), name=kind, since=young),
        duty(NOW + timedelta(days=1), name=kind, since=old),
        duty(NOW - timedelta(days=1), name=kind, since=old),
        duty(NOW, name=kind, since=old, is_satisfied=True),
        duty(NOW, since=old),
    ]

    assert count_waiting(duties, (0, 30), NOW) == (
        Waiting(days=0, in_time=1, overdue=0),
        Waiting(days=30, in_time=1, overdue=1),
    )


def test_days() -> None:
    """
    A day is told with its worst severity; one without a known day, and one outside, is not.
    """
    records = [
        incident("2026-11-02-a", severity=Severity.SEV3),
        incident("2026-11-02-b", severity=Severity.SEV1),
        incident("2026-11-03-c", kind=Kind.NEAR_MISS),
        incident("2026-12-01-d"),
        incident("2026-11-04-e", times=times(started_at="2026-11")),
    ]

    found = count_days(map(summed, records), date(2026, 11, 1), date(2026, 11, 30), BERLIN)

    assert found == (DayCount(day=date(2026, 11, 2), count=2, worst=Severity.SEV1),)


@pytest.mark.parametrize(
    ("minutes", "percent", "expected"),
    (
        ([], 50, None),
        ([7], 90, 7),
        ([1, 2], 50, 1),
        ([3, 1, 2], 50, 2),
        (range(1, 11), 90, 9),
        (range(1, 12), 90, 10),
    ),
)
def test_percentile(minutes: list[int], percent: int, expected: int | None) -> None:
    """
    It is one of the values, by the nearest rank.
    """
    values = [timedelta(minutes=each) for each in minutes]

    assert percentile(values, percent) == (None if expected is None else timedelta(minutes=expected))
