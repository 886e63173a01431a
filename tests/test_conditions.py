from dataclasses import replace
from datetime import datetime
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.conditions import holds, owes
from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.condition import Condition
from incidentrepo.model.duration import parse_duration
from incidentrepo.model.incident import Incident, Times
from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, Visibility
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import EntryKind
from tests.model.entries import declared, moved, part

LISBON = ZoneInfo("Europe/Lisbon")
CALENDAR = replace(DEFAULT_POLICY.calendar, zone=LISBON)
POLICY = replace(DEFAULT_POLICY, calendar=CALENDAR, adopted_at=datetime(2026, 11, 2, tzinfo=LISBON))
INCIDENT = Incident(
    id="x",
    title="X",
    severity=Severity.SEV1,
    status=Status.OPEN,
    times=Times(declared_at=parse_time("2026-11-02T09:14Z")),
)


def test_an_incident() -> None:
    """
    An incident that was declared under the policy owes, whatever its status says or leaves out.
    """
    assert owes(INCIDENT, POLICY)
    assert owes(replace(INCIDENT, status=None), POLICY)
    assert owes(replace(INCIDENT, status=Status.CLOSED), DEFAULT_POLICY)


@pytest.mark.parametrize("kind", (Kind.NEAR_MISS, Kind.EXERCISE, Kind.MAINTENANCE))
def test_other_kinds(kind: Kind) -> None:
    """
    What never was an incident owes nothing.
    """
    assert not owes(replace(INCIDENT, kind=kind), POLICY)


@pytest.mark.parametrize(
    ("declared_at", "expected"),
    (
        ("2026-11-01", False),
        ("2026-11-01T23:59Z", False),
        ("2026-11-02", True),
        ("2026-11-02T00:00+00:00", True),
        ("2026-11-02T00:30+01:00", False),
        ("2026-11", True),
        ("2025", False),
    ),
)
def test_adoption(declared_at: str, *, expected: bool) -> None:
    """
    Policy asks nothing of what was declared before the day on which it was adopted.
    """
    times = Times(declared_at=parse_time(declared_at))

    assert owes(replace(INCIDENT, times=times), POLICY) is expected


def test_never_declared() -> None:
    """
    What nobody declared here was imported, and owes nothing; the timeline's word is enough.
    """
    undeclared = replace(INCIDENT, times=Times(resolved_at=parse_time("2026-11-02T11:00Z")))

    assert not owes(undeclared, DEFAULT_POLICY)
    assert owes(replace(undeclared, timeline=(declared(0, "2026-11-02T09:14Z"),)), DEFAULT_POLICY)


@pytest.mark.parametrize(
    ("severity", "confirmed_by", "expected"),
    (
        (Severity.SEV1, None, True),
        (Severity.SEV2, "ada", True),
        (Severity.SEV2, "grace", False),
        (Severity.SEV3, None, False),
        (None, None, False),
    ),
)
@pytest.mark.parametrize("way", ("status", "kind"))
def test_let_off(way: str, severity: Severity | None, confirmed_by: str | None, *, expected: bool) -> None:
    """
    To call off what was SEV1 or SEV2, or call it another kind of thing, takes two people.
    """
    invalid = moved(0, None, Status.INVALID, confirmed_by=confirmed_by)
    renamed = part(EntryKind.FIELD, 0, None, subject="kind", confirmed_by=confirmed_by)
    called_off = (
        replace(INCIDENT, severity=severity, status=Status.INVALID, timeline=(invalid,))
        if way == "status"
        else replace(INCIDENT, severity=severity, kind=Kind.EXERCISE, timeline=(renamed,))
    )

    assert owes(called_off, POLICY) is expected


def test_invalid_without_an_entry() -> None:
    """
    A status that somebody just wrote over takes no duty of a grave incident with it.
    """
    policy: Policy = POLICY

    assert owes(replace(INCIDENT, status=Status.INVALID), policy)


PAYMENTS = replace(INCIDENT, tags=("payments",), services=("checkout",), roles={"commander": "grace"})
LATER = datetime(2026, 11, 2, 12, 14, tzinfo=LISBON)
TAGGED, UNTAGGED = Condition(tags=frozenset({"payments"})), Condition(tags=frozenset({"press"}))


@pytest.mark.parametrize(
    ("condition", "expected"),
    (
        (Condition(), True),
        (Condition(severities=frozenset({Severity.SEV1})), True),
        (Condition(severities=frozenset({Severity.SEV2})), False),
        (Condition(tags=frozenset({"payments", "press"})), True),
        (UNTAGGED, False),
        (Condition(services=frozenset({"checkout"})), True),
        (Condition(services=frozenset({"search"})), False),
        (Condition(kinds=frozenset({Kind.INCIDENT, Kind.EXERCISE})), True),
        (Condition(kinds=frozenset({Kind.EXERCISE})), False),
        (Condition(statuses=frozenset({Status.OPEN})), True),
        (Condition(statuses=frozenset({Status.CLOSED})), False),
        (Condition(visibility=Visibility.INTERNAL), True),
        (Condition(visibility=Visibility.PUBLIC), False),
        (Condition(without_role="scribe"), True),
        (Condition(without_role="commander"), False),
        (Condition(open_for=parse_duration("3 hours")), True),
        (Condition(open_for=parse_duration("4 hours")), False),
        (Condition(overdue=True), True),
        (Condition(overdue="review"), True),
        (Condition(overdue="postmortem"), False),
        (Condition(all_of=(TAGGED, Condition())), True),
        (Condition(all_of=(TAGGED, UNTAGGED)), False),
        (Condition(any_of=(UNTAGGED, TAGGED)), True),
        (Condition(any_of=(UNTAGGED,)), False),
        (Condition(unless=UNTAGGED), True),
        (Condition(unless=TAGGED), False),
        (Condition(tags=frozenset({"payments"}), services=frozenset({"search"})), False),
    ),
)
def test_what_holds(condition: Condition, *, expected: bool) -> None:
    """
    A condition holds where every single thing that it says holds.
    """
    found = holds(condition, PAYMENTS, POLICY, now=LATER, severity=Severity.SEV1, overdue=("review",))

    assert found is expected


def test_how_long_it_was_open() -> None:
    """
    What is over was open until then, whatever time it is now; what was never declared was never open.
    """
    for_three_hours = Condition(open_for=parse_duration("3 hours"))
    short = replace(INCIDENT.times, resolved_at=parse_time("2026-11-02T10:14Z"))

    for times in (short, Times()):
        assert not holds(for_three_hours, replace(INCIDENT, times=times), POLICY, now=LATER, severity=None)


@pytest.mark.parametrize(("status", "expected"), ((Status.OPEN, True), (Status.CLOSED, False), (None, False)))
def test_open_for_without_an_end(status: Status | None, *, expected: bool) -> None:
    """
    What is over and does not say since when never was open for long: no day changes the answer.
    """
    long = Condition(open_for=parse_duration("1 hour"))
    incident = replace(INCIDENT, status=status)

    found = holds(long, incident, POLICY, now=datetime(2027, 1, 1, tzinfo=LISBON), severity=None)

    assert found is expected
