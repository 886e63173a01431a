"""The duties of an organisation's own making: a regulator's 72 hours, the press office's two."""

from collections.abc import Iterator

from incidentrepo.conditions import holds, is_declared_since
from incidentrepo.duties.case import Case
from incidentrepo.duties.paying import find_payment
from incidentrepo.duties.stages import starts_at
from incidentrepo.model.condition import Condition
from incidentrepo.model.duty import Duty
from incidentrepo.model.policy import DutyPolicy
from incidentrepo.model.status import Kind, Status


def own_duties(case: Case, *, is_let_off: bool = False) -> Iterator[Duty]:
    """
    Yield what the policy's own duties ask, several side by side.

    Near misses, exercises and maintenance owe only what names their kind; so does, where `is_let_off`,
    what is invalid or became one of those.
    """
    for duty in case.policy.duties:
        if is_let_off and not _is_named(duty.when, case):
            continue
        if _is_in_force(duty, case) and holds(
            duty.when, case.incident, case.policy, now=case.now, severity=case.severity
        ):
            yield from _own_duty(duty, case)


def _is_named(condition: Condition, case: Case) -> bool:
    """Whether the condition asks for this very kind of thing, which is not an incident."""
    incident = case.incident
    if incident.kind is Kind.INCIDENT or incident.status is Status.INVALID:
        return False
    parts = (condition, *condition.all_of, *condition.any_of)
    return any(incident.kind in part.kinds for part in parts)


def _is_in_force(duty: DutyPolicy, case: Case) -> bool:
    since = duty.effective_from
    return since is None or is_declared_since(since, case.incident, case.policy.calendar)


def _own_duty(duty: DutyPolicy, case: Case) -> Iterator[Duty]:
    since = starts_at(case, duty.since)
    if since is None:
        return
    payment = find_payment(case, duty)
    yield Duty(
        name=duty.name,
        incident=case.incident.id,
        subject=duty.description.strip().partition("\n")[0] or duty.name,
        owed_by=case.owed_by,
        since=since,
        due_at=case.due_at(since, duty.within),
        within=str(duty.within),
        is_satisfied=payment is not None,
        satisfied_at=payment.at if payment else None,
        is_own=True,
        satisfied_by=duty.satisfied_by,
        field=duty.field,
        # A clock that closing itself starts cannot run out before it, and follow-ups may outlast it.
        bars_closing=duty.since != "closed_at" and duty.satisfied_by not in {"closing", "follow_ups"},
    )
