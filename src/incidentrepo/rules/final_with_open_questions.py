"""Rule: final-with-open-questions."""

from collections.abc import Iterator

from incidentrepo.completeness import find_open_questions
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.gaps import gap_findings, is_written_and_final
from incidentrepo.rules.rule import Rule


class FinalWithOpenQuestions(Rule):
    """
    ## What it flags

    In a final postmortem: a box that nobody has ticked (`- [ ]`), and questions that are still open
    while no follow-up is there to learn the answer (`purpose: learn`).

    ## Why it matters

    To say what you do not understand is worth more than a guess, and this is only a note.
    But a task in a text has no owner and no date, and nobody is reminded of it.

    ## Example

    ```markdown
    ## Questions still open

    Why did the alert come twenty minutes late?
    ```

    ## Instead

    ```yaml
    follow_ups:
      - id: f3a6q2m7x
        title: Learn why the alert came twenty minutes late
        owner: grace
        due_on: 2026-12-02
        status: open
        purpose: learn
    ```

    ## Fix

    `incidentrepo follow-up add ID "..." --owner WHO --purpose learn`, and leave the question as it is;
    tick a box when it is done.
    """

    id = "final-with-open-questions"
    summary = "work that is left in a final postmortem and that nobody owns"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what is still to be done or learned."""
        if is_written_and_final(record):
            yield from gap_findings(
                self,
                record,
                find_open_questions(record),
                message="'{subject}' is left open, and no follow-up says who sees to it",
                hint='incidentrepo follow-up add {id} "..." --owner WHO',
            )
