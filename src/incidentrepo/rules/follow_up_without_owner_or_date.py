"""Rule: follow-up-without-owner-or-date."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus, Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule


class FollowUpWithoutOwnerOrDate(Rule):
    """
    ## What it flags

    A follow-up of a resolved incident that has no owner or no date: a warning at first, an error once the
    incident is closed. One that is only proposed has until then to find them.

    ## Why it matters

    Once an incident is over nobody looks at it; what has no owner and no date then is not done.

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

    `incidentrepo follow-up assign`, `follow-up move`, or, where nobody will do it,
    `follow-up drop ... --reason "..."`.
    """

    id = "follow-up-without-owner-or-date"
    summary = "a follow-up that nobody will do, since nobody owns it or it has no date"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each follow-up that lacks what gets it done."""
        status = record.incident.status
        if status not in {Status.RESOLVED, Status.CLOSED}:
            return
        for follow_up in record.incident.follow_ups:
            if follow_up.status is FollowUpStatus.PROPOSED and status is not Status.CLOSED:
                continue
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
    if follow_up.status.has_ended:
        return ()
    asked = (("owner", follow_up.owner), ("date", follow_up.due_on))
    return tuple(name for name, value in asked if value is None)
