from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.model.duty import Duty, DutyKind

NOON = datetime(2026, 11, 2, 12, tzinfo=UTC)
HOUR = timedelta(hours=1)


def duty(**facts: object) -> Duty:
    known = {"name": DutyKind.REVIEW, "incident": "x", "subject": "review", "owed_by": None}
    return Duty(**{**known, "since": NOON - HOUR, "due_at": NOON, "within": "1 hour", **facts})  # type: ignore[arg-type]  # each has its own type


@pytest.mark.parametrize(("now", "is_overdue"), ((NOON, False), (NOON + HOUR, True)))
def test_overdue(now: datetime, *, is_overdue: bool) -> None:
    """
    A duty is overdue after its deadline, and not at it.
    """
    assert duty().is_overdue(now) is is_overdue


@pytest.mark.parametrize(
    ("facts", "is_open", "is_overdue"),
    (
        ({}, True, True),
        ({"is_satisfied": True}, False, False),
        ({"is_waived": True}, False, False),
        ({"is_waived": True, "waived_until": NOON + 3 * HOUR}, False, False),
        ({"is_waived": True, "waived_until": NOON + HOUR}, False, True),
        ({"is_waived": True, "is_satisfied": True, "waived_until": NOON}, False, False),
    ),
)
def test_paid_or_let_off(facts: dict[str, object], *, is_open: bool, is_overdue: bool) -> None:
    """
    What is paid is not owed; what is let off is not owed until the leave runs out.
    """
    owed = duty(**facts)

    assert (owed.is_open, owed.is_overdue(NOON + 2 * HOUR)) == (is_open, is_overdue)


@pytest.mark.parametrize(
    ("facts", "is_late"),
    (
        ({}, False),
        ({"is_satisfied": True, "satisfied_at": NOON}, False),
        ({"is_satisfied": True, "satisfied_at": NOON + HOUR}, True),
        ({"is_satisfied": True}, False),
    ),
)
def test_paid_late(facts: dict[str, object], *, is_late: bool) -> None:
    """
    What was paid after its deadline was late; where nobody knows when, it was not.
    """
    assert duty(**facts).is_late is is_late


def test_an_hour_that_comes_twice() -> None:
    """
    What is due when the hour comes for the second time is not overdue when it comes for the first.
    """
    santiago = ZoneInfo("America/Santiago")
    last = datetime(2026, 4, 4, 23, 30, tzinfo=santiago)

    owed = duty(due_at=last.replace(fold=1))

    assert not owed.is_overdue(last.replace(minute=45))
    assert owed.is_overdue(last.replace(minute=45, fold=1))
