"""Whether another repository's pipeline may go on, as far as incidents are concerned, and why not."""

from collections.abc import Collection
from datetime import datetime
from difflib import get_close_matches

from incidentrepo.deadlines import find_deadlines
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.clearance import Clearance
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.incident import Incident
from incidentrepo.model.severity import Severity
from incidentrepo.model.tags import Tags
from incidentrepo.repository import Repository

# From here on a fire is one that everything else makes room for.
_SERIOUS = Severity.SEV2


def ask_clearance(
    repository: Repository,
    *,
    services: Collection[str] = (),
    tags: Collection[str] = (),
    no_open: Severity | None = None,
    now: datetime,
) -> Clearance:
    """
    Return whether what was asked about owes nothing that is overdue.

    An open incident bars only where `no_open` asks for it, from that severity on. Raises
    `NothingToCheck` for a service or tag that is not known, and where there is no incident at all.
    """
    _refuse_unknown(repository, services, tags)
    about = {
        record.incident.id: record.incident
        for record in repository.records
        if not set(services).isdisjoint(record.incident.services)
        or not set(tags).isdisjoint(record.incident.tags)
    }
    found = find_deadlines(repository, now=now)
    overdue = tuple(entry for entry in found.failing if entry.duty.incident in about)
    burning = tuple(each for each in about.values() if each.status and each.status.is_on_fire)
    stale = {entry.duty.incident for entry in overdue if entry.duty.name == DutyKind.STALE}
    return Clearance(
        about=(*services, *tags),
        overdue=overdue,
        burning=burning,
        is_waiting=any(_is_as_bad_as(each, _SERIOUS) and each.id not in stale for each in burning),
        barred_by=tuple(each for each in burning if no_open and _is_as_bad_as(each, no_open)),
        unreadable=found.unreadable,
    )


def _is_as_bad_as(incident: Incident, severity: Severity) -> bool:
    # What has no severity yet may be anything.
    return incident.severity is None or incident.severity.is_at_least(severity)


def _refuse_unknown(repository: Repository, services: Collection[str], tags: Collection[str]) -> None:
    if not repository.incident_count:
        raise NothingToCheck(
            f"there is no incident in {repository.snapshot.label}",
            hint="does the pipeline look into the right repository?",
        )
    incidents = [record.incident for record in repository.records]
    used_services = {service for incident in incidents for service in incident.services}
    used_tags = {tag for incident in incidents for tag in incident.tags}
    for name in services:
        _refuse(name, "service", _known(repository.tags, used_services, is_service=True), repository.tags)
    for name in tags:
        _refuse(name, "tag", _known(repository.tags, used_tags, is_service=False), repository.tags)


def _known(tags: Tags, used: set[str], *, is_service: bool) -> set[str]:
    """Return what may be asked about: what `tags.yaml` has as such, or what incidents have as such."""
    if not tags.is_declared:
        return used
    declared = {tag.name for tag in tags.by_name.values() if tag.is_service is is_service}
    return declared | (used & tags.by_name.keys())


def _refuse(name: str, what: str, known: set[str], tags: Tags) -> None:
    if name in known:
        return
    near = get_close_matches(name, sorted(known), 1)
    unknown = f"tags.yaml knows no {what}" if tags.is_declared else f"no incident has the {what}"
    hint = f"did you mean {near[0]}?" if near else "add it to tags.yaml"
    raise NothingToCheck(f"{unknown} '{name}'", hint=hint)
