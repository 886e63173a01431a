"""Rule: duty-overdue."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.overdue import overdue_own_findings
from incidentrepo.rules.rule import Rule


class DutyOverdue(Rule):
    """
    ## What it flags

    A duty from `duties:` in your policy that has not been paid and whose time is over: a regulator who was
    not told within 72 hours, a status page that said nothing for two.

    ## Why it matters

    Somebody outside counts these hours too.
    Time alone never fails a check: this warns, and `incidentrepo deadlines` is what fails.

    ## Example

    ```yaml
    # incidentrepo.yaml
    duties:
      - name: regulator
        when: {tag: personal-data}
        from: detected_at
        within: 72 hours
        satisfied_by: {field: custom.regulator_told_at}
    ```

    An incident tagged `personal-data`, four days after `detected_at`, without `custom.regulator_told_at`.

    ## Instead

    ```yaml
    custom:
      regulator_told_at: 2026-11-04T10:00:00Z
    ```

    ## Fix

    Do what is owed and say so: the finding names the command.
    Late is better than never, and counts as paid.
    Where there is a good reason, it can be waived by another person.
    """

    id = "duty-overdue"
    summary = "a duty of the organisation's own that should have been paid by now"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what is owed since before now."""
        return overdue_own_findings(self, record, context)
