"""What rules may know beside the record they judge."""

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from incidentrepo.duties import owed_duties
from incidentrepo.model.duty import Duty
from incidentrepo.model.incident import Incident
from incidentrepo.repository import Repository


@dataclass(frozen=True, slots=True, kw_only=True)
class Context:
    """
    All other records, what is owed, and what time it is.

    `duties` are by incident; `known_ids` are all ids and aliases there are.
    """

    repository: Repository
    duties: Mapping[str, tuple[Duty, ...]]
    known_ids: frozenset[str]
    now: datetime


def make_context(repository: Repository, *, now: datetime) -> Context:
    """Return what rules may know of `repository` at `now`."""
    duties: dict[str, list[Duty]] = defaultdict(list)
    for duty in owed_duties(repository, now=now):
        duties[duty.incident].append(duty)
    names = {name for record in repository.records for name in names_of(record.incident)}
    return Context(
        repository=repository,
        duties={incident: tuple(owed) for incident, owed in duties.items()},
        known_ids=frozenset(names).union(*repository.left_out),
        now=now,
    )


def names_of(incident: Incident) -> tuple[str, ...]:
    """Return all that an incident may be called in a link or a command."""
    return (incident.id, *incident.aliases)
