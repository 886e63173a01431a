"""Rule: follow-up-done-without-evidence."""

from collections.abc import Iterator

from incidentrepo.conditions import owes
from incidentrepo.duties import severity_policy
from incidentrepo.findings import Finding
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class FollowUpDoneWithoutEvidence(Rule):
    """
    ## What it flags

    A follow-up that is done, with nothing that shows it: no `evidence`, no `tracker`, and not a word in
    `text` or `reason`. Only where the highest severity asks for a review, which is SEV1 unless your policy
    says otherwise.

    ## Why it matters

    Of what was worst, somebody will ask in a year whether the promise was kept.
    A link to the change takes a minute today and a day then. This is a note, and fails nothing.

    ## Example

    ```yaml
    follow_ups:
      - id: f3a6q2m7x
        title: Alert on checkout success rate
        status: done
    ```

    ## Instead

    ```yaml
      - id: f3a6q2m7x
        title: Alert on checkout success rate
        status: done
        evidence: [https://git.example.org/checkout/commit/1f0c2d4]
    ```

    ## Fix

    Add `evidence:`, or say in `text:` what was done.
    """

    id = "follow-up-done-without-evidence"
    summary = "a follow-up of a severe incident that is called done, with nothing that shows it"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each that has only its status to show."""
        done = [follow_up for follow_up in record.incident.follow_ups if _has_nothing_to_show(follow_up)]
        if not done:
            return
        policy, people = context.repository.policy, context.repository.people
        asked = severity_policy(record.incident, policy, people=people)
        if asked is None or asked.review is None or not owes(record.incident, policy, people):
            return
        for follow_up in done:
            yield self.finding(
                record,
                ("follow_ups", follow_up.index),
                message=f"'{follow_up.title}' is done, and nothing here shows it",
                hint="add `evidence:` with a link to what was done",
                subject=follow_up.id or str(follow_up.index),
            )


def _has_nothing_to_show(follow_up: FollowUp) -> bool:
    words = (follow_up.tracker or "", follow_up.text, follow_up.reason)
    return follow_up.status is FollowUpStatus.DONE and not follow_up.evidence and not any(words)
