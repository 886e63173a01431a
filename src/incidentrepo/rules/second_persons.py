"""What only counts once somebody else agrees, asked for by the rules about second persons."""

from collections.abc import Iterator

from incidentrepo.conditions import moves_out
from incidentrepo.model.incident import Incident
from incidentrepo.model.people import People
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.model.timeline import PartChange, SeverityChange, StatusChange

Release = SeverityChange | StatusChange | PartChange
"""An entry by which an incident would owe less, or nothing at all."""


def releases(incident: Incident, people: People) -> Iterator[Release]:
    """Yield corrections that make it less, and the last word that what was SEV1 or SEV2 is no incident."""
    for entry in incident.timeline:
        if isinstance(entry, SeverityChange) and entry.correction and _is_less(entry):
            yield entry
    if incident.kind is Kind.INCIDENT and incident.status is not Status.INVALID:
        return
    highest = incident.highest_held(alone=people.only_one)
    if highest and highest.is_at_least(Severity.SEV2):
        moves = tuple(moves_out(incident.timeline))
        agreed = tuple(move for move in moves if people.is_another(move.confirmed_by, move.by))
        yield from (agreed or moves)[-1:]


def _is_less(change: SeverityChange) -> bool:
    return change.before is not None and change.after is not None and change.before.rank < change.after.rank


def describe_release(release: Release) -> str:
    """Return in words what an entry says, as 'that it was never SEV1'."""
    match release:
        case SeverityChange():
            return f"that it was never {release.before}"
        case StatusChange():
            return "that it is invalid"
        case _:
            return f"that it is of kind {release.after}"
