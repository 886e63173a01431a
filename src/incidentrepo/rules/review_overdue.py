"""Rule: review-overdue."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.overdue import overdue_findings
from incidentrepo.rules.rule import Rule


class ReviewOverdue(Rule):
    """
    ## What it flags

    An incident whose severity asks for a review, and whose time for it is over.

    ## Why it matters

    What matters most should be read by others than its author, while it can still change something.
    Time alone never fails a check: this warns, and `incidentrepo deadlines` is what fails.

    ## Example

    A SEV1 that was resolved a month ago, with neither `review.held_at` nor `review.approved_by`.

    ## Instead

    A meeting in which others read it, or an approval by somebody who is not its author.

    ## Fix

    Hold the meeting, then `incidentrepo review held ID`.
    Or ask somebody to approve the postmortem, then `incidentrepo review approved ID --by WHO`.
    Where there is a good reason, another person can let it off: `incidentrepo waive ID --duty review`.
    """

    id = "review-overdue"
    summary = "a review that should have been held by now"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what is owed since before now."""
        return overdue_findings(self, DutyKind.REVIEW, record, context)
