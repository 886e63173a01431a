"""A record as lines for a terminal."""

from collections.abc import Iterable, Iterator
from datetime import datetime

from incidentrepo.cli.columns import align_columns
from incidentrepo.guidance import Step
from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.duty import Duty
from incidentrepo.model.incident import Incident
from incidentrepo.model.planned import name_status
from incidentrepo.model.record import Record
from incidentrepo.model.status import Kind
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import (
    Declared,
    Entry,
    PartChange,
    SeverityChange,
    StatusChange,
    Update,
    in_order,
)
from incidentrepo.repository import Repository

_WIDTH = 80
_ELLIPSIS = "…"


def list_row(record: Record) -> str:
    """Return a record as one line of a list, within 80 columns where its id allows."""
    incident = record.incident
    head = f"{incident.severity or '-':<5} {name_status(incident) or '-':<10} {incident.id}"
    kind = "" if incident.kind == "incident" else f"  [{incident.kind.replace('_', ' ')}]"
    return f"{head}{kind}  {shorten(incident.title, max(20, _WIDTH - len(head) - len(kind) - 2))}"


def describe_record(
    record: Record, repository: Repository, owed: Iterable[Duty], steps: Iterable[Step], now: datetime
) -> Iterator[str]:
    """Yield what to know of one incident: the answer, the facts, the next command."""
    incident = record.incident
    yield f"{incident.severity or _sort(incident)}, {name_status(incident) or 'no status'}: {incident.title}"
    yield f"  {incident.id}"
    yield from (f"  {name:<11} {value}" for name, value in _facts(incident, repository, now) if value)
    yield from _timeline(incident, repository)
    yield from _follow_ups(incident)
    open_duties = [duty for duty in owed if duty.is_open]
    if open_duties:
        yield "Owed"
        for duty in open_duties:
            late = "overdue since" if duty.is_overdue(now) else "by"
            yield f"  {duty.subject}: {late} {duty.due_at:%Y-%m-%d}, {duty.owed_by or 'nobody yet'}"
    if listed := tuple(steps):
        yield "Next"
        yield align_columns((step.command, step.why) for step in listed)


def shorten(text: str, width: int) -> str:
    """Return `text` on one line, cut to `width` characters."""
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}{_ELLIPSIS}"


def _facts(incident: Incident, repository: Repository, now: datetime) -> Iterator[tuple[str, str]]:
    yield "summary", incident.summary
    yield "owner", incident.owner or "nobody yet"
    yield "roles", ", ".join(f"{role} {handle}" for role, handle in incident.roles.items())
    yield "responders", ", ".join(incident.responders)
    yield "meet at", incident.meet_at or ""
    yield "tags", ", ".join((*incident.tags, *incident.services))
    yield "impact", incident.impact.summary
    times = incident.times
    window = (times.planned_from, times.planned_until)
    yield "planned", " to ".join(_local(time, repository) for time in window if time)
    started = times.started_at if incident.kind.is_planned else incident.happened_at
    if started and started.is_exact:
        yield "started", _local(started, repository)
        end = times.resolved_at
        if end and end.is_exact:
            yield "lasted", describe_elapsed(end.latest - started.earliest)
        elif incident.status and incident.status.is_on_fire and incident.kind is Kind.INCIDENT:
            yield "burns for", describe_elapsed(now - started.earliest)


def _sort(incident: Incident) -> str:
    return "no severity" if incident.kind is Kind.INCIDENT else incident.kind.replace("_", " ")


def _timeline(incident: Incident, repository: Repository) -> Iterator[str]:
    if incident.timeline:
        yield "Timeline"
    for entry in in_order(incident.timeline):
        star = "*" if entry.starred else " "
        when = _local(entry.at, repository) if entry.at else "no time"
        yield f"  {star} {when}  {entry.by or '':<10} {shorten(describe_entry(entry), 2 * _WIDTH)}"


def describe_entry(entry: Entry) -> str:
    """Return what an entry says, in a few words and its own."""
    return " ".join(part for part in (_what(entry), entry.text, entry.reason) if part)


def _what(entry: Entry) -> str:
    match entry:
        case Declared():
            return f"declared {entry.severity}." if entry.severity else "declared."
        case Update():
            audience = "told the world" if entry.is_public else "update"
            return f"{audience}{f' ({entry.state})' if entry.state else ''}:"
        case StatusChange():
            return f"{entry.after}."
        case SeverityChange():
            return f"{entry.before} to {entry.after}:"
        case PartChange():
            change = " to ".join(part for part in (entry.before, entry.after) if part)
            named = " ".join(part for part in (entry.subject, entry.action, change) if part)
            return f"{entry.kind.replace('_', '-')} {named}."
        case _:
            return ""


def _follow_ups(incident: Incident) -> Iterator[str]:
    if incident.follow_ups:
        yield "Follow-ups"
    for follow_up in incident.follow_ups:
        due = f"due {follow_up.due_on}" if follow_up.due_on else "no date"
        owner = follow_up.owner or "nobody yet"
        yield f"  {follow_up.id or '-':<10} {follow_up.status:<12} {owner:<10} {due:<15} {follow_up.title}"


def _local(time: Time, repository: Repository) -> str:
    if not time.is_exact:
        return time.text
    at = time.earliest.astimezone(repository.policy.calendar.zone)
    return f"{at.date()} {at:%H:%M}"
