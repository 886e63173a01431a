"""What is owed while an incident is open: a word to those who follow, and that somebody still looks at it."""

from collections.abc import Iterator
from dataclasses import replace
from datetime import datetime

from incidentrepo.conditions import declared_at_of
from incidentrepo.duties.case import Case, asked_of
from incidentrepo.model.duration import Duration, Unit
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.status import Kind
from incidentrepo.model.timeline import Entry, EntryKind, Update

_DONE_WITHIN = Duration(count=1, unit=Unit.DAY)
_QUIET_FOR = Duration(count=7, unit=Unit.DAY)


def update(case: Case) -> Iterator[Duty]:
    """Yield the next update that the severity held now asks for: a nudge, for it bars nothing."""
    asked = asked_of(case.incident.severity, case.policy)
    if not case.is_on_fire or asked is None or asked.updates is None:
        return
    told = _last(case, (entry for entry in case.incident.timeline if isinstance(entry, Update)))
    since = _since(case, told)
    if since is not None and not _is_awaited(case):
        yield replace(
            _duty(case, DutyKind.UPDATE, "update", since, asked.updates, paid_by="update"), is_nudge=True
        )


def stale_incident(case: Case) -> Iterator[Duty]:
    """Yield that an open incident has had no entry for seven days, once it has had none."""
    if case.is_on_fire and case.incident.kind is Kind.INCIDENT:
        since = _since(case, _last_written(case))
        yield from _once_late(case, since, _QUIET_FOR, paid_by="entry")


def planned_work(case: Case) -> Iterator[Duty]:
    """Yield that nobody has said how planned work went, once its time was over the day before."""
    ends = case.incident.times.planned_until
    if case.is_on_fire and case.incident.kind.is_planned and ends:
        over, last = case.as_instant(ends), _last_written(case)
        yield from _once_late(case, max(over, last) if last else over, _DONE_WITHIN, paid_by="closing")


def _once_late(case: Case, since: datetime | None, within: Duration, *, paid_by: str) -> Iterator[Duty]:
    if since is not None:
        duty = _duty(
            case, DutyKind.STALE, "a word on how it stands, or its end", since, within, paid_by=paid_by
        )
        if duty.due_at < case.now:
            yield duty


def _last_written(case: Case) -> datetime | None:
    # What an automation wrote does not show that a person has looked.
    written = (entry for entry in case.incident.timeline if entry.kind is not EntryKind.AUTOMATION)
    return _last(case, written)


def _last(case: Case, entries: Iterator[Entry]) -> datetime | None:
    """Return when the last of them was; what is dated after now has not happened yet."""
    instants = (case.as_instant(entry.at) for entry in entries if entry.at)
    return max((instant for instant in instants if instant <= case.now), default=None)


def _since(case: Case, last: datetime | None) -> datetime | None:
    """Return from when silence is counted; what was foreseen is expected on its day at the latest."""
    times, declared_at = case.incident.times, declared_at_of(case.incident)
    begun = times.started_at or times.expected_on if times.expected_on else None
    known = [case.as_instant(time) for time in (declared_at, begun) if time]
    return max([*known, last] if last else known, default=None)


def _is_awaited(case: Case) -> bool:
    return case.incident.times.expected_on is not None and case.incident.times.started_at is None


def _duty(
    case: Case, kind: DutyKind, subject: str, since: datetime, within: Duration, *, paid_by: str
) -> Duty:
    return Duty(
        name=kind,
        incident=case.incident.id,
        subject=subject,
        owed_by=case.owed_by,
        since=since,
        due_at=case.due_at(since, within),
        within=str(within),
        satisfied_by=paid_by,
    )
