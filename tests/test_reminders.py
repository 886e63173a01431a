"""When people are reminded, so that a schedule on workdays misses nothing."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.model.deadline import Deadlines
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.policy import Calendar, Weekday
from incidentrepo.reminders import due_reminders
from tests.exports.deadlines.owed import make, owed

WORKDAYS = frozenset(set(Weekday) - {Weekday.SAT, Weekday.SUN})
CHRISTMAS = frozenset({date(2026, 12, 25)})
HERE = Calendar(zone=ZoneInfo("UTC"), workdays=WORKDAYS, holidays=CHRISTMAS)
MONDAY = date(2026, 11, 23)


def told_on(day: date, due_on: date, calendar: Calendar = HERE) -> str:
    """Return the occasion on which somebody is reminded on that day, or nothing."""
    now = datetime.combine(day, datetime.min.time().replace(hour=9), tzinfo=UTC)
    due_at = datetime.combine(due_on, datetime.max.time(), tzinfo=UTC)
    found = due_reminders(at(now, make(owed("postmortem", due_at))), calendar)
    return found[0].occasion.value if found else ""


def at(now: datetime, deadlines: Deadlines) -> Deadlines:
    entries = tuple(replace(entry, is_overdue=entry.due_at < now) for entry in deadlines.entries)
    return replace(deadlines, now=now, entries=entries)


@pytest.mark.parametrize(
    ("due", "told"),
    (
        ("2026-11-23", {"2026-11-19": "in_two_days", "2026-11-23": "today", "2026-11-24": "overdue"}),
        ("2026-11-24", {"2026-11-20": "in_two_days", "2026-11-24": "today", "2026-11-25": "overdue"}),
        ("2026-11-25", {"2026-11-23": "in_two_days", "2026-11-25": "today", "2026-11-26": "overdue"}),
        (
            "2026-11-28",
            {
                "2026-11-26": "in_two_days",
                "2026-11-27": "today",
                "2026-11-28": "today",
                "2026-11-29": "overdue",
            },
        ),
        (
            "2026-11-29",
            {
                "2026-11-26": "in_two_days",
                "2026-11-27": "today",
                "2026-11-29": "today",
                "2026-11-30": "overdue",
            },
        ),
        (
            "2026-12-25",
            {
                "2026-12-23": "in_two_days",
                "2026-12-24": "today",
                "2026-12-25": "today",
                "2026-12-26": "overdue",
            },
        ),
        ("2026-12-28", {"2026-12-23": "in_two_days", "2026-12-28": "today", "2026-12-29": "overdue"}),
    ),
)
def test_days(due: str, told: dict[str, str]) -> None:
    """
    Two business days before, and on the day or the last workday before it; from then on it is overdue.
    """
    due_on = date.fromisoformat(due)
    days = [due_on + timedelta(days=number) for number in range(-30, 2)]

    assert {day.isoformat(): told_on(day, due_on) for day in days if told_on(day, due_on)} == told


def test_workdays_miss_nothing() -> None:
    """
    A schedule that runs on workdays only tells of every deadline twice before it has passed.
    """
    days = [MONDAY + timedelta(days=number) for number in range(90)]
    workdays = [day for day in days if day.weekday() < 5 and day not in CHRISTMAS]

    for due_on in days[14:70]:
        told = [told_on(day, due_on) for day in workdays if day <= due_on]
        assert [occasion for occasion in told if occasion] == ["in_two_days", "today"], due_on


def test_the_zone_is_the_policys() -> None:
    """
    Which day it is now depends on the policy's zone, not on the machine's.
    """
    now = datetime(2026, 11, 24, 23, 30, tzinfo=ZoneInfo("America/New_York"))
    due_at = datetime(2026, 11, 24, 23, 59, 59, 999999, tzinfo=now.tzinfo)

    found = due_reminders(at(now, make(owed("postmortem", due_at))), HERE)

    assert [reminder.occasion for reminder in found] == ["today"]


def test_no_nudge() -> None:
    """
    An update that is due every half hour is nothing to remind of once a day.
    """
    assert due_reminders(make(owed(DutyKind.UPDATE, datetime(2026, 11, 23, 8, tzinfo=UTC))), HERE) == ()


def test_no_workday_anywhere() -> None:
    """
    A calendar in which nobody ever works ends the search, and the day itself is told.
    """
    holidays = frozenset(MONDAY + timedelta(days=number) for number in range(-200, 200))
    nobody = Calendar(zone=ZoneInfo("UTC"), workdays=WORKDAYS, holidays=holidays)

    assert told_on(MONDAY, MONDAY, nobody) == "today"
    assert told_on(MONDAY, MONDAY + timedelta(days=2), nobody) == ""
