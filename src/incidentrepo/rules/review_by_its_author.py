"""Rule: review-by-its-author."""

from collections.abc import Iterator

from incidentrepo.duties import has_review
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class ReviewByItsAuthor(Rule):
    """
    ## What it flags

    A review in which nobody took part but the authors of the postmortem: they alone approved it, or
    they alone were at the meeting.
    In a firm of one nobody else can be asked, and nothing is said.

    ## Why it matters

    A review is that others have read it; such a one pays nothing, and who recorded it believes it does.

    ## Example

    ```yaml
    review:
      approved_by: [ada]     # and postmortem.md says `authors: [ada]`
    ```

    ## Instead

    ```yaml
    review:
      approved_by: [grace]
    ```

    ## Fix

    Ask somebody else to read it, and add them; or take the entry out.
    """

    id = "review-by-its-author"
    summary = "a review in which nobody but its authors took part"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield a review that is none."""
        review = record.incident.review
        if not (review.attendees or review.approved_by) or has_review(record, context.repository.people):
            return
        field = "approved_by" if review.approved_by else "attendees"
        if field == "approved_by" or review.held_at is not None:
            yield self.finding(
                record,
                ("review", field),
                message="nobody took part in this review but the authors of the postmortem",
                hint="ask somebody else to read it, and add them",
            )
