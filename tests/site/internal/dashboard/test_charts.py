"""What each chart says in a sentence, and the numbers under it."""

from datetime import timedelta

from incidentrepo.model.duty import DutyKind
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.site.internal.dashboard.days import chart_days
from incidentrepo.site.internal.dashboard.filed import chart_filed
from incidentrepo.site.internal.dashboard.mitigated import chart_mitigated
from incidentrepo.site.internal.dashboard.near_misses import chart_near_misses
from incidentrepo.site.internal.dashboard.postmortems import chart_postmortems
from incidentrepo.site.internal.dashboard.waiting import chart_waiting
from tests.site.editions import NOW, context, duty, incident, shown, times

BEFORE = shown(
    incident(
        "2026-08-03-a",
        severity=Severity.SEV3,
        times=times(started_at="2026-08-03T09:00Z", mitigated_at="2026-08-03T10:00Z"),
    )
)
NOVEMBER = shown(
    incident(
        "2026-11-02-b",
        severity=Severity.SEV2,
        times=times(declared_at="2026-11-02T09:00Z", mitigated_at="2026-11-02T09:20Z"),
    )
)
NEAR = shown(incident("2026-11-03-c", kind=Kind.NEAR_MISS, severity=None))
SITE = context(BEFORE, NOVEMBER, NEAR)


def test_filed() -> None:
    """
    This month is compared with the last, and going up is said to be good.
    """
    chart = chart_filed(SITE)

    assert chart.sentence == (
        "Filed this month: 2, 1 near miss among them; the month before: 0. "
        "Going up is good: what is small and told costs least."
    )
    assert chart.table.head == ("Month", "SEV2", "SEV3", "Near misses")
    assert chart.table.rows[-1] == ("November 2026", "1", "0", "1")


def test_mitigated() -> None:
    """
    The last quarter with anything in it is compared with the one before.
    """
    chart = chart_mitigated(SITE)

    assert chart.sentence == (
        "Of 1 incident in Q4 2026, half hurt for 20 min at most, and nine in ten for 20 min; "
        "in Q3 2026: 1 h and 1 h."
    )
    assert chart.table.rows[-2:] == (
        ("Q3 2026", "1", "1 h", "1 h"),
        ("Q4 2026", "1", "20 min", "20 min"),
    )


def test_postmortems() -> None:
    """
    What was due this quarter is told by how it was kept.
    """
    paid = duty(NOW - timedelta(days=5), is_satisfied=True, satisfied_at=NOW - timedelta(days=6))
    chart = chart_postmortems(context(duties=(paid, duty(NOW - timedelta(days=2)))))

    assert chart.sentence == "Postmortems on time: 1 of 2 this quarter, 0 of 0 in the one before."
    assert chart.table.rows[-1] == ("Q4 2026", "1", "0", "1")


def test_waiting() -> None:
    """
    Open follow-ups are told by age; where there is none, that is said.
    """
    owed = duty(NOW - timedelta(days=1), name=DutyKind.FOLLOW_UP, since=NOW - timedelta(days=40))
    chart = chart_waiting(context(duties=(owed,)))

    assert chart.sentence == "1 follow-up is open; overdue: 1."
    assert chart.table.rows[1] == ("1 to 3 months", "0", "1")
    assert chart_waiting(context()).sentence.startswith("No follow-up is open")


def test_near_misses() -> None:
    """
    Near misses stand beside incidents.
    """
    chart = chart_near_misses(SITE)

    assert chart.sentence == (
        "This quarter: 1 near miss to 1 incident; the one before: 0 near misses to 1 incident. "
        "Where telling is safe, near misses are the many."
    )


def test_days() -> None:
    """
    The days on which nothing began are the most.
    """
    chart = chart_days(SITE)

    assert chart.sentence == "On 363 of the last 365 days nothing began."
    assert chart.table.rows == (("2 Nov 2026", "1", "SEV2"), ("3 Aug 2026", "1", "SEV3"))
