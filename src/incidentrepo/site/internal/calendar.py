"""The organisation's calendar: what is owed, reviews that are coming, and planned work."""

from collections.abc import Iterator
from datetime import time as clock
from uuid import NAMESPACE_URL, uuid5

from incidentrepo.exports.deadlines.ics import name_duty
from incidentrepo.exports.icalendar import Event, write_calendar
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.site.internal.context import Context
from incidentrepo.site.page import Asset

CALENDAR_PATH = "calendar.ics"


def make_calendar(context: Context) -> Asset:
    """Return what lies ahead as a calendar to subscribe to; what is done is in it no more."""
    edition = context.edition
    events = (*_deadlines(context), *_reviews(context), *_planned_work(context))
    text = write_calendar(events, name=f"Incidents at {edition.organisation}", now=edition.now)
    return Asset(path=CALENDAR_PATH, data=text.encode())


def _deadlines(context: Context) -> Iterator[Event]:
    for duty in context.edition.duties:
        if duty.is_open and not duty.is_nudge:
            is_whole_day = duty.due_at.time() == clock.max
            yield Event(
                uid=name_duty(duty, context.edition.organisation),
                on=duty.due_at.date() if is_whole_day else duty.due_at,
                summary=_say(duty, context),
                description=context.edition.people.name_of(duty.owed_by) if duty.owed_by else "",
                categories=(duty.name,),
            )


def _say(duty: Duty, context: Context) -> str:
    if duty.name == DutyKind.FOLLOW_UP:
        return duty.subject
    one = context.by_name.get(duty.incident)
    return f"{duty.subject.capitalize()}: {one.title if one else duty.incident}"


def _reviews(context: Context) -> Iterator[Event]:
    for one in context.edition.incidents:
        planned = one.review.scheduled_at
        if planned is not None and one.review.held_at is None:
            yield Event(
                uid=_uid("review", one.id, context),
                on=planned.earliest,
                summary=f"Review: {one.title}",
                categories=("review",),
            )


def _planned_work(context: Context) -> Iterator[Event]:
    for one in context.edition.incidents:
        begins, ends = one.times.planned_from, one.times.planned_until
        is_past = ends is not None and ends.latest < context.edition.now
        if begins is not None and one.is_on_fire and not is_past:
            yield Event(
                uid=_uid("planned", one.id, context),
                on=begins.earliest,
                until=ends.latest if ends else None,
                summary=one.title,
                categories=(one.kind.value,),
            )


def _uid(what: str, name: str, context: Context) -> str:
    return str(uuid5(NAMESPACE_URL, f"incidentrepo/{context.edition.organisation}/{name}/{what}"))
