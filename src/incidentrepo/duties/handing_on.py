"""Whose duties another incident has taken over: those of its duplicates."""

from collections import defaultdict
from collections.abc import Mapping

from incidentrepo.conditions import owes
from incidentrepo.model.incident import Incident
from incidentrepo.model.severity import Severity, highest
from incidentrepo.repository import Repository


def handed_on(repository: Repository) -> Mapping[str, str]:
    """
    Return which incident owes instead of another that tells the same: by the duplicate's id.

    A duplicate of what is not there, of itself, or of what owes nothing, keeps its own duties.
    """
    named = [record.incident for record in repository.records]
    duplicates = [incident for incident in named if incident.related.duplicate_of]
    if not duplicates:
        return {}
    by_name = {alias: incident for incident in named for alias in incident.aliases}
    by_name.update({incident.id: incident for incident in named})
    originals = ((duplicate, _original(duplicate, by_name)) for duplicate in duplicates)
    return {
        duplicate.id: original.id
        for duplicate, original in originals
        if original and owes(original, repository.policy, repository.people)
    }


def inherited_severities(repository: Repository, handed: Mapping[str, str]) -> Mapping[str, Severity]:
    """Return the worst severity that the duplicates of an incident ever had, by the id of the incident."""
    alone = repository.people.only_one
    found: dict[str, list[Severity]] = defaultdict(list)
    for record in repository.records:
        original = handed.get(record.incident.id)
        severity = record.incident.highest_held(alone=alone) if original else None
        if original and severity:
            found[original].append(severity)
    return {original: worst for original, severities in found.items() if (worst := highest(severities))}


def _original(duplicate: Incident, by_name: Mapping[str, Incident]) -> Incident | None:
    """Return the incident at the end of a chain of duplicates, or None where there is no end."""
    seen = {duplicate.id}
    incident = duplicate
    while incident.related.duplicate_of:
        found = by_name.get(incident.related.duplicate_of)
        if found is None or found.id in seen:
            return None
        seen.add(found.id)
        incident = found
    return incident
