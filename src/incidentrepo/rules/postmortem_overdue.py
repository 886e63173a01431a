"""Rule: postmortem-overdue."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.overdue import overdue_findings
from incidentrepo.rules.rule import Rule


class PostmortemOverdue(Rule):
    """
    ## What it flags

    A resolved incident whose postmortem is not final and whose time for it is over.

    ## Why it matters

    Memory fades within days. What is written late is written thinly, or never.
    Time alone never fails a check: this warns, and `incidentrepo deadlines` is what fails.

    ## Example

    A SEV1 that was resolved a week ago and has no `postmortem.md`.

    ## Instead

    One that is finished in time, if only in a few sentences.

    ## Fix

    `incidentrepo postmortem new ID`, write it, `incidentrepo postmortem finish ID`.
    Where there is a good reason, it can be waived by another person.
    """

    id = "postmortem-overdue"
    summary = "a postmortem that should have been written by now"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what is owed since before now."""
        return overdue_findings(self, DutyKind.POSTMORTEM, record, context)
