"""Rule: postmortem-with-empty-section."""

from collections.abc import Iterator

from incidentrepo.completeness import find_empty_sections
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.gaps import gap_findings, is_written_and_final
from incidentrepo.rules.rule import Rule


class PostmortemWithEmptySection(Rule):
    """
    ## What it flags

    A heading of a final postmortem with nothing beneath it but blank lines and comments.

    ## Why it matters

    "Where we were lucky" with nothing beneath it says that nobody asked, or that there was nothing:
    a reader cannot know which.

    ## Example

    ```markdown
    ## Where we were lucky

    ## Follow-ups

    [[follow-ups]]
    ```

    ## Instead

    ```markdown
    ## Where we were lucky

    It was a Sunday.

    ## Follow-ups

    [[follow-ups]]
    ```

    ## Fix

    Write a sentence, or take the heading out: no section has to be there that policy does not ask for.
    """

    id = "postmortem-with-empty-section"
    summary = "a heading of a final postmortem with nothing beneath it"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each empty section."""
        if record.postmortem and is_written_and_final(record):
            yield from gap_findings(
                self,
                record,
                find_empty_sections(record.postmortem),
                message="nothing is written under '{subject}'",
                hint="write a sentence, or take the heading out",
            )
