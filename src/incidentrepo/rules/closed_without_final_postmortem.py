"""Rule: closed-without-final-postmortem."""

from collections.abc import Iterator

from incidentrepo.duty_commands import command_for
from incidentrepo.findings import Finding
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.policy import Level
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.record import Record
from incidentrepo.model.status import Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Bites, Rule


class ClosedWithoutFinalPostmortem(Rule):
    """
    ## What it flags

    A closed incident whose highest severity owes a postmortem, and which has none that is final.
    One of a single sentence counts only where policy says `one_sentence: true` of that severity.

    ## Why it matters

    Closed means that what there was to learn has been written down.
    The highest severity it ever had counts, so a late downgrade changes nothing.

    ## Example

    ```yaml
    severity: SEV2
    status: closed        # and no postmortem.md beside it
    ```

    ## Instead

    `incidentrepo postmortem new ID`, write it, `incidentrepo postmortem finish ID`, and then close.
    Where policy says that one sentence is enough:
    `incidentrepo close ID --postmortem "A cable was unplugged; it is labelled now."`

    ## Fix

    Write it, or reopen the incident until it is written.
    """

    id = "closed-without-final-postmortem"
    summary = "a closed incident that still owes its postmortem"
    level = Level.ERROR
    bites = Bites.CLOSING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield the missing postmortem of a closed incident."""
        incident = record.incident
        if incident.status is not Status.CLOSED:
            return
        for duty in context.duties.get(incident.id, ()):
            if duty.name == DutyKind.POSTMORTEM and duty.is_open:
                state = _state(record.postmortem)
                yield self.finding(
                    record,
                    ("status",),
                    message=f"closed, was {incident.highest_severity}, and its postmortem {state}",
                    hint=command_for(duty, record.postmortem),
                )


def _state(postmortem: Postmortem | None) -> str:
    if postmortem is None:
        return "is missing"
    return "is one sentence, where more is asked for" if postmortem.is_final else "is a draft"
