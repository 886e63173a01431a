"""Rule: never-declared."""

from collections.abc import Iterator
from datetime import date

from incidentrepo.conditions import declared_at_of
from incidentrepo.findings import Finding
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Kind, Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule

_OVER = frozenset({Status.RESOLVED, Status.CLOSED})


class NeverDeclared(Rule):
    """
    ## What it flags

    An incident of the time since the policy's `adopted_on` that is resolved or closed, and does not say when
    it was declared: neither `declared_at` nor a `declared` entry.
    What was imported says so under `source`, and is left alone.

    ## Why it matters

    Policy holds for what was declared since it was adopted.
    What was never declared owes nothing, and nobody would notice.

    ## Example

    ```yaml
    status: resolved
    severity: SEV1
    resolved_at: 2026-11-02T11:05:00Z
    ```

    ## Instead

    ```yaml
    status: resolved
    severity: SEV1
    declared_at: 2026-11-02T09:14:00Z
    resolved_at: 2026-11-02T11:05:00Z
    ```

    ## Fix

    Add `declared_at:`; for what you write down afterwards it is when you do.
    `incidentrepo declare` writes it.
    """

    id = "never-declared"
    summary = "an incident that does not say when it was declared, and so owes nothing"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield an incident that is over and was never declared."""
        incident, adopted_at = record.incident, context.repository.policy.adopted_at
        if adopted_at is None or incident.kind is not Kind.INCIDENT or incident.status not in _OVER:
            return
        day = _day_of(incident)
        if day and day >= adopted_at.date() and not incident.source and not declared_at_of(incident):
            yield self.finding(
                record,
                ("status",),
                message=f"it is {incident.status}, and does not say when it was declared",
                hint=f"add `declared_at: {day}`, as exactly as you know",
                subject="declared_at",
            )


def _day_of(incident: Incident) -> date | None:
    """Return the day of declaring as the id has it, which is the folder's name."""
    try:
        return date.fromisoformat(incident.id[:10])
    except ValueError:
        return None
