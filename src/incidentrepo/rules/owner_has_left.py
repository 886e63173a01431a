"""Rule: owner-has-left."""

from collections.abc import Iterator
from dataclasses import dataclass

from incidentrepo.findings import Finding
from incidentrepo.model.calendar import as_deadline
from incidentrepo.model.incident import Incident
from incidentrepo.model.place import Pointer
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus, Status
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule

_UNDER_WAY = frozenset({Status.OPEN, Status.MITIGATED, Status.RESOLVED})
_PROMISED = frozenset({FollowUpStatus.OPEN, FollowUpStatus.IN_PROGRESS})


class OwnerHasLeft(Rule):
    """
    ## What it flags

    Work that lies with somebody who, by `left_on` in `people.yaml`, is not there any more: an incident
    that is not closed, a role in one that is still open or mitigated, a follow-up that is not done.

    ## Why it matters

    It will be overdue one day, and the reminder will reach nobody.

    ## Example

    ```yaml
    # people.yaml
    lotte: {name: Lotte Brinkhuis, left_on: 2026-03-31}
    # incident.yaml
    status: resolved
    owner: lotte
    ```

    ## Instead

    ```yaml
    owner: grace
    ```

    ## Fix

    `incidentrepo owner ID HANDLE`, `incidentrepo role ID ROLE=HANDLE` or
    `incidentrepo follow-up assign ID FOLLOW_UP HANDLE`.
    """

    id = "owner-has-left"
    summary = "unfinished work that lies with somebody who has left"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield what somebody holds who has left."""
        people, calendar = context.repository.people, context.repository.policy.calendar
        if not people.is_declared:
            return
        for held in (*_parts(record.incident), *_follow_ups(record.incident)):
            person = people.by_handle.get(held.by)
            left_on = person.left_on if person else None
            if left_on and as_deadline(left_on, calendar) < context.now:
                yield self.finding(
                    record,
                    held.pointer,
                    message=f"{held.work} lies with {held.by}, who left on {left_on}",
                    hint=f"incidentrepo {held.command}",
                    subject=held.subject,
                )


@dataclass(frozen=True, slots=True, kw_only=True)
class _Held:
    """What somebody has to do, and the command that hands it on."""

    pointer: Pointer
    by: str
    work: str
    command: str
    subject: str


def _parts(incident: Incident) -> Iterator[_Held]:
    if incident.owner and incident.status in _UNDER_WAY:
        yield _Held(
            pointer=("owner",),
            by=incident.owner,
            work="the incident",
            command=f"owner {incident.id} HANDLE",
            subject="owner",
        )
    if incident.status is not None and incident.status.is_on_fire:
        for role, handle in incident.roles.items():
            yield _Held(
                pointer=("roles", role),
                by=handle,
                work=f"the role '{role}'",
                command=f"role {incident.id} {role}=HANDLE",
                subject=role,
            )


def _follow_ups(incident: Incident) -> Iterator[_Held]:
    for follow_up in incident.follow_ups:
        if follow_up.owner and follow_up.status in _PROMISED:
            name = follow_up.id or str(follow_up.index + 1)
            yield _Held(
                pointer=("follow_ups", follow_up.index, "owner"),
                by=follow_up.owner,
                work=f"'{follow_up.title}'",
                command=f"follow-up assign {incident.id} {name} HANDLE",
                subject=name,
            )
