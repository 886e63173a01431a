"""Rule: contributing-factors-missing."""

from collections.abc import Iterator

from incidentrepo.completeness import lacks_factors
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.gaps import is_written_and_final
from incidentrepo.rules.rule import Rule


class ContributingFactorsMissing(Rule):
    """
    ## What it flags

    A final postmortem that says nowhere what made the incident possible: the record has no
    `contributing_factors`, and no section of the postmortem is about them.
    Only where the highest severity asks for more than one sentence, and not where a tag brings a
    template of its own.

    ## Why it matters

    What happened once and is told without its causes happens again.
    Factors are what incidents have in common; a record without them is found by no search.

    ## Example

    ```markdown
    ## Impact

    One checkout in ten failed for half an hour.
    ```

    ## Instead

    ```markdown
    ## Impact

    One checkout in ten failed for half an hour.

    ## Contributing factors

    The canary read the wrong metric, and the alert was set for the whole of the traffic.
    ```

    ## Fix

    Add the section, or `contributing_factors: [...]` to `incident.yaml`.
    """

    id = "contributing-factors-missing"
    summary = "a final postmortem that does not say what made it possible"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield a final postmortem without a cause."""
        repository = context.repository
        if is_written_and_final(record) and lacks_factors(record, repository.policy, repository.tags):
            yield self.finding(
                record,
                ("status",),
                message="the postmortem is final and names no contributing factors",
                hint="add a section `## Contributing factors`, or `contributing_factors:` to the record",
                subject="contributing_factors",
                path=record.postmortem_path,
            )
