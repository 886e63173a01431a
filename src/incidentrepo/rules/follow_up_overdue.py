"""Rule: follow-up-overdue."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.overdue import overdue_findings
from incidentrepo.rules.rule import Rule


class FollowUpOverdue(Rule):
    """
    ## What it flags

    A follow-up that is neither done nor dropped and whose date has passed.

    ## Why it matters

    A promise without an end is what the next incident is made of.
    Time alone never fails a check: this warns, and `incidentrepo deadlines` is what fails.

    ## Example

    `due_on: 2026-10-02` and `status: open` in November.

    ## Instead

    Done with its evidence, or dropped with its reason, by its date.

    ## Fix

    `incidentrepo follow-up done`, or `follow-up drop ... --reason "..."`, which is an honest end.
    Where there is a good reason, it can be waived by another person.
    """

    id = "follow-up-overdue"
    summary = "a follow-up that should have been done by now"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what is owed since before now."""
        return overdue_findings(self, DutyKind.FOLLOW_UP, record, context)
