"""Rule: missing-owner."""

from collections.abc import Iterator

from incidentrepo.conditions import owes
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule

_PAST_OPEN = frozenset({Status.MITIGATED, Status.RESOLVED, Status.CLOSED})


class MissingOwner(Rule):
    """
    ## What it flags

    An incident past `open` that nobody sees through: it has no `owner`, no commander, and does not say
    who declared it.
    What owes nothing is left alone: near misses, exercises, what was imported or is older than the policy.

    ## Why it matters

    What it owes is owed by its owner.
    Where there is none nobody is reminded, and the postmortem waits for somebody to feel meant.

    ## Example

    ```yaml
    status: resolved
    severity: SEV2
    ```

    ## Instead

    ```yaml
    status: resolved
    severity: SEV2
    owner: grace
    ```

    ## Fix

    `incidentrepo owner ID HANDLE`.
    """

    id = "missing-owner"
    summary = "an incident that nobody owns"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield an incident past the fire that nobody owns."""
        incident, repository = record.incident, context.repository
        if incident.owner or incident.declared_by or incident.roles.get("commander"):
            return
        if incident.status in _PAST_OPEN and owes(incident, repository.policy, repository.people):
            yield self.finding(
                record,
                ("status",),
                message=f"it is {incident.status} and nobody owns it",
                hint=f"incidentrepo owner {incident.id} HANDLE",
                subject="owner",
            )
