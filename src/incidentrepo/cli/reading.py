"""`list`, `show` and `next`: read the records."""

import json
from datetime import datetime

import click

from incidentrepo.changes.opened import unreadable
from incidentrepo.changes.selecting import list_unfinished, select_folder
from incidentrepo.cli.columns import align_columns
from incidentrepo.cli.options import format_option, one_of
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.cli.severities import read_severity
from incidentrepo.cli.showing import describe_record, list_row
from incidentrepo.duties import owed_duties
from incidentrepo.errors import IncidentRepoError, NothingToCheck
from incidentrepo.guidance import Step, call_by, next_steps
from incidentrepo.model.duty import Duty
from incidentrepo.model.ids import short_name
from incidentrepo.model.planned import name_status
from incidentrepo.model.record import INCIDENT_FILE, Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.repository import Repository, load_repository
from incidentrepo.store.cache import open_cache
from incidentrepo.store.worktree import worktree_snapshot

# Of more nobody does the first thing now.
_MOST_AT_ONCE = 10


@click.command("list")
@click.option("-s", "--severity", metavar="SEVERITY", help="SEV2, or your own word for it.")
@click.option("--was", metavar="SEVERITY", help="Was at least this bad once.")
@click.option("--status", type=one_of(Status))
@click.option("-k", "--kind", type=one_of(Kind))
@click.option("-t", "--tag", help="Has this tag or service.")
@click.option("-n", "--most", type=int, default=0, help="At most so many; 0 is all.")
@format_option(("text", "json"))
@pass_session
def list_(
    session: Session,
    *,
    severity: str | None,
    was: str | None,
    status: str | None,
    kind: str | None,
    tag: str | None,
    most: int,
    form: str,
) -> None:
    """List the incidents, newest first."""
    repository = _load(session)
    records, policy = repository.records, repository.policy
    held = [one for record in records if (one := record.incident.severity)]
    wanted = read_severity(severity, policy, held=held) if severity else None
    worst = read_severity(was, policy, held=held) if was else None
    found = [
        record
        for record in reversed(records)
        if (wanted is None or record.incident.severity == wanted)
        and (worst is None or _was(record, worst))
        and (status is None or record.incident.status == status)
        and (kind is None or record.incident.kind == kind)
        and (tag is None or tag in (*record.incident.tags, *record.incident.services))
    ]
    shown = found[:most] if most else found
    if form == "json":
        click.echo(json.dumps([_row(record) for record in shown], indent=2))
        return
    for record in shown:
        click.echo(list_row(record))
    if not records:
        click.echo('There is no incident yet: incidentrepo declare "What is wrong" -s SEV3', err=True)
    elif not found:
        click.echo("No incident is like that. Leave an option out to see more.", err=True)


@click.command()
@click.argument("incident", required=False, metavar="[ID]")
@pass_session
def show(session: Session, incident: str | None) -> None:
    """Show one incident: the answer, the facts, the next command."""
    repository, record = _load_one(session, incident)
    owed = _owed(repository, record, session.now)
    steps = _next_steps(session, repository, record, owed)
    for line in describe_record(record, repository, owed, steps, session.now):
        click.echo(line)


@click.command("next")
@click.argument("incident", required=False, metavar="[ID]")
@pass_session
def next_(session: Session, incident: str | None) -> None:
    """Say what to do now; of several that are going on, what to do first about each."""
    unfinished = () if incident else list_unfinished(session.files)
    if len(unfinished) < 2:
        repository, record = _load_one(session, incident)
        _say_next(session, repository, record)
        return
    several = _load(session)
    waiting = [one for one in several.records if one.folder in unfinished]
    for one in sorted(waiting, key=_by_severity)[:_MOST_AT_ONCE]:
        _say_next(session, several, one, most=1)
    if len(unfinished) > _MOST_AT_ONCE:
        click.echo(f"And {len(unfinished) - _MOST_AT_ONCE} more: `incidentrepo list` shows them all.")


def _say_next(session: Session, repository: Repository, record: Record, *, most: int | None = None) -> None:
    owed = _owed(repository, record, session.now)
    steps = _next_steps(session, repository, record, owed)[:most]
    click.echo(f"{record.incident.id} is {name_status(record.incident)}.")
    click.echo(align_columns((step.command, step.why) for step in steps) or "  Nothing is left to do.")


def _next_steps(
    session: Session, repository: Repository, record: Record, owed: list[Duty]
) -> tuple[Step, ...]:
    incident_id = record.incident.id
    name = short_name(incident_id, (other.incident.id for other in repository.records))
    return call_by(name, incident_id, next_steps(record, repository.policy, owed, session.now))


def _load(session: Session) -> Repository:
    return load_repository(worktree_snapshot(session.clone), cache=open_cache(session.clone))


def _load_one(session: Session, words: str | None) -> tuple[Repository, Record]:
    folder = select_folder(session.files, words)
    repository = _load(session)
    record = next((record for record in repository.records if record.folder == folder), None)
    if record is None:
        raise _missing(repository, f"{folder}/{INCIDENT_FILE}")
    return repository, record


def _missing(repository: Repository, path: str) -> IncidentRepoError:
    problems = repository.problems.get(path, ())
    if problems:
        return unreadable(path, problems)
    return NothingToCheck(f"git sees no {path}", hint="is it there, and does an ignore rule fit it?")


def _owed(repository: Repository, record: Record, now: datetime) -> list[Duty]:
    return [duty for duty in owed_duties(repository, now=now) if duty.incident == record.incident.id]


def _by_severity(record: Record) -> int:
    severity = record.incident.severity
    return severity.rank if severity else len(Severity)


def _was(record: Record, severity: Severity) -> bool:
    highest = record.incident.highest_severity
    return highest is not None and highest.is_at_least(severity)


def _row(record: Record) -> dict[str, object]:
    incident = record.incident
    return {
        "id": incident.id,
        "title": incident.title,
        "kind": incident.kind.value,
        "severity": incident.severity.value if incident.severity else None,
        "highest_severity": incident.highest_severity.value if incident.highest_severity else None,
        "status": incident.status.value if incident.status else None,
        "visibility": incident.visibility.value,
        "owner": incident.owner,
        "happened_at": str(incident.happened_at) if incident.happened_at else None,
        "tags": list(incident.tags),
        "services": list(incident.services),
    }
