"""Duties that have run out, told by the rules of each kind."""

from collections.abc import Callable, Iterator
from datetime import datetime
from datetime import time as clock

from incidentrepo.duty_commands import command_for
from incidentrepo.findings import Finding
from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.place import Pointer
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


def overdue_findings(rule: Rule, kind: DutyKind, record: Record, context: Context) -> Iterator[Finding]:
    """Yield what this incident owes of that kind and should have paid before now."""
    return _findings(rule, record, context, lambda duty: duty.name == kind and not duty.is_own)


def overdue_own_findings(rule: Rule, record: Record, context: Context) -> Iterator[Finding]:
    """Yield the duties of the organisation's own making that should have been paid before now."""
    return _findings(rule, record, context, lambda duty: duty.is_own)


def _findings(
    rule: Rule, record: Record, context: Context, is_meant: Callable[[Duty], bool]
) -> Iterator[Finding]:
    for duty in context.duties.get(record.incident.id, ()):
        if is_meant(duty) and duty.is_overdue(context.now):
            late = describe_elapsed(context.now - duty.due_at)
            owner = duty.owed_by or "nobody yet"
            what = duty.name if duty.is_own else duty.subject
            yield rule.finding(
                record,
                _pointer(record, duty),
                message=f"{what} was due {_say_due(duty.due_at)}, {late} ago; owed by {owner}",
                hint=command_for(duty, record.postmortem),
                subject=duty.follow_up or duty.name,
            )


def _say_due(due_at: datetime) -> str:
    return f"{due_at:%Y-%m-%d}" if due_at.time() == clock.max else f"{due_at:%Y-%m-%d %H:%M}"


def _pointer(record: Record, duty: Duty) -> Pointer:
    for follow_up in record.incident.follow_ups:
        if duty.follow_up is not None and follow_up.id == duty.follow_up:
            return ("follow_ups", follow_up.index)
    return ("status",)
