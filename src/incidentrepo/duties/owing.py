"""All that is owed: the policy's own duties beside ours."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import replace
from datetime import datetime

from incidentrepo.conditions import is_declared_under, owes
from incidentrepo.duties.built_in import follow_ups, postmortem, review
from incidentrepo.duties.case import make_case
from incidentrepo.duties.handing_on import handed_on, inherited_severities
from incidentrepo.duties.own_clocks import own_duties
from incidentrepo.duties.running import planned_work, stale_incident, update
from incidentrepo.duties.waiving import let_off
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity
from incidentrepo.repository import Repository


def owed_duties(repository: Repository, *, now: datetime) -> tuple[Duty, ...]:
    """Return every duty of every incident, paid or not, the one due first first."""
    handed = handed_on(repository)
    inherited = inherited_severities(repository, handed)
    policy, people = repository.policy, repository.people
    duties = tuple(
        duty
        for record in repository.records
        for duty in duties_of(record, policy, inherited.get(record.incident.id), now=now, people=people)
    )
    left = _leave_with_duplicates(duties, handed) if handed else duties
    return due_first(left)


def due_first(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return the duties in the order in which they fall due."""
    return tuple(sorted(duties, key=lambda duty: (duty.due_at, duty.incident, duty.name)))


def _leave_with_duplicates(duties: tuple[Duty, ...], handed: Mapping[str, str]) -> Iterator[Duty]:
    """
    Yield the duties without those that another incident has taken over.

    A duplicate keeps what it has promised, and a clock of the organisation's own that the other incident
    does not have: else it would be enough to call it the duplicate of a harmless one.
    """
    own = {(duty.incident, duty.name) for duty in duties if duty.is_own}
    for duty in duties:
        original = handed.get(duty.incident)
        if original is None or duty.name == DutyKind.FOLLOW_UP:
            yield duty
        elif duty.is_own and (original, duty.name) not in own:
            # It was closed as a duplicate; what is still owed is told, and bars that no more.
            yield replace(duty, bars_closing=False)


def duties_of(
    record: Record,
    policy: Policy,
    inherited: Severity | None = None,
    *,
    now: datetime,
    people: People = NOBODY,
) -> tuple[Duty, ...]:
    """
    Return what the policy asks for one incident, paid or not.

    `inherited` is the worst severity of its duplicates. `now` decides of what runs while an incident is
    open, and of nothing else; `people` say whether there is another person to ask.
    """
    if not is_declared_under(policy, record.incident):
        return ()
    case = make_case(record, policy, inherited, now=now, people=people)
    if not owes(record.incident, policy, people):
        return tuple(
            let_off(case, duty) for duty in (*own_duties(case, is_let_off=True), *planned_work(case))
        )
    asked = (
        *postmortem(case),
        *review(case),
        *follow_ups(case),
        *own_duties(case),
        *update(case),
        *stale_incident(case),
    )
    return tuple(let_off(case, duty) for duty in asked) if record.incident.waivers else asked
