"""From a whole incident to what other pages than its own show of it."""

from collections.abc import Iterable

from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.incident import Incident
from incidentrepo.model.incident_summary import IncidentSummary, PostmortemSummary
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.timeline import Update
from incidentrepo.model.web_address import is_web_address


def summarise_incident(one: EditionIncident) -> IncidentSummary:
    """Return the summary of an incident."""
    incident = one.incident
    is_on_fire = incident.status is not None and incident.status.is_on_fire
    return IncidentSummary(
        folder=one.folder,
        id=incident.id,
        title=incident.title,
        aliases=incident.aliases,
        kind=incident.kind,
        status=incident.status,
        severity=incident.severity,
        highest_severity=incident.highest_severity,
        visibility=incident.visibility,
        summary=incident.summary,
        tags=incident.tags,
        services=incident.services,
        times=incident.times,
        owner=incident.owner,
        commander=incident.roles.get("commander"),
        meet_at=incident.meet_at,
        people=people_of(incident, one.postmortem),
        account_authors=_distinct(account.author for account in one.accounts),
        follow_ups=incident.follow_ups,
        review=incident.review,
        related=incident.related,
        addresses=tuple(link.url for link in incident.links if not is_web_address(link.url)),
        evidence_files=one.evidence_files,
        postmortem=_summarise_postmortem(one.postmortem) if one.postmortem else None,
        last_update=find_last_update(incident) if is_on_fire else None,
        duties=one.duties,
        remarks=one.remarks,
        version=one.version,
    )


def people_of(incident: Incident, postmortem: Postmortem | None) -> tuple[str, ...]:
    """Return everybody who takes part in an incident, each once."""
    return _distinct(
        (
            incident.owner,
            incident.declared_by,
            *incident.roles.values(),
            *incident.responders,
            *(postmortem.authors if postmortem else ()),
            *(entry.by for entry in incident.timeline),
        )
    )


def find_last_update(incident: Incident) -> Update | None:
    """Return the latest word to those who follow, if there is one with a time."""
    updates = [entry for entry in incident.timeline if isinstance(entry, Update)]
    dated = [(update.at.latest, update.index, update) for update in updates if update.at]
    return max(dated, key=lambda found: found[:2])[2] if dated else None


def _summarise_postmortem(postmortem: Postmortem) -> PostmortemSummary:
    return PostmortemSummary(
        status=postmortem.status,
        authors=postmortem.authors,
        finished_at=postmortem.finished_at,
        first_sentence=postmortem.first_sentence,
    )


def _distinct(handles: Iterable[str | None]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(handle for handle in handles if handle))
