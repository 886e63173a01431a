"""What is still owed, found in a repository, each with the command that pays it."""

from collections.abc import Iterator
from datetime import MAXYEAR, datetime
from functools import cache

from incidentrepo.duties import owed_duties
from incidentrepo.duty_commands import command_for
from incidentrepo.guidance import Step, call_by
from incidentrepo.model.calendar import in_zone
from incidentrepo.model.deadline import Deadline, Deadlines
from incidentrepo.model.duty import Duty
from incidentrepo.model.ids import short_name
from incidentrepo.model.record import INCIDENT_FILE, Record
from incidentrepo.repository import Repository


def find_deadlines(repository: Repository, *, now: datetime) -> Deadlines:
    """Return all that is owed at `now`, the one due first first."""
    return Deadlines(
        organisation=repository.policy.organisation,
        checked=repository.snapshot.label,
        now=in_zone(now, repository.policy.calendar),
        entries=tuple(sorted(_find(repository, now), key=lambda entry: (entry.due_at, entry.duty.incident))),
        incidents=repository.incident_count,
        unreadable=_unreadable(repository),
    )


def _find(repository: Repository, now: datetime) -> Iterator[Deadline]:
    records = {record.incident.id: record for record in repository.records}
    names = [*records, *(name for left_out in repository.left_out for name in left_out)]
    name_of = cache(lambda incident: short_name(incident, names))
    for duty in owed_duties(repository, now=now):
        due_at = _due_at(duty)
        if due_at is not None:
            record = records[duty.incident]
            yield Deadline(
                duty=duty,
                title=record.incident.title,
                severity=record.incident.severity,
                due_at=due_at,
                command=_command(duty, record, name_of(duty.incident)),
                is_overdue=duty.is_overdue(now),
            )


def _due_at(duty: Duty) -> datetime | None:
    """Return when it is due, a waiver counted in, or None where nothing is left to pay."""
    if duty.is_satisfied:
        return None
    if not duty.is_waived:
        return duty.due_at
    # Leave without an end is kept as the last instant there is.
    if duty.waived_until is None or duty.waived_until.year == MAXYEAR:
        return None
    return max(duty.due_at, duty.waived_until)


def _command(duty: Duty, record: Record, name: str) -> str:
    step = Step(command=command_for(duty, record.postmortem), why="")
    (step,) = call_by(name, duty.incident, [step])
    return step.command


def _unreadable(repository: Repository) -> tuple[str, ...]:
    """Return the records of which not even the incident could be read."""
    read = {record.incident_path for record in repository.records}
    return tuple(
        sorted(
            path
            for path in repository.problems
            if path.endswith(f"/{INCIDENT_FILE}") and path not in read and path.startswith("incidents/")
        )
    )
