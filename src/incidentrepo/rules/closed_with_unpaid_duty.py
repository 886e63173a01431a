"""Rule: closed-with-unpaid-duty."""

from collections.abc import Iterator

from incidentrepo.duty_commands import command_for
from incidentrepo.findings import Finding
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule


class ClosedWithUnpaidDuty(Rule):
    """
    ## What it flags

    A closed incident that still owes its review, or a duty from `duties:` in your policy.
    Its postmortem and its follow-ups have rules of their own.

    ## Why it matters

    Once it is closed nobody looks at it, so what is unpaid then stays unpaid.
    What counts is the highest severity it ever had, and whether it is paid: never the day.

    ## Example

    ```yaml
    severity: SEV1
    status: closed          # with neither `review.held_at` nor `review.approved_by`
    ```

    ## Instead

    Pay it, then close: `incidentrepo close` says what is missing, and the command for each.

    ## Fix

    The finding names the command that pays it.
    Where there is a good reason not to, another person can waive it.
    """

    id = "closed-with-unpaid-duty"
    summary = "a closed incident that still owes a review or a duty of the policy"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each duty that closing asked for."""
        if record.incident.status is not Status.CLOSED:
            return
        unpaid = [
            duty for duty in context.duties.get(record.incident.id, ()) if duty.bars_closing and duty.is_open
        ]
        told = {duty.satisfied_by for duty in unpaid if not duty.is_own}
        for duty in unpaid:
            if _is_told_here(duty, told):
                yield self.finding(
                    record,
                    ("status",),
                    message=f"closed, and {duty.name} is unpaid; owed by {duty.owed_by or 'nobody yet'}",
                    hint=command_for(duty, record.postmortem),
                    subject=duty.name,
                )


def _is_told_here(duty: Duty, told: set[str]) -> bool:
    """Whether it is this rule's to say: what one of our own duties asks for too is said of that one."""
    if duty.is_own:
        return duty.satisfied_by not in told
    return duty.name != DutyKind.POSTMORTEM
