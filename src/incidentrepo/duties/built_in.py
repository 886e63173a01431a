"""What every policy asks once an incident is over: its postmortem, its review, its follow-ups."""

from collections.abc import Iterator
from datetime import datetime

from incidentrepo.duties.case import Case
from incidentrepo.duties.paying import Payment, by_postmortem, by_review
from incidentrepo.model.duration import Duration
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.status import FollowUpStatus


def postmortem(case: Case) -> Iterator[Duty]:
    """Yield the postmortem of what is over."""
    if case.asked and case.asked.postmortem:
        yield from _once_over(case, DutyKind.POSTMORTEM, case.asked.postmortem, by_postmortem(case))


def review(case: Case) -> Iterator[Duty]:
    """Yield the review of what is over."""
    if case.asked and case.asked.review:
        yield from _once_over(case, DutyKind.REVIEW, case.asked.review, by_review(case))


def follow_ups(case: Case) -> Iterator[Duty]:
    """Yield the follow-ups that were agreed; work of the fire itself is none."""
    for follow_up in case.incident.follow_ups:
        if follow_up.status is FollowUpStatus.PROPOSED or follow_up.is_now:
            continue
        since = follow_up.created_at or case.over_at or case.incident.times.declared_at
        due_at = _follow_up_due_at(case, follow_up)
        if since is None or due_at is None:
            continue
        yield Duty(
            name=DutyKind.FOLLOW_UP,
            incident=case.incident.id,
            subject=follow_up.title,
            owed_by=follow_up.owner or case.incident.owner,
            since=case.as_instant(since),
            due_at=due_at,
            within=str(case.asked.follow_ups) if case.asked and case.asked.follow_ups else "",
            follow_up=follow_up.id,
            is_satisfied=follow_up.status.has_ended,
            satisfied_at=case.as_instant(follow_up.done_at) if follow_up.done_at else None,
            satisfied_by="follow_ups",
        )


def _once_over(case: Case, kind: DutyKind, within: Duration, payment: Payment | None) -> Iterator[Duty]:
    if case.over_at is None:
        return
    since = case.as_instant(case.over_at)
    yield Duty(
        name=kind,
        incident=case.incident.id,
        subject=kind.value,
        owed_by=case.owed_by,
        since=since,
        due_at=case.due_at(since, within),
        within=str(within),
        is_satisfied=payment is not None,
        satisfied_at=payment.at if payment else None,
        satisfied_by=kind.value,
        bars_closing=True,
    )


def _follow_up_due_at(case: Case, follow_up: FollowUp) -> datetime | None:
    """Return when it is due: its own date, else what policy allows from its creation."""
    if follow_up.due_on is not None:
        return case.as_instant(follow_up.due_on)
    if case.asked is None or case.asked.follow_ups is None or follow_up.created_at is None:
        return None
    return case.due_at(case.as_instant(follow_up.created_at), case.asked.follow_ups)
