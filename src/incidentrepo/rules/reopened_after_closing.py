"""Rule: reopened-after-closing."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.status_steps import status_steps

_OVER = frozenset({Status.CLOSED, Status.INVALID})


class ReopenedAfterClosing(Rule):
    """
    ## What it flags

    A status entry that takes a closed incident back to work.
    To call it invalid is allowed, with a reason; what was closed does not come back by that way either.

    ## Why it matters

    Once an incident is closed its postmortem has been read, its numbers have been counted, and what it
    owed has been paid.
    What happens again has a beginning, a duration and a lesson of its own.

    ## Example

    ```yaml
    - at: 2026-11-12T08:00:00Z
      by: ada
      entry: status
      from: closed
      to: open
      reason: It happened again.
    ```

    ## Instead

    A new incident, which says what it repeats:

    ```yaml
    related:
      repeat_of: [2026-11-02-checkout-errors]
    ```

    ## Fix

    Take the entry out again, `incidentrepo declare`, and on the new one
    `incidentrepo set ID related.repeat_of="[2026-11-02-checkout-errors]"`.
    An incident that is not closed yet can be reopened: `incidentrepo reopen ID --reason "..."`.
    """

    id = "reopened-after-closing"
    summary = "a closed incident that was taken back to work"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each entry by which it left its end."""
        was_closed = False
        for before, entry in status_steps(record.incident):
            was_closed = was_closed or before is Status.CLOSED
            if was_closed and before in _OVER and entry.after not in _OVER:
                yield self.finding(
                    record,
                    ("timeline", entry.index),
                    message=f"{entry.after} again after it was closed",
                    hint="take this entry out; then incidentrepo declare, and set related.repeat_of="
                    f"{record.incident.id} on the new one",
                    subject=entry.id or str(entry.index),
                )
