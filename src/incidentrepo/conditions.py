"""What holds for an incident under a policy."""

from collections.abc import Iterator

from incidentrepo.model.calendar import as_deadline
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import Declared, Entry, EntryKind, PartChange, StatusChange


def owes(incident: Incident, policy: Policy) -> bool:
    """
    Whether policy may ask anything of this incident.

    Only incidents owe, not near misses, exercises or maintenance; only those declared since the policy
    was adopted, and so none that was imported; and none that turned out to be invalid.
    """
    return not _is_let_off(incident) and _is_declared_under(policy, incident)


def _is_let_off(incident: Incident) -> bool:
    """Whether it is no incident; of what was SEV1 or SEV2 another person must have confirmed that."""
    if incident.kind is Kind.INCIDENT and incident.status is not Status.INVALID:
        return False
    highest = incident.highest_severity
    if highest is None or not highest.is_at_least(Severity.SEV2):
        return True
    moves = tuple(_moves_out(incident.timeline))
    if any(move.confirmed_by not in {None, move.by} for move in moves):
        return True
    # What was a near miss from the beginning never owed anything.
    return incident.kind is not Kind.INCIDENT and not any(isinstance(move, PartChange) for move in moves)


def _moves_out(timeline: tuple[Entry, ...]) -> Iterator[StatusChange | PartChange]:
    """Yield the entries by which an incident became invalid, or another kind of thing."""
    for entry in timeline:
        match entry:
            case StatusChange(after=Status.INVALID) | PartChange(kind=EntryKind.FIELD, subject="kind"):
                yield entry


def _is_declared_under(policy: Policy, incident: Incident) -> bool:
    declared_at = incident.times.declared_at or _declared_at(incident)
    if declared_at is None:
        return False
    # A day ends in the policy's zone, so that one of the day before is not taken for a later one.
    return policy.adopted_at is None or as_deadline(declared_at, policy.calendar) >= policy.adopted_at


def _declared_at(incident: Incident) -> Time | None:
    return next((entry.at for entry in incident.timeline if isinstance(entry, Declared)), None)
