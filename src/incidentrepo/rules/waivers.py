"""Whether leave was given, and still holds: asked for by the weighing and by the rules of waivers."""

from datetime import datetime

from incidentrepo.model.calendar import as_deadline
from incidentrepo.model.incident import Incident, Waiver
from incidentrepo.model.people import People
from incidentrepo.model.policy import Calendar


def is_granted(waiver: Waiver, incident: Incident, people: People) -> bool:
    """Whether somebody approved `waiver` who is neither its author nor the owner."""
    return people.is_another(waiver.approved_by, waiver.by, incident.owner)


def has_run_out(waiver: Waiver, calendar: Calendar, now: datetime) -> bool:
    """Whether the last day of `waiver` is over; without one it holds for good."""
    return waiver.until is not None and as_deadline(waiver.until, calendar) < now
