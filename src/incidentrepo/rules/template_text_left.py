"""Rule: template-text-left."""

from collections.abc import Iterator

from incidentrepo.completeness import find_template_text
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.gaps import gap_findings, is_written_and_final
from incidentrepo.rules.rule import Rule


class TemplateTextLeft(Rule):
    """
    ## What it flags

    A final postmortem with something in it that the template, or its author, left to be replaced:
    `{title}`, `TODO` or `TBD` alone on a line, `lorem ipsum`, or a comment with the template's guidance.
    Code, and comments that are no sentence, are left alone.

    ## Why it matters

    A reader cannot tell what was left open on purpose from what was forgotten.

    ## Example

    ```markdown
    ## Contributing factors

    TODO
    ```

    ## Instead

    ```markdown
    ## Contributing factors

    The canary read the wrong metric.
    ```

    ## Fix

    Write what is missing, or delete the line.
    `incidentrepo postmortem finish` takes the template's comments out by itself.
    """

    id = "template-text-left"
    summary = "a final postmortem that still holds text of its template"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what nobody replaced."""
        if record.postmortem and is_written_and_final(record):
            yield from gap_findings(
                self,
                record,
                find_template_text(record.postmortem),
                message="'{subject}' is still here, and the postmortem is final",
                hint="write what belongs here, or delete it",
            )
