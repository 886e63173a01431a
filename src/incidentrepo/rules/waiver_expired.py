"""Rule: waiver-expired."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.waivers import finds_something, granted_waivers, has_run_out, name_of


class WaiverExpired(Rule):
    """
    ## What it flags

    A waiver of a rule whose last day is over while the rule still finds something.
    The finding is back, as a warning: no day that passes makes an error.
    A duty whose waiver has run out is told by the rule of that duty, as overdue.

    ## Why it matters

    Leave until a day is a promise to have mended it by then.

    ## Example

    ```yaml
    waivers:
      - rule: closed-without-final-postmortem
        reason: The vendor's report comes in two weeks.
        by: ada
        approved_by: mara
        until: 2026-11-20
    ```

    ## Instead

    What the rule asks for; the waiver may stay, as a part of the story.

    ## Fix

    Mend what the rule finds, or have a later `until:` approved.
    """

    id = "waiver-expired"
    summary = "a waiver that has run out while its rule still finds something"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each waiver that has run out, unless it is not needed any more, or another one holds."""
        if not record.incident.waivers:
            return
        # Imported here: the list of all rules has this one in it.
        from incidentrepo.rules import RULES

        calendar = context.repository.policy.calendar
        granted = tuple(granted_waivers(record, context))
        over = [waiver for waiver in granted if has_run_out(waiver, calendar, context.now)]
        held = {waiver.rule for waiver in granted if waiver not in over}
        for waiver in over:
            rule = next((rule for rule in RULES if rule.id == waiver.rule and rule.id != self.id), None)
            if rule and rule.id not in held and finds_something(rule, record, context):
                yield self.finding(
                    record,
                    ("waivers", waiver.index),
                    message=f"the waiver of {rule.id} ran out on {waiver.until}",
                    hint="mend what the rule finds, or have a later `until:` approved",
                    subject=name_of(waiver),
                )
