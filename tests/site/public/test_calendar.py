"""The world's calendar as a calendar program reads it."""

from dataclasses import replace
from datetime import UTC, datetime

from icalendar import Calendar

from incidentrepo.model.edition import PublicIncident
from incidentrepo.model.status import Status
from incidentrepo.site.public.calendar import make_calendar
from incidentrepo.site.public.context import make_context
from tests.site.editions import public
from tests.site.public.test_statuspage import BURNING
from tests.site.public.test_statuspage_with_a_client import ANNOUNCED


def read(*incidents: PublicIncident) -> Calendar:
    return Calendar.from_ical(make_calendar(make_context(public(*incidents))).data)


def test_planned_work() -> None:
    """
    Work that was announced is in it with both ends; a fire is not.
    """
    (event,) = read(ANNOUNCED, BURNING).events

    assert event["SUMMARY"] == "New racks"
    assert event.start == datetime(2026, 12, 1, 22, tzinfo=UTC)
    assert event.end == datetime(2026, 12, 2, 2, tzinfo=UTC)


def test_same_event() -> None:
    """
    Work that is put off, or done, is the same event in a subscriber's calendar.
    """
    (before,) = read(ANNOUNCED).events
    (after,) = read(replace(ANNOUNCED, planned_until=None, status=Status.RESOLVED)).events

    assert before["UID"] == after["UID"]


def test_nothing_planned() -> None:
    """
    Without planned work it is an empty calendar, and still one.
    """
    assert read(BURNING).events == []
