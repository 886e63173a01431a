"""What is owed, by whom and by when: one mechanism for every duty of a policy."""

from collections import defaultdict
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


def owed_duties(repository: Repository, *, now: datetime) -> tuple[Duty, ...]:
    """Return every duty of every incident, paid or not, the one due first first."""
    handed = handed_on(repository)
    inherited: dict[str, list[Severity]] = defaultdict(list)
    for record in repository.records:
        severity, original = record.incident.highest_severity, handed.get(record.incident.id)
        if severity and original:
            inherited[original].append(severity)
    duties = (
        duty
        for record in repository.records
        if record.incident.id not in handed
        for duty in duties_of(record, repository.policy, highest(inherited[record.incident.id]), now=now)
    )
    return tuple(sorted(duties, key=lambda duty: (duty.due_at, duty.incident, duty.name)))


def handed_on(repository: Repository) -> Mapping[str, str]:
    """
    Return which incident owes instead of another that tells the same: by the duplicate's id.

    A duplicate of what is not there, of itself, or of what owes nothing, keeps its own duties.
    """
    named = [record.incident for record in repository.records]
    duplicates = [incident for incident in named if incident.related.duplicate_of]
    if not duplicates:
        return {}
    by_name = {alias: incident for incident in named for alias in incident.aliases}
    by_name.update({incident.id: incident for incident in named})
    originals = ((duplicate, _original(duplicate, by_name)) for duplicate in duplicates)
    return {
        duplicate.id: original.id
        for duplicate, original in originals
        if original and owes(original, repository.policy)
    }


def duties_of(
    record: Record,
    policy: Policy,
    inherited: Severity | None = None,
    *,
    now: datetime,  # noqa: ARG001  # for clocks that run while it is open
) -> tuple[Duty, ...]:
    """Return what the policy asks for one incident, paid or not; `inherited` is its duplicates' severity."""
    if not owes(record.incident, policy):
        return ()
    asked = severity_policy(record.incident, policy, inherited)
    return (
        *_postmortem(record, policy, asked),
        *_review(record, policy, asked),
        *_follow_ups(record.incident, policy, asked),
    )


def severity_policy(
    incident: Incident, policy: Policy, inherited: Severity | None = None
) -> SeverityPolicy | None:
    """
    Return what the highest severity ever held owes, or None where there is no severity.

    A severity that the policy does not have owes what the next lesser one does.
    """
    held = highest(level for level in (incident.highest_severity, inherited) if level is not None)
    if held is None:
        return None
    # The policy's own order is from the worst to the least.
    return next((asked for level, asked in policy.severities.items() if held.is_at_least(level)), None)


def has_review(record: Record) -> bool:
    """Whether others have read it: in a meeting, or by the approval of one who is not its author."""
    authors = record.postmortem.authors if record.postmortem else ()
    is_approved = any(person not in authors for person in record.incident.review.approved_by)
    return record.incident.review.held_at is not None or is_approved


def _original(duplicate: Incident, by_name: Mapping[str, Incident]) -> Incident | None:
    """Return the incident at the end of a chain of duplicates, or None where there is no end."""
    seen = {duplicate.id}
    incident = duplicate
    while incident.related.duplicate_of:
        found = by_name.get(incident.related.duplicate_of)
        if found is None or found.id in seen:
            return None
        seen.add(found.id)
        incident = found
    return incident


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
    yield _duty(
        DutyKind.REVIEW,
        incident,
        policy,
        subject="review",
        since=over_at,
        within=asked.review,
        is_satisfied=has_review(record),
        satisfied_at=incident.review.held_at,
    )


def _follow_ups(incident: Incident, policy: Policy, asked: SeverityPolicy | None) -> Iterator[Duty]:
    waived_until = _waived_until(incident, DutyKind.FOLLOW_UP, policy)
    for follow_up in incident.follow_ups:
        if follow_up.status is FollowUpStatus.PROPOSED or follow_up.is_now:
            continue
        since = follow_up.created_at or _over_at(incident) or incident.times.declared_at
        due_at = _follow_up_due_at(follow_up, policy, asked)
        if since is None or due_at is None:
            continue
        yield Duty(
            name=DutyKind.FOLLOW_UP,
            incident=incident.id,
            subject=follow_up.title,
            owed_by=follow_up.owner or incident.owner,
            since=as_deadline(since, policy.calendar),
            due_at=due_at,
            within=str(asked.follow_ups) if asked and asked.follow_ups else "",
            follow_up=follow_up.id,
            is_satisfied=follow_up.status.has_ended,
            satisfied_at=_instant(follow_up.done_at, policy),
            is_waived=waived_until is not None,
            waived_until=waived_until,
        )


def _follow_up_due_at(follow_up: FollowUp, policy: Policy, asked: SeverityPolicy | None) -> datetime | None:
    """Return when it is due: its own date, else what policy allows from its creation."""
    if follow_up.due_on is not None:
        return as_deadline(follow_up.due_on, policy.calendar)
    if asked is None or asked.follow_ups is None or follow_up.created_at is None:
        return None
    return _due_at(follow_up.created_at, asked.follow_ups, policy)


def _due_at(since: Time, within: Duration, policy: Policy) -> datetime:
    # As a deadline: a date counts from that day in the policy's zone.
    return deadline(as_deadline(since, policy.calendar), within, policy.calendar)


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
    waived_until = _waived_until(incident, kind, policy)
    return Duty(
        name=kind,
        incident=incident.id,
        subject=subject,
        owed_by=incident.owner or incident.declared_by,
        since=as_deadline(since, policy.calendar),
        due_at=_due_at(since, within, policy),
        within=str(within),
        is_satisfied=is_satisfied,
        satisfied_at=_instant(satisfied_at, policy),
        is_waived=waived_until is not None,
        waived_until=waived_until,
    )


def _over_at(incident: Incident) -> Time | None:
    """Return when it was over; closing at once skips `resolved_at`, but no duty with it."""
    return incident.times.resolved_at or incident.times.closed_at


def _instant(time: Time | None, policy: Policy) -> datetime | None:
    return as_deadline(time, policy.calendar) if time else None


def _waived_until(incident: Incident, kind: DutyKind, policy: Policy) -> datetime | None:
    """Return how long another person, neither its author nor the owner, has let this duty off."""
    zone = policy.calendar.zone
    untils = [
        as_deadline(waiver.until, policy.calendar) if waiver.until else datetime.max.replace(tzinfo=zone)
        for waiver in incident.waivers
        if waiver.duty == kind and waiver.approved_by not in {None, waiver.by, incident.owner}
    ]
    return max(untils, default=None)
