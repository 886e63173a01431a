"""Rule: severity-changed-without-reason."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.timeline import SeverityChange
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class SeverityChangedWithoutReason(Rule):
    """
    ## What it flags

    A severity entry that gives no reason.

    ## Why it matters

    Anyone may change the severity at any time, up or down.
    The reason is what lets the next person, and the auditor, understand why.

    ## Example

    ```yaml
    - at: 2026-11-02T09:30:00Z
      by: grace
      entry: severity
      from: SEV3
      to: SEV2
    ```

    ## Instead

    ```yaml
    - at: 2026-11-02T09:30:00Z
      by: grace
      entry: severity
      from: SEV3
      to: SEV2
      reason: A sales demo is affected.
    ```

    ## Fix

    Add `reason:` to the entry.
    """

    id = "severity-changed-without-reason"
    summary = "a severity entry that gives no reason"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each severity entry without a reason."""
        for entry in record.incident.timeline:
            if isinstance(entry, SeverityChange) and not entry.reason.strip():
                yield self.finding(
                    record,
                    ("timeline", entry.index),
                    message=f"{entry.before} to {entry.after} without a reason",
                    hint="add `reason:` to this entry",
                    subject=entry.id or str(entry.index),
                )
