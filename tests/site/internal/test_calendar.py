"""The organisation's calendar as a calendar program reads it."""

from dataclasses import replace
from datetime import UTC, date, datetime, timedelta

from icalendar import Calendar, Event

from incidentrepo.model.duty import DutyKind
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.incident import Review
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.time import parse_time
from incidentrepo.site.internal.calendar import make_calendar
from tests.site.editions import NOW, context, duty, incident, shown, times

REVIEWED = incident("2026-11-02-a", review=Review(scheduled_at=parse_time("2026-11-25T10:00:00Z")))
PLANNED = incident(
    "2026-12-01-racks",
    kind=Kind.MAINTENANCE,
    status=Status.OPEN,
    times=times(planned_from="2026-12-01T22:00:00Z", planned_until="2026-12-02T02:00:00Z"),
)


def read(*incidents: EditionIncident, **fields: object) -> dict[str, Event]:
    """Return the events by their summaries."""
    calendar = Calendar.from_ical(make_calendar(context(*incidents, **fields)).data)
    return {str(event["SUMMARY"]): event for event in calendar.events}


def test_what_lies_ahead() -> None:
    """
    Deadlines, reviews that are coming, and planned work are in it.
    """
    by_evening = datetime(2026, 11, 27, 23, 59, 59, 999999, tzinfo=UTC)
    owed = (duty(by_evening, incident="2026-11-02-a", name=DutyKind.POSTMORTEM, subject="postmortem"),)

    events = read(shown(REVIEWED), shown(PLANNED), duties=owed)

    title = REVIEWED.title
    assert sorted(events) == sorted((f"Postmortem: {title}", f"Review: {title}", PLANNED.title))
    assert events[f"Postmortem: {title}"].start == date(2026, 11, 27)
    assert events[f"Review: {title}"].start == datetime(2026, 11, 25, 10, tzinfo=UTC)
    assert events[PLANNED.title].end == datetime(2026, 12, 2, 2, tzinfo=UTC)


def test_what_is_done() -> None:
    """
    What was paid, reviewed or finished is in it no more, and a reminder never was.
    """
    held = replace(REVIEWED, review=Review(scheduled_at=NOW_TEXT, held_at=NOW_TEXT))
    over = replace(PLANNED, status=Status.CLOSED)
    paid = duty(NOW + timedelta(days=1), is_satisfied=True)
    nudge = duty(NOW + timedelta(days=1), is_nudge=True)

    assert read(shown(held), shown(over), duties=(paid, nudge)) == {}


NOW_TEXT = parse_time("2026-11-22T12:00:00Z")


def test_a_window_that_is_over() -> None:
    """
    Planned work whose window has passed lies ahead no more, whether or not anybody began it.
    """
    past = replace(
        PLANNED, times=times(planned_from="2026-11-20T22:00:00Z", planned_until="2026-11-21T02:00:00Z")
    )

    assert read(shown(past)) == {}
