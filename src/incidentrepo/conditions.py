"""What holds for an incident under a policy."""

from collections.abc import Collection, Iterator
from datetime import datetime

from incidentrepo.model.calendar import as_deadline, deadline
from incidentrepo.model.condition import Condition
from incidentrepo.model.duration import Duration
from incidentrepo.model.incident import Incident
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Calendar, Policy
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.time import LONG_AGO, Time
from incidentrepo.model.timeline import Declared, Entry, EntryKind, PartChange, StatusChange


def holds(
    condition: Condition,
    incident: Incident,
    policy: Policy,
    *,
    now: datetime,
    severity: Severity | None,
    overdue: Collection[str] = (),
) -> bool:
    """
    Whether all that `condition` says is so of this incident.

    `severity` is how bad it counts: the one it has, or the highest it ever had. `overdue` are the names
    of its duties that are.
    """

    def also(other: Condition) -> bool:
        return holds(other, incident, policy, now=now, severity=severity, overdue=overdue)

    return (
        _is_so(condition, incident, severity)
        and (condition.open_for is None or _is_open_for(condition.open_for, incident, policy.calendar, now))
        and _is_overdue(condition, overdue)
        and all(map(also, condition.all_of))
        and (not condition.any_of or any(map(also, condition.any_of)))
        and not (condition.unless and also(condition.unless))
    )


def _is_so(condition: Condition, incident: Incident, severity: Severity | None) -> bool:
    """Whether what the record itself says is what the condition asks."""
    return (
        (not condition.severities or severity in condition.severities)
        and (not condition.tags or not condition.tags.isdisjoint(incident.tags))
        and (not condition.services or not condition.services.isdisjoint(incident.services))
        and (not condition.kinds or incident.kind in condition.kinds)
        and (not condition.statuses or incident.status in condition.statuses)
        and condition.visibility in {None, incident.visibility}
        and (condition.without_role is None or condition.without_role not in incident.roles)
    )


def _is_open_for(least: Duration, incident: Incident, calendar: Calendar, now: datetime) -> bool:
    """Whether it took that long, from its declaration until it was over, or until now."""
    times = incident.times
    since, over = times.declared_at or times.started_at, times.resolved_at or times.closed_at
    is_running = incident.status is not None and incident.status.is_on_fire
    # Of what is over, and does not say since when, no day may change the answer.
    if since is None or not (over or is_running):
        return False
    until = as_deadline(over, calendar) if over else now
    return deadline(as_deadline(since, calendar), least, calendar) <= until


def _is_overdue(condition: Condition, overdue: Collection[str]) -> bool:
    match condition.overdue:
        case None:
            return True
        case str(name):
            return name in overdue
        case is_anything:
            return bool(overdue) is is_anything


def owes(incident: Incident, policy: Policy, people: People = NOBODY) -> bool:
    """
    Whether policy may ask anything of this incident.

    Only incidents owe, not near misses, exercises or maintenance; only those declared since the policy
    was adopted, and so none that was imported; and none that turned out to be invalid. `people` say
    whether there is another person who could confirm that.
    """
    return is_declared_under(policy, incident) and not _is_let_off(incident, people)


def is_declared_under(policy: Policy, incident: Incident) -> bool:
    """Whether it was declared here, and since the policy was adopted."""
    adopted_at = policy.adopted_at or LONG_AGO
    return is_declared_since(adopted_at, incident, policy.calendar)


def is_declared_since(day: datetime, incident: Incident, calendar: Calendar) -> bool:
    """Whether it was declared here, on that day or later: what was imported never was."""
    declared_at = declared_at_of(incident)
    # A day ends in the policy's zone, so that one of the day before is not taken for a later one.
    return declared_at is not None and as_deadline(declared_at, calendar) >= day


def declared_at_of(incident: Incident) -> Time | None:
    """Return when it was declared: the timeline's word is enough."""
    if incident.times.declared_at:
        return incident.times.declared_at
    return next((entry.at for entry in incident.timeline if isinstance(entry, Declared)), None)


def _is_let_off(incident: Incident, people: People) -> bool:
    """Whether it is no incident; of what was SEV1 or SEV2 another person must have confirmed that."""
    if incident.kind is Kind.INCIDENT and incident.status is not Status.INVALID:
        return False
    highest = incident.highest_held(alone=people.only_one)
    if highest is None or not highest.is_at_least(Severity.SEV2):
        return True
    moves = tuple(moves_out(incident.timeline))
    if any(people.is_another(move.confirmed_by, move.by) for move in moves):
        return True
    # What was a near miss from the beginning never owed anything.
    return incident.kind is not Kind.INCIDENT and not any(isinstance(move, PartChange) for move in moves)


def moves_out(timeline: tuple[Entry, ...]) -> Iterator[StatusChange | PartChange]:
    """Yield the entries by which an incident became invalid, or another kind of thing."""
    for entry in timeline:
        match entry:
            case StatusChange(after=Status.INVALID) | PartChange(kind=EntryKind.FIELD, subject="kind"):
                yield entry
