"""Rule: closed-with-loose-follow-up."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus, Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule


class ClosedWithLooseFollowUp(Rule):
    """
    ## What it flags

    A follow-up of a closed incident that has no owner or no date, or that was dropped without a
    reason.

    ## Why it matters

    Once an incident is closed nobody looks at it; what has no owner and no date then is not done.
    To drop one is honest, with a reason.

    ## Example

    ```yaml
    status: closed
    follow_ups:
      - id: f3a6q2m7x
        title: Alert on checkout success rate
        status: open
    ```

    ## Instead

    ```yaml
      - id: f3a6q2m7x
        title: Alert on checkout success rate
        owner: grace
        due_on: 2026-12-02
        status: open
    ```

    ## Fix

    `incidentrepo follow-up assign`, `follow-up move` or `follow-up drop ... --reason "..."`.
    """

    id = "closed-with-loose-follow-up"
    summary = "a follow-up of a closed incident that nobody will do"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each follow-up of a closed incident that lacks what gets it done."""
        if record.incident.status is not Status.CLOSED:
            return
        for follow_up in record.incident.follow_ups:
            missing = _missing(follow_up)
            if missing:
                yield self.finding(
                    record,
                    ("follow_ups", follow_up.index),
                    message=f"'{follow_up.title}' has no {' and no '.join(missing)}",
                    hint="give it an owner and a date, or drop it with a reason",
                    subject=follow_up.id or str(follow_up.index),
                )


def _missing(follow_up: FollowUp) -> tuple[str, ...]:
    if follow_up.status is FollowUpStatus.DONE:
        return ()
    if follow_up.status is FollowUpStatus.WONT_DO:
        return () if follow_up.reason.strip() else ("reason",)
    asked = (("owner", follow_up.owner), ("date", follow_up.due_on))
    return tuple(name for name, value in asked if value is None)
