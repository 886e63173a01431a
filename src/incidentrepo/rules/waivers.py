"""Whether leave was given and is needed: asked for by the weighing and by the rules of waivers."""

from collections.abc import Iterator
from datetime import datetime

from incidentrepo.model.calendar import as_deadline
from incidentrepo.model.incident import Incident, Waiver
from incidentrepo.model.people import People
from incidentrepo.model.policy import Calendar
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


def is_granted(waiver: Waiver, incident: Incident, people: People) -> bool:
    """Whether somebody approved `waiver` who is neither its author nor the owner."""
    return people.is_another(waiver.approved_by, waiver.by, incident.owner)


def has_run_out(waiver: Waiver, calendar: Calendar, now: datetime) -> bool:
    """Whether the last day of `waiver` is over; without one it holds for good."""
    return waiver.until is not None and as_deadline(waiver.until, calendar) < now


def granted_waivers(record: Record, context: Context) -> Iterator[Waiver]:
    """Yield the waivers that count, or will once the change that brings them is agreed."""
    for waiver in record.incident.waivers:
        if is_granted(waiver, record.incident, context.repository.people):
            yield waiver


def name_of(waiver: Waiver) -> str:
    """Return the rule or the duty that a waiver is about: the subject of what is said of it."""
    return waiver.rule or waiver.duty or ""


def finds_something(rule: Rule, record: Record, context: Context) -> bool:
    """Whether `rule` has something to say of the incident, before levels and waivers."""
    return any(rule.check_record(record, context)) or any(
        finding.path in record.files for finding in rule.check_repository(context)
    )
