"""The next step, as a good incident manager would say it."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass, replace
from datetime import datetime, timedelta
from datetime import time as clock
from typing import Protocol
from zoneinfo import ZoneInfo

from incidentrepo.duty_commands import Written, command_for
from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.incident import Incident, Times
from incidentrepo.model.policy import Policy
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.public_page import PublicPage, owes_public_text
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, Visibility
from incidentrepo.model.timeline import Update


@dataclass(frozen=True, slots=True, kw_only=True)
class Step:
    """
    A command to type, and why; one that is overdue should have been typed before.

    `deed` says what it does, for people who type no commands; it is empty where `why` says it all.
    """

    command: str
    why: str
    deed: str = ""
    is_overdue: bool = False


class Told(Protocol):
    """A record and its postmortem, read from a repository or handed to a site."""

    @property
    def incident(self) -> Incident:
        """What its `incident.yaml` says."""

    @property
    def postmortem(self) -> Postmortem | None:
        """What was learned, as far as it is written."""

    @property
    def public_page(self) -> PublicPage | None:
        """What the world reads, as far as it is written."""


NameOf = Callable[[str], str]


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
        Step(
            command=f'incidentrepo note {name} "..."',
            why="what happened, and what stopped it",
            deed="Write it down",
        ),
        Step(
            command=f'incidentrepo close {name} --postmortem "..."',
            why="one sentence is enough",
            deed="Say what was learned",
        ),
    )


def next_steps(
    record: Told, policy: Policy, duties: Iterable[Duty], now: datetime, *, name_of: NameOf = str
) -> tuple[Step, ...]:
    """
    Return what to do now, the most pressing first; nothing where nothing is left.

    `name_of` says who somebody is; commands keep the handle.
    """
    match record.incident.status:
        case Status.OPEN | Status.MITIGATED:
            return (*_while_it_burns(record.incident, policy, now), *_own_clocks(duties, now, name_of))
        case Status.RESOLVED:
            return tuple(_afterwards(record, duties, now, name_of))
        case _:
            owed = (duty for duty in duties if duty.is_open)
            return tuple(_step_for(duty, now, name_of, record.postmortem) for duty in owed)


def _while_it_burns(incident: Incident, policy: Policy, now: datetime) -> Iterator[Step]:
    if incident.kind is Kind.MAINTENANCE:
        zone = policy.calendar.zone
        yield from planned_steps(incident.id, incident.times, now, zone, visibility=incident.visibility)
        return
    if incident.kind is not Kind.INCIDENT:
        yield from calm_steps(incident.id)
        return
    if "commander" not in incident.roles:
        who = next(iter(incident.responders), None) or incident.declared_by or "HANDLE"
        yield Step(command=f"incidentrepo role {incident.id} commander={who}", why="somebody should lead")
    yield _step_for_update(incident, policy, now)
    if incident.status is Status.OPEN:
        yield Step(
            command=f"incidentrepo mitigate {incident.id}",
            why="once it does not hurt any more",
            deed="Mark it as mitigated",
        )
    yield Step(
        command=f"incidentrepo resolve {incident.id}", why="once it is over", deed="Mark it as resolved"
    )


def planned_steps(
    name: str, times: Times, now: datetime, zone: ZoneInfo, *, visibility: Visibility = Visibility.INTERNAL
) -> Iterator[Step]:
    """
    Yield what to do with planned work that commands know by `name`: begin it, tell of it, and end it.

    `zone` is the one in which its beginning is told.
    """
    begins, ends = times.planned_from, times.planned_until
    has_begun = times.started_at is not None
    is_late = ends is not None and ends.latest < now
    over = "planned_until is over: " if is_late else ""
    if not has_begun:
        why = f"{over}start or close it" if is_late else "once it begins"
        if begins and not is_late:
            told = say_due(begins.earliest.astimezone(zone)) if begins.is_exact else begins.text
            why = f"{why}, planned from {told}"
        yield Step(
            command=f"incidentrepo set {name} started_at=TIME",
            why=why,
            deed="Say that it began",
            is_overdue=is_late,
        )
    is_public = visibility is Visibility.PUBLIC
    yield Step(
        command=f'incidentrepo update {name} "..."{" --public" if is_public else ""}',
        why="so that nobody is taken by surprise",
        deed="Tell the world" if is_public else "Tell those who follow",
    )
    yield Step(
        command=f'incidentrepo close {name} --postmortem "..."',
        why=f"{over}close it, or set another one" if is_late and has_begun else "once it is done",
        deed="Close it",
        is_overdue=is_late and has_begun,
    )


def _step_for_update(incident: Incident, policy: Policy, now: datetime) -> Step:
    told = [entry.at.latest for entry in incident.timeline if isinstance(entry, Update) and entry.at]
    declared_at = incident.times.declared_at
    silence = max(now - max(told, default=declared_at.latest if declared_at else now), timedelta())
    age = describe_elapsed(silence)
    why = f"last update {age} ago" if told else f"none yet, {age} after declaring"
    asked = policy.severities.get(incident.severity) if incident.severity else None
    is_overdue = bool(asked and asked.updates and silence > asked.updates.elapsed)
    if asked and is_overdue:
        why = f"{why}; every {asked.updates} is asked for"
    command = f'incidentrepo update {incident.id} "..."'
    return Step(command=command, why=why, deed="Tell those who follow", is_overdue=is_overdue)


def _afterwards(record: Told, duties: Iterable[Duty], now: datetime, name_of: NameOf) -> Iterator[Step]:
    """Yield what is owed, the one due first first, what is still loose, and closing once nothing bars it."""
    incident = record.incident
    owed = [duty for duty in duties if duty.is_open and duty.satisfied_by != "closing"]
    yield from (_step_for(duty, now, name_of, record.postmortem) for duty in owed)
    if owes_public_text(incident, record.public_page):
        why = "the world knows that it is over: write into public.md what happened, then publish it anew"
        yield Step(command=f"incidentrepo public draft {incident.id}", why=why)
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
            command=f'incidentrepo follow-up add {incident.id} "..."',
            why="what would spare us the next one",
            deed="Add a follow-up",
        )
    is_barred = any(duty.bars_closing or duty.is_overdue(now) for duty in owed)
    if not is_barred and not loose:
        yield Step(command=f"incidentrepo close {incident.id}", why="nothing keeps it open", deed="Close it")


def _own_clocks(duties: Iterable[Duty], now: datetime, name_of: NameOf) -> Iterator[Step]:
    """Yield the organisation's own duties that run while it burns: a regulator does not wait."""
    return (
        _step_for(duty, now, name_of)
        for duty in duties
        if duty.is_own and duty.is_open and duty.satisfied_by != "closing"
    )


def _step_for(duty: Duty, now: datetime, name_of: NameOf, postmortem: Written | None = None) -> Step:
    when = f"due {say_due(duty.due_at)}"
    is_overdue = duty.is_overdue(now)
    if is_overdue:
        when = f"{describe_elapsed(now - duty.due_at)} overdue"
    who = f", {name_of(duty.owed_by)}" if duty.owed_by else ""
    return Step(
        command=command_for(duty, postmortem),
        why=f"{duty.subject}, {when}{who}",
        deed="" if duty.is_own else _DEEDS.get(duty.name, ""),
        is_overdue=is_overdue,
    )


def say_due(due_at: datetime) -> str:
    """Return the day something is due on, with its hour where it is due at one."""
    is_whole_day = due_at.time() == clock.max
    return f"{due_at:%a %d %b}" if is_whole_day else f"{due_at:%a %d %b %H:%M}"


_DEEDS = {
    DutyKind.POSTMORTEM.value: "Write down what was learned",
    DutyKind.REVIEW.value: "Have others read it",
}
