"""One incident as policy looks at it: how bad it counts, and when its clocks start."""

from dataclasses import dataclass
from datetime import datetime

from incidentrepo.model.calendar import as_deadline, deadline
from incidentrepo.model.duration import Duration
from incidentrepo.model.incident import Incident
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Policy, SeverityPolicy
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity, highest
from incidentrepo.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class Case:
    """
    One incident, the policy it falls under, and what time it is.

    `severity` is the highest it ever had, its duplicates counted in; `asked` is what that owes, None
    where it owes nothing.
    """

    record: Record
    policy: Policy
    people: People
    severity: Severity | None
    asked: SeverityPolicy | None
    now: datetime

    @property
    def incident(self) -> Incident:
        """What its `incident.yaml` says."""
        return self.record.incident

    @property
    def over_at(self) -> Time | None:
        """When it was over; closing at once skips `resolved_at`, but no duty with it."""
        return self.incident.times.resolved_at or self.incident.times.closed_at

    @property
    def is_on_fire(self) -> bool:
        """Whether people are still at work on it."""
        return self.incident.status is not None and self.incident.status.is_on_fire

    @property
    def owed_by(self) -> str | None:
        """Who owes what is owed: the owner, else who declared it."""
        return self.incident.owner or self.incident.declared_by

    def as_instant(self, time: Time) -> datetime:
        """Return when `time` was at the latest: a day ends in the policy's zone."""
        return as_deadline(time, self.policy.calendar)

    def due_at(self, since: datetime, within: Duration) -> datetime:
        """Return when what is owed `since` then has to be paid."""
        return deadline(since, within, self.policy.calendar)


def make_case(
    record: Record,
    policy: Policy,
    inherited: Severity | None = None,
    *,
    now: datetime,
    people: People = NOBODY,
) -> Case:
    """Return the case of one incident; `inherited` is the worst severity of its duplicates."""
    held = _held(record.incident, inherited, people)
    asked = asked_of(held, policy)
    return Case(record=record, policy=policy, people=people, severity=held, asked=asked, now=now)


def severity_policy(
    incident: Incident, policy: Policy, inherited: Severity | None = None, *, people: People = NOBODY
) -> SeverityPolicy | None:
    """
    Return what the highest severity ever held owes, or None where there is no severity.

    A severity that the policy does not have owes what the next lesser one does.
    """
    return asked_of(_held(incident, inherited, people), policy)


def asked_of(severity: Severity | None, policy: Policy) -> SeverityPolicy | None:
    """Return what `severity` owes, or the next lesser one where the policy does not have it."""
    if severity is None:
        return None
    # The policy's own order is from the worst to the least.
    return next((asked for level, asked in policy.severities.items() if severity.is_at_least(level)), None)


def _held(incident: Incident, inherited: Severity | None, people: People) -> Severity | None:
    own = incident.highest_held(alone=people.only_one)
    return highest(level for level in (own, inherited) if level is not None)
