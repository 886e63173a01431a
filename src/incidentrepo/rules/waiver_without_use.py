"""Rule: waiver-without-use."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.duty import NEVER_WAIVED, Duty
from incidentrepo.model.incident import Waiver
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.waivers import finds_something, granted_waivers, name_of


class WaiverWithoutUse(Rule):
    """
    ## What it flags

    A waiver without an end that waives nothing: its rule finds nothing in this incident, or its duty is not
    owed or was paid in time.
    A waiver with `until:` ends by itself, and one of a rule about changes is needed only for the change;
    both are left alone.
    So are the duties of an incident that is still open or mitigated, for they are to come.

    ## Why it matters

    It lies in wait: the next defect of that sort would pass unseen, and nobody has agreed to that one.

    ## Example

    ```yaml
    waivers:
      - {rule: severity-changed-without-reason, reason: Imported., by: ada, approved_by: mara}
    ```

    ## Instead

    No waiver, once the entry has its reason.

    ## Fix

    Take it out.
    """

    id = "waiver-without-use"
    summary = "a waiver that waives nothing"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each waiver that counts and that nothing needs."""
        if not record.incident.waivers:
            return
        for waiver in granted_waivers(record, context):
            why = "" if waiver.until else _why(waiver, record, context)
            if why:
                yield self.finding(
                    record,
                    ("waivers", waiver.index),
                    message=f"the waiver of {name_of(waiver)} waives nothing: {why}",
                    hint="take it out",
                    subject=name_of(waiver),
                )


def _why(waiver: Waiver, record: Record, context: Context) -> str:
    """Return in words why a waiver is not needed, or nothing where it is."""
    if waiver.rule is not None:
        return "" if _is_needed(waiver.rule, record, context) else "the rule finds nothing here"
    if waiver.duty in NEVER_WAIVED:
        return "that is paid by one line, and never waived"
    status = record.incident.status
    if status is not None and status.is_on_fire:
        return ""
    duties = [duty for duty in context.duties.get(record.incident.id, ()) if duty.name == waiver.duty]
    if not duties:
        return "that is not owed here"
    return "that was paid in time" if all(map(_was_paid_in_time, duties)) else ""


def _is_needed(rule_id: str, record: Record, context: Context) -> bool:
    # Imported here: the list of all rules has this one in it.
    from incidentrepo.rules import RULES

    rule = next((rule for rule in RULES if rule.id == rule_id), None)
    # What there is no rule of is another rule's to tell, and what only a change can break is not seen here.
    if rule is None or isinstance(rule, WaiverWithoutUse):
        return True
    return type(rule).check_change is not Rule.check_change or finds_something(rule, record, context)


def _was_paid_in_time(duty: Duty) -> bool:
    return duty.is_satisfied and duty.satisfied_at is not None and not duty.is_late
