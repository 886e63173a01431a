"""Rule: severity-below-guide."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.severity import highest
from incidentrepo.model.status import Status
from incidentrepo.model.timeline import Declared
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.severity_guide import guided_severity

_OVER = frozenset({Status.CLOSED, Status.INVALID})


class SeverityBelowGuide(Rule):
    """
    ## What it flags

    An incident that was declared with less than its own answers lead to in the policy's `severity_guide`,
    without a word on why.
    More than the guide says is always allowed, and what is closed is left alone: guides change.

    ## Why it matters

    The guide is what lets anybody declare without asking around.
    Who knows better may well be right, and the reason is what the next version of the guide is made of.

    ## Example

    ```yaml
    - at: 2026-11-02T09:14:00Z
      by: ada
      entry: declared
      severity: SEV3
      answers: {hurt: "Our reputation, or money"}
    ```

    ## Instead

    ```yaml
      severity: SEV3
      answers: {hurt: "Our reputation, or money"}
      text: It is four euros.
    ```

    ## Fix

    Add `text:` to the entry, or `incidentrepo severity ID SEV2 --reason "..."`.
    """

    id = "severity-below-guide"
    summary = "an incident declared with less than its answers lead to"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield a declaration that says less than its own answers, unless it has been raised since."""
        incident, policy = record.incident, context.repository.policy
        if incident.status in _OVER:
            return
        for entry in incident.timeline:
            if not isinstance(entry, Declared) or not entry.answers or entry.text.strip():
                continue
            guided = guided_severity(entry.answers, policy)
            held = highest(severity for severity in (entry.severity, incident.severity) if severity)
            if guided and held and not held.is_at_least(guided):
                yield self.finding(
                    record,
                    ("timeline", entry.index, "severity"),
                    message=f"it was declared {entry.severity}, and the answers beside it lead to {guided}",
                    hint="say why in `text:`, or incidentrepo severity "
                    f'{incident.id} {guided} --reason "..."',
                    subject=entry.id or str(entry.index),
                )
