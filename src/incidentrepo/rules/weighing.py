"""What a finding counts for: its level under the policy, at this moment of the incident's life."""

from collections.abc import Iterable
from dataclasses import replace
from datetime import datetime

from incidentrepo.conditions import owes
from incidentrepo.findings import Finding
from incidentrepo.model.incident import Incident, Waiver
from incidentrepo.model.people import People
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Status, Visibility
from incidentrepo.repository import Repository
from incidentrepo.rules.rule import Bites, Rule
from incidentrepo.rules.waivers import has_run_out, is_granted


def weigh(
    repository: Repository, found: Iterable[Finding], rules: Iterable[Rule], *, now: datetime
) -> tuple[Finding, ...]:
    """
    Return the findings that count, at the level that they count for, each at its place.

    What a waiver let off until a day is a warning afterwards: no day makes an error.
    """
    calendar = repository.policy.calendar
    records = {path: record for record in repository.records for path in record.files}
    by_id = {rule.id: rule for rule in rules}
    settled = []
    for finding in found:
        # By path: of two incidents with one id, each has its own status and its own waivers.
        record = records.get(finding.path)
        incident = record.incident if record else None
        leave = _leave(finding, incident, repository.people)
        level = _level(by_id[finding.rule], incident, repository)
        if level is Level.OFF or any(not has_run_out(waiver, calendar, now) for waiver in leave):
            continue
        if leave and level is Level.ERROR:
            level = Level.WARNING
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
            return incident.status is Status.CLOSED and owes(incident, repository.policy, repository.people)
        case Bites.PUBLISHING:
            return incident.visibility is Visibility.PUBLIC


def _leave(finding: Finding, incident: Incident | None, people: People) -> tuple[Waiver, ...]:
    """Return the waivers that another person gave for what the rule finds here."""
    if incident is None or not incident.waivers:
        return ()
    return tuple(
        waiver
        for waiver in incident.waivers
        if waiver.rule == finding.rule and not waiver.is_new and is_granted(waiver, incident, people)
    )
