"""Rule: final-with-unticked-boxes."""

from collections.abc import Iterator

from incidentrepo.completeness import find_unticked_boxes
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.gaps import gap_findings, is_written_and_final
from incidentrepo.rules.rule import Rule


class FinalWithUntickedBoxes(Rule):
    """
    ## What it flags

    A box that nobody has ticked (`- [ ]`) in a final postmortem.
    Questions in words are left alone: to say what you do not understand is worth more than a guess.

    ## Why it matters

    A task in a text has no owner and no date, nobody is reminded of it, and no list shows it.

    ## Example

    ```markdown
    - [x] Roll back
    - [ ] Ask the bank about refunds
    ```

    ## Instead

    ```yaml
    follow_ups:
      - id: f3a6q2m7x
        title: Ask the bank about refunds
        owner: grace
        due_on: 2026-12-02
        status: open
    ```

    ## Fix

    `incidentrepo follow-up add ID "..." --owner WHO`, and take the box out; tick it where it is done.
    """

    id = "final-with-unticked-boxes"
    summary = "a task that is left in a final postmortem and that nobody owns"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each task that is still to be done."""
        if record.postmortem and is_written_and_final(record):
            yield from gap_findings(
                self,
                record,
                find_unticked_boxes(record.postmortem),
                message="'{subject}' is left open, and no follow-up says who sees to it",
                hint='incidentrepo follow-up add {id} "..." --owner WHO',
            )
