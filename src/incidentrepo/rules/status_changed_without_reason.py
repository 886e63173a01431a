"""Rule: status-changed-without-reason."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.status_steps import STAGES, status_steps


class StatusChangedWithoutReason(Rule):
    """
    ## What it flags

    A status entry that calls the incident invalid, or takes it a step back, and gives no reason.
    Steps forward need none.

    ## Why it matters

    What is invalid leaves the reports and owes nothing; what is reopened has its clocks start again.
    Whoever reads that later wants to know why, and so does the auditor.

    ## Example

    ```yaml
    - at: 2026-11-02T12:00:00Z
      by: ada
      entry: status
      from: resolved
      to: open
    ```

    ## Instead

    ```yaml
    - at: 2026-11-02T12:00:00Z
      by: ada
      entry: status
      from: resolved
      to: open
      reason: The errors are back since noon.
    ```

    ## Fix

    Add `reason:` to the entry.
    `incidentrepo reopen` and `incidentrepo invalidate` ask for it.
    """

    id = "status-changed-without-reason"
    summary = "an incident reopened, or called invalid, without a reason"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each entry that should say why and does not."""
        for found, entry in status_steps(record.incident):
            # What is told late found the status of its own time, and says so.
            before = entry.before or found
            if not entry.reason.strip() and _needs_reason(before, entry.after):
                yield self.finding(
                    record,
                    ("timeline", entry.index),
                    message=f"{before} to {entry.after} without a reason",
                    hint="add `reason:` to this entry",
                    subject=entry.id or str(entry.index),
                )


def _needs_reason(before: Status, after: Status | None) -> bool:
    if before is after or after is None:
        return False
    if Status.INVALID in {before, after}:
        return True
    return STAGES[after] < STAGES[before]
