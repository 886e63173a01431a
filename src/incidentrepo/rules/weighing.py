"""What a finding counts for: its level under the policy, at this moment of the incident's life."""

from collections.abc import Iterable
from dataclasses import replace

from incidentrepo.conditions import owes
from incidentrepo.findings import Finding
from incidentrepo.model.incident import Incident
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Status, Visibility
from incidentrepo.repository import Repository
from incidentrepo.rules.rule import Bites, Rule


def weigh(repository: Repository, found: Iterable[Finding], rules: Iterable[Rule]) -> tuple[Finding, ...]:
    """Return the findings that count, at the level that they count for, each at its place."""
    records = {path: record for record in repository.records for path in record.files}
    by_id = {rule.id: rule for rule in rules}
    settled = []
    for finding in found:
        # By path: of two incidents with one id, each has its own status and its own waivers.
        record = records.get(finding.path)
        incident = record.incident if record else None
        level = _level(by_id[finding.rule], incident, repository)
        if level is not Level.OFF and not _is_waived(finding, incident):
            settled.append(replace(finding, level=level, place=_place(finding, record, repository)))
    return tuple(sorted(settled, key=lambda finding: finding.sort_key))


def _place(finding: Finding, record: Record | None, repository: Repository) -> Place:
    if finding.place is not None:
        return finding.place
    # A record that a change took away has no file any more.
    return repository.place_of(finding.path, finding.pointer) if record else Place()


def _level(rule: Rule, incident: Incident | None, repository: Repository) -> Level:
    level = repository.policy.levels.get(rule.id, rule.level)
    if incident is None or level is not Level.ERROR:
        return level
    return Level.ERROR if _has_bitten(rule.bites, incident, repository) else Level.WARNING


def _has_bitten(bites: Bites, incident: Incident, repository: Repository) -> bool:
    """Whether the moment has come from which the rule may stand in somebody's way."""
    match bites:
        case Bites.ALWAYS:
            return True
        case Bites.CLOSING:
            return incident.status is Status.CLOSED and owes(incident, repository.policy)
        case Bites.PUBLISHING:
            return incident.visibility is Visibility.PUBLIC


def _is_waived(finding: Finding, incident: Incident | None) -> bool:
    """Whether another person, neither its author nor the owner, gave leave not to follow it."""
    return incident is not None and any(
        waiver.rule == finding.rule and waiver.approved_by not in {None, waiver.by, incident.owner}
        for waiver in incident.waivers
    )
