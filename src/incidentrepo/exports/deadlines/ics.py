"""What is owed as a calendar to subscribe to."""

from uuid import NAMESPACE_URL, uuid5

from incidentrepo.exports.deadlines.format import DeadlineFormat
from incidentrepo.exports.deadlines.wording import NOBODY, say_what
from incidentrepo.exports.icalendar import Event, write_calendar
from incidentrepo.model.deadline import Deadline, Deadlines
from incidentrepo.model.duty import Duty


def write_ics(deadlines: Deadlines) -> str:
    """Return a calendar of what is owed: a day for what is due on a day, an instant for the rest."""
    # An update every half hour is none of a calendar's business.
    events = (_event(entry, deadlines.organisation) for entry in deadlines.entries if not entry.duty.is_nudge)
    return write_calendar(events, name=f"What {deadlines.organisation} owes", now=deadlines.now)


def _event(entry: Deadline, organisation: str) -> Event:
    duty = entry.duty
    facts = (duty.incident, entry.title, f"Owed by {duty.owed_by or NOBODY}.", entry.command)
    return Event(
        uid=name_duty(duty, organisation),
        on=entry.due_at.date() if entry.is_whole_day else entry.due_at,
        summary=f"{'Overdue: ' if entry.is_overdue else ''}{say_what(entry)}",
        description="\n".join(facts),
        categories=(duty.name,),
    )


def name_duty(duty: Duty, organisation: str) -> str:
    """Return what names this duty for good: its date may move, and two organisations may share an id."""
    name = "/".join(("incidentrepo", organisation, duty.incident, duty.name, duty.follow_up or ""))
    return str(uuid5(NAMESPACE_URL, name))


ICS = DeadlineFormat(name="ics", write=write_ics)
