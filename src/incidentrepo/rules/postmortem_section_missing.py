"""Rule: postmortem-section-missing."""

from collections.abc import Iterator

from incidentrepo.completeness import find_missing_sections
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.gaps import gap_findings, is_written_and_final
from incidentrepo.rules.rule import Bites, Rule


class PostmortemSectionMissing(Rule):
    """
    ## What it flags

    A final postmortem without a heading that the policy asks for, by the highest severity the incident
    ever had. Lesser headings count, and so does any spelling in capitals.
    Policy asks for none unless you say so.

    ## Why it matters

    What your organisation compares between incidents has to be in each of them, in the same place.

    ## Example

    ```yaml
    severities:
      SEV1: {label: Critical, sections: [Impact, Contributing factors]}
    ```

    and a final postmortem of a SEV1 with `## Impact` alone.

    ## Instead

    ```markdown
    ## Impact

    One checkout in ten failed.

    ## Contributing factors

    The canary read the wrong metric.
    ```

    ## Fix

    Add the section, or set `status: draft` until it is written.
    """

    id = "postmortem-section-missing"
    summary = "a final postmortem without a section that policy asks for"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each heading that is asked for and not there."""
        if is_written_and_final(record):
            yield from gap_findings(
                self,
                record,
                find_missing_sections(record, context.repository.policy),
                message="no section '{subject}', which policy asks for",
                hint="add the section, or set `status: draft`",
            )
