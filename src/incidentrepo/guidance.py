"""The next step, as a good incident manager would say it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta

from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.timeline import Update


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """A command to type, and why."""

    command: str
    why: str


def first_steps(
    name: str, severity: Severity | None, policy: Policy, declared_at: datetime, *, commander: str | None
) -> tuple[Step, ...]:
    """
    Return what to do right after declaring an incident that commands know by `name`.

    `commander` is who could lead; None where somebody does already.
    """
    asked = policy.severities.get(severity) if severity else None
    due = asked.updates if asked else None
    said = "tell those who follow how it goes"
    if due is not None:
        first = (declared_at + due.elapsed).astimezone(policy.calendar.zone)
        said = f"first update due {first:%H:%M}, in {due}"
    lead = Step(command=f"incidentrepo role {name} commander={commander}", why="somebody should lead")
    return (
        *((lead,) if commander else ()),
        Step(command=f'incidentrepo update {name} "..."', why=said),
        Step(command=f"incidentrepo mitigate {name}", why="as soon as it does not hurt any more"),
    )


def call_by(name: str, incident_id: str, steps: Iterable[Step]) -> tuple[Step, ...]:
    """Return the steps with their commands as briefly as a person may type them."""
    return tuple(replace(step, command=step.command.replace(f" {incident_id}", f" {name}")) for step in steps)


def calm_steps(name: str) -> tuple[Step, ...]:
    """Return what to do with what hurts nobody: a near miss, an exercise, planned work."""
    return (
        Step(command=f'incidentrepo note {name} "..."', why="what happened, and what stopped it"),
        Step(command=f'incidentrepo close {name} --postmortem "..."', why="one sentence is enough"),
    )


def next_steps(record: Record, policy: Policy, duties: Iterable[Duty], now: datetime) -> tuple[Step, ...]:
    """Return what to do now, the most pressing first; nothing where nothing is left."""
    match record.incident.status:
        case Status.OPEN | Status.MITIGATED:
            return tuple(_while_it_burns(record, policy, now))
        case Status.RESOLVED:
            return tuple(_afterwards(record, duties, now))
        case _:
            return tuple(_step_for(duty, now) for duty in duties if duty.is_open)


def _while_it_burns(record: Record, policy: Policy, now: datetime) -> Iterator[Step]:
    incident = record.incident
    if incident.kind is not Kind.INCIDENT:
        yield from calm_steps(incident.id)
        return
    if "commander" not in incident.roles:
        who = next(iter(incident.responders), None) or incident.declared_by or "HANDLE"
        yield Step(command=f"incidentrepo role {incident.id} commander={who}", why="somebody should lead")
    yield Step(command=f'incidentrepo update {incident.id} "..."', why=_why_update(record, policy, now))
    if incident.status is Status.OPEN:
        yield Step(command=f"incidentrepo mitigate {incident.id}", why="once it does not hurt any more")
    yield Step(command=f"incidentrepo resolve {incident.id}", why="once it is over")


def _why_update(record: Record, policy: Policy, now: datetime) -> str:
    incident = record.incident
    told = [entry.at.latest for entry in incident.timeline if isinstance(entry, Update) and entry.at]
    declared_at = incident.times.declared_at
    silence = max(now - max(told, default=declared_at.latest if declared_at else now), timedelta())
    age = describe_elapsed(silence)
    since = f"last update {age} ago" if told else f"none yet, {age} after declaring"
    asked = policy.severities.get(incident.severity) if incident.severity else None
    if asked and asked.updates and silence > asked.updates.elapsed:
        return f"{since}; every {asked.updates} is asked for"
    return since


def _afterwards(record: Record, duties: Iterable[Duty], now: datetime) -> Iterator[Step]:
    """Yield what is owed, the one due first first, what is still loose, and closing once nothing bars it."""
    incident = record.incident
    owed = [duty for duty in duties if duty.is_open]
    is_draft = record.postmortem is not None and not record.postmortem.is_final
    for duty in owed:
        step = _step_for(duty, now)
        if duty.name == DutyKind.POSTMORTEM and is_draft:
            step = replace(step, command=f"incidentrepo postmortem finish {incident.id}")
        yield step
    loose = [
        each for each in incident.follow_ups if not each.status.has_ended and not (each.owner and each.due_on)
    ]
    for follow_up in loose:
        which = follow_up.id or follow_up.index + 1
        yield Step(
            command=f"incidentrepo follow-up assign {incident.id} {which} WHO",
            why=f"{follow_up.title}: it needs an owner and a date",
        )
    if not incident.follow_ups:
        yield Step(
            command=f'incidentrepo follow-up add {incident.id} "..."', why="what would spare us the next one"
        )
    is_barred = any(duty.name != DutyKind.FOLLOW_UP or duty.is_overdue(now) for duty in owed)
    if not is_barred and not loose:
        yield Step(command=f"incidentrepo close {incident.id}", why="nothing keeps it open")


def _step_for(duty: Duty, now: datetime) -> Step:
    when = f"due {duty.due_at:%a %d %b}"
    if duty.is_overdue(now):
        when = f"{describe_elapsed(now - duty.due_at)} overdue"
    who = f", {duty.owed_by}" if duty.owed_by else ""
    return Step(command=command_for(duty), why=f"{duty.subject}, {when}{who}")


def command_for(duty: Duty) -> str:
    """Return the command that pays a duty."""
    match duty.name:
        case DutyKind.POSTMORTEM:
            return f"incidentrepo postmortem new {duty.incident}"
        case DutyKind.REVIEW:
            return f"incidentrepo set {duty.incident} review.held_at=TIME"
        case _:
            return f"incidentrepo follow-up done {duty.incident} {duty.follow_up or ''}".rstrip()
