"""Rule: severity-above-limit."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Kind, Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.severity_limits import describe_limit, exceeded_limit


class SeverityAboveLimit(Rule):
    """
    ## What it flags

    An incident that is called worse than the policy's `severity_limits` allow for its tags and services.
    What counts is the severity that it has now.

    ## Why it matters

    A severity calls people out of bed and owes a postmortem within days.
    If the canteen's planner gets one, the next SEV1 is taken less seriously.
    It only warns: nobody has to argue about a limit while something burns.

    ## Example

    ```yaml
    # incidentrepo.yaml
    severity_limits:
      - {tag: internal-tools, at_most: SEV3}
    # incident.yaml
    severity: SEV1
    tags: [internal-tools]
    ```

    ## Instead

    ```yaml
    severity: SEV3
    tags: [internal-tools]
    ```

    ## Fix

    `incidentrepo severity ID SEV3 --reason "..."`; what it owes stays what the worst one owed, unless it is
    a `--correction` that somebody else confirms.
    If it hurts more than the limit foresees, add the tag or service of what it hurts, or waive this rule.
    """

    id = "severity-above-limit"
    summary = "a severity above what its tag or service may have"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield an incident whose severity is above a limit."""
        incident, policy = record.incident, context.repository.policy
        if incident.kind is not Kind.INCIDENT or incident.status is Status.INVALID:
            return
        limit = exceeded_limit(incident.severity, policy, tags=incident.tags, services=incident.services)
        if limit:
            yield self.finding(
                record,
                ("severity",),
                message=f"it is {incident.severity}, and {describe_limit(limit)}",
                hint=f'incidentrepo severity {incident.id} {limit.at_most} --reason "..."',
                subject=limit.tag or limit.service or "",
            )
