"""Rule: follow-up-dropped-without-reason."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule


class FollowUpDroppedWithoutReason(Rule):
    """
    ## What it flags

    A follow-up with the status `wont_do` and without a reason.

    ## Why it matters

    To drop one is an honest end, and the reason is what makes it one: when the same incident comes again,
    this is the first thing that is asked.

    ## Example

    ```yaml
    follow_ups:
      - id: f3a6q2m7x
        title: Rewrite the checkout
        status: wont_do
    ```

    ## Instead

    ```yaml
      - id: f3a6q2m7x
        title: Rewrite the checkout
        status: wont_do
        reason: The alert finds it in a minute, and the rewrite would take a year.
    ```

    ## Fix

    Add `reason:`. `incidentrepo follow-up drop ID FOLLOW_UP --reason "..."` does both at once.
    """

    id = "follow-up-dropped-without-reason"
    summary = "a follow-up that was dropped, and nobody said why"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each that was dropped in silence."""
        for follow_up in record.incident.follow_ups:
            if follow_up.status is FollowUpStatus.WONT_DO and not follow_up.reason.strip():
                yield self.finding(
                    record,
                    ("follow_ups", follow_up.index),
                    message=f"'{follow_up.title}' was dropped without a reason",
                    hint="add `reason:` to this follow-up",
                    subject=follow_up.id or str(follow_up.index),
                )
