"""Code yellow: where the policy asks for it, overdue work is an error, and no longer a warning."""

from collections.abc import Iterable, Iterator
from dataclasses import replace

from incidentrepo.conditions import holds
from incidentrepo.findings import Finding
from incidentrepo.model.condition import Condition
from incidentrepo.model.policy import Level, Policy
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context

# Not stale-incident: only what is open gets stale, and nothing stands in the way of that.
_OVERDUE_RULES = frozenset({"postmortem-overdue", "review-overdue", "follow-up-overdue", "duty-overdue"})
_NAMED = 5


def raise_overdue(found: Iterable[Finding], context: Context) -> tuple[Finding, ...]:
    """
    Return the findings, overdue work as an error where the policy's code yellow holds.

    It never holds for what is open or mitigated.
    """
    condition = context.repository.policy.code_yellow
    if condition is None:
        return tuple(found)
    yellow = _yellow_paths(condition, context)
    return tuple(
        replace(finding, level=Level.ERROR)
        if finding.rule in _OVERDUE_RULES and finding.path in yellow
        else finding
        for finding in found
    )


def code_yellow_notes(found: Iterable[Finding], policy: Policy) -> Iterator[str]:
    """Yield that code yellow holds, and of which incidents the overdue work weighs more for it."""
    if policy.code_yellow is None:
        return
    raised = (each for each in found if each.rule in _OVERDUE_RULES and each.level is Level.ERROR)
    names = list(dict.fromkeys(finding.incident or finding.path for finding in raised))
    if names:
        more = f" and {len(names) - _NAMED} more" if len(names) > _NAMED else ""
        yield f"code yellow: what is overdue is an error for {', '.join(names[:_NAMED])}{more}"


def _yellow_paths(condition: Condition, context: Context) -> frozenset[str]:
    """Return the files of the incidents for which the condition holds."""
    records = context.repository.records
    return frozenset(
        path for record in records if _is_yellow(record, condition, context) for path in record.files
    )


def _is_yellow(record: Record, condition: Condition, context: Context) -> bool:
    incident = record.incident
    if incident.status is None or incident.status.is_on_fire:
        return False
    owed = context.duties.get(incident.id, ())
    overdue = {duty.name for duty in owed if duty.is_overdue(context.now) and not duty.is_nudge}
    policy, severity = context.repository.policy, incident.highest_severity
    return bool(overdue) and holds(
        condition, incident, policy, now=context.now, severity=severity, overdue=overdue
    )
