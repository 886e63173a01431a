"""What is owed, by whom and by when: one mechanism for every duty of a policy."""

from collections.abc import Iterator, Mapping
from datetime import datetime

from incidentrepo.conditions import owes
from incidentrepo.model.calendar import as_deadline, deadline
from incidentrepo.model.duration import Duration
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Policy, SeverityPolicy
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity, highest
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.model.time import Time
from incidentrepo.repository import Repository


def owed_duties(repository: Repository) -> tuple[Duty, ...]:
    """Return every duty of every incident, paid or not, the one due first first."""
    inherited = inherited_severities(repository)
    duties = (
        duty
        for record in repository.records
        for duty in duties_of(record, repository.policy, inherited.get(record.incident.id))
    )
    return tuple(sorted(duties, key=lambda duty: (duty.due_at, duty.incident, duty.name)))


def inherited_severities(repository: Repository) -> Mapping[str, Severity]:
    """Return what duplicates hand on: by incident, the worst severity of its duplicates."""
    handed: dict[str, Severity] = {}
    for record in repository.records:
        original, severity = record.incident.related.duplicate_of, record.incident.highest_severity
        if original and severity:
            handed[original] = highest([severity, handed.get(original, severity)]) or severity
    return handed


def duties_of(record: Record, policy: Policy, inherited: Severity | None = None) -> tuple[Duty, ...]:
    """Return what the policy asks for one incident, paid or not."""
    incident = record.incident
    if not owes(incident, policy) or incident.related.duplicate_of:
        return ()
    asked = severity_policy(incident, policy, inherited)
    return (
        *_postmortem(record, policy, asked),
        *_review(record, policy, asked),
        *_follow_ups(incident, policy, asked),
    )


def severity_policy(
    incident: Incident, policy: Policy, inherited: Severity | None = None
) -> SeverityPolicy | None:
    """Return what the highest severity ever held owes, or None where there is no severity."""
    held = [level for level in (incident.highest_severity, inherited) if level is not None]
    worst = highest(held)
    return policy.severities.get(worst) if worst else None


def _postmortem(record: Record, policy: Policy, asked: SeverityPolicy | None) -> Iterator[Duty]:
    over_at = _over_at(record.incident)
    if asked is None or asked.postmortem is None or over_at is None:
        return
    postmortem = record.postmortem
    finished_at = postmortem.finished_at if postmortem and postmortem.is_final else None
    yield _duty(
        DutyKind.POSTMORTEM,
        record.incident,
        policy,
        subject="postmortem",
        since=over_at,
        within=asked.postmortem,
        is_satisfied=postmortem is not None and postmortem.is_final,
        satisfied_at=finished_at,
    )


def _review(record: Record, policy: Policy, asked: SeverityPolicy | None) -> Iterator[Duty]:
    incident = record.incident
    over_at = _over_at(incident)
    if asked is None or asked.review is None or over_at is None:
        return
    authors = record.postmortem.authors if record.postmortem else ()
    is_approved = any(person not in authors for person in incident.review.approved_by)
    yield _duty(
        DutyKind.REVIEW,
        incident,
        policy,
        subject="review",
        since=over_at,
        within=asked.review,
        is_satisfied=incident.review.held_at is not None or is_approved,
        satisfied_at=incident.review.held_at,
    )


def _follow_ups(incident: Incident, policy: Policy, asked: SeverityPolicy | None) -> Iterator[Duty]:
    for follow_up in incident.follow_ups:
        if follow_up.status is FollowUpStatus.PROPOSED or follow_up.is_now:
            continue
        since = follow_up.created_at or _over_at(incident)
        due_at = _follow_up_due_at(follow_up, policy, asked)
        if since is None or due_at is None:
            continue
        yield Duty(
            name=DutyKind.FOLLOW_UP,
            incident=incident.id,
            subject=follow_up.title,
            owed_by=follow_up.owner or incident.owner,
            since=since.latest.astimezone(policy.calendar.zone),
            due_at=due_at,
            within=str(asked.follow_ups) if asked and asked.follow_ups else "",
            follow_up=follow_up.id,
            is_satisfied=follow_up.status.has_ended,
            satisfied_at=_instant(follow_up.done_at, policy),
            is_waived=_is_waived(incident, DutyKind.FOLLOW_UP),
        )


def _follow_up_due_at(follow_up: FollowUp, policy: Policy, asked: SeverityPolicy | None) -> datetime | None:
    """Return when it is due: its own date, else what policy allows from its creation."""
    if follow_up.due_on is not None:
        return as_deadline(follow_up.due_on, policy.calendar)
    if asked is None or asked.follow_ups is None or follow_up.created_at is None:
        return None
    return deadline(follow_up.created_at.latest, asked.follow_ups, policy.calendar)


def _duty(
    kind: DutyKind,
    incident: Incident,
    policy: Policy,
    *,
    subject: str,
    since: Time,
    within: Duration,
    is_satisfied: bool,
    satisfied_at: Time | None,
) -> Duty:
    return Duty(
        name=kind,
        incident=incident.id,
        subject=subject,
        owed_by=incident.owner or incident.declared_by,
        since=since.latest.astimezone(policy.calendar.zone),
        due_at=deadline(since.latest, within, policy.calendar),
        within=str(within),
        is_satisfied=is_satisfied,
        satisfied_at=_instant(satisfied_at, policy),
        is_waived=_is_waived(incident, kind),
    )


def _over_at(incident: Incident) -> Time | None:
    """Return when it was over; closing at once skips `resolved_at`, but no duty with it."""
    return incident.times.resolved_at or incident.times.closed_at


def _instant(time: Time | None, policy: Policy) -> datetime | None:
    return time.latest.astimezone(policy.calendar.zone) if time else None


def _is_waived(incident: Incident, kind: DutyKind) -> bool:
    """Whether another person, neither its author nor the owner, has let this duty off."""
    return any(
        waiver.duty == kind and waiver.approved_by not in {None, waiver.by, incident.owner}
        for waiver in incident.waivers
    )
