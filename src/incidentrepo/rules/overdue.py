"""Duties that have run out, told by the rules of each kind."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.place import Pointer
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


def overdue_findings(
    rule: Rule, kind: DutyKind, record: Record, context: Context, *, hint: str
) -> Iterator[Finding]:
    """Yield what this incident owes of that kind and should have paid before now."""
    for duty in context.duties.get(record.incident.id, ()):
        if duty.name == kind and duty.is_overdue(context.now):
            late = describe_elapsed(context.now - duty.due_at)
            owner = duty.owed_by or "nobody yet"
            yield rule.finding(
                record,
                _pointer(record, duty),
                message=f"{duty.subject} was due {duty.due_at:%Y-%m-%d}, {late} ago; owed by {owner}",
                hint=hint.format(
                    id=record.incident.id,
                    follow_up=duty.follow_up,
                    step="finish" if record.postmortem else "new",
                ),
                subject=duty.follow_up or duty.name,
            )


def _pointer(record: Record, duty: Duty) -> Pointer:
    for follow_up in record.incident.follow_ups:
        if duty.follow_up is not None and follow_up.id == duty.follow_up:
            return ("follow_ups", follow_up.index)
    return ("status",)
