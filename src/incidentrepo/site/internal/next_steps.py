"""What to do now about one incident, each with the command that does it."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime

from incidentrepo.model.calendar import deadline
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.incident import Incident
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.timeline import Declared, Update
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.duty_words import command_for, describe_duty


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """One thing to do; `due_at` where there is a time for it."""

    what: str
    command: str
    due_at: datetime | None = None
    is_overdue: bool = False


def list_next_steps(one: EditionIncident, context: Context) -> tuple[Step, ...]:
    """Return what to do now, what is burning first; nothing where all is done."""
    status = one.incident.status
    if status is None or status in {Status.CLOSED, Status.INVALID} or one.incident.kind is Kind.MAINTENANCE:
        return ()
    steps = _while_on_fire(one.incident, context) if status.is_on_fire else _afterwards(one, context)
    return tuple(steps)


def _while_on_fire(incident: Incident, context: Context) -> Iterator[Step]:
    if not incident.roles.get("commander"):
        yield Step(
            what="Somebody should lead",
            command=f"incidentrepo role {incident.id} commander=HANDLE",
        )
    due_at = _update_due_at(incident, context)
    yield Step(
        what="Tell those who follow",
        command=f'incidentrepo update {incident.id} "What we know now"',
        due_at=due_at,
        is_overdue=due_at is not None and due_at < context.clock.now,
    )
    if incident.status is Status.OPEN:
        yield Step(what="When it has stopped hurting", command=f"incidentrepo mitigate {incident.id}")
    else:
        yield Step(what="When it is over", command=f"incidentrepo resolve {incident.id}")


def _afterwards(one: EditionIncident, context: Context) -> Iterator[Step]:
    owed = [duty for duty in one.duties if duty.is_open]
    for duty in owed:
        yield Step(
            what=describe_duty(duty),
            command=command_for(duty, has_draft=one.postmortem is not None),
            due_at=duty.due_at,
            is_overdue=duty.is_overdue(context.clock.now),
        )
    if not owed:
        yield Step(what="Nothing is owed any more: close it", command=f"incidentrepo close {one.incident.id}")


def _update_due_at(incident: Incident, context: Context) -> datetime | None:
    """Return when policy asks for the next update, counted from the last word there was."""
    policy, worst = context.edition.policy, incident.highest_severity
    asked = policy.severities.get(worst) if worst else None
    told = [
        entry.at.latest for entry in incident.timeline if isinstance(entry, Update | Declared) and entry.at
    ]
    if asked is None or asked.updates is None or not told:
        return None
    return deadline(max(told), asked.updates, policy.calendar)
