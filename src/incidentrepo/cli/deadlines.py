"""`deadlines`: what is owed, by whom and by when."""

import json

import click

from incidentrepo.cli.options import format_option
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.duties import owed_duties
from incidentrepo.errors import UsageError
from incidentrepo.guidance import command_for
from incidentrepo.model.duration import Duration, describe_elapsed, parse_duration
from incidentrepo.model.duty import Duty
from incidentrepo.repository import load_repository
from incidentrepo.store.cache import open_cache
from incidentrepo.store.worktree import worktree_snapshot

_FAILED = 1
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@click.command()
@click.option("--within", metavar="TIME", help="Only what is due by then: 7d, or 3 days.")
@click.option("--mine", is_flag=True, help="Only what you owe.")
@click.option("--as", "by", metavar="HANDLE", help="Who you are, with --mine; else git's user.")
@format_option(("text", "json"))
@pass_session
def deadlines(session: Session, *, within: str | None, mine: bool, by: str | None, form: str) -> int:
    """Show what is owed, what is overdue first; fails when something is overdue."""
    repository = load_repository(worktree_snapshot(session.clone), cache=open_cache(session.clone))
    owed = [duty for duty in owed_duties(repository, now=session.now) if duty.is_open]
    if within:
        limit = session.now + _read_within(within).elapsed
        owed = [duty for duty in owed if duty.due_at <= limit]
    if mine:
        owed = [duty for duty in owed if duty.owed_by == (by or session.user)]
    overdue = [duty for duty in owed if duty.is_overdue(session.now)]
    if form == "json":
        click.echo(json.dumps([_row(duty, overdue=duty in overdue) for duty in owed], indent=2))
    else:
        _print(owed, overdue, session)
    return _FAILED if overdue else 0


def _print(owed: list[Duty], overdue: list[Duty], session: Session) -> None:
    for duty in owed:
        late = duty in overdue
        distance = describe_elapsed(abs(session.now - duty.due_at))
        when = f"{distance} overdue" if late else f"in {distance}"
        click.echo(f"{duty.due_at:%Y-%m-%d}  {when:<20} {duty.owed_by or 'nobody yet':<12} {duty.subject}")
        click.echo(f"            {duty.incident}: {command_for(duty)}")
    if not owed:
        click.echo("Nothing is owed.")
    else:
        click.echo(f"{len(owed)} owed, {len(overdue)} overdue.")


def _row(duty: Duty, *, overdue: bool) -> dict[str, object]:
    return {
        "incident": duty.incident,
        "duty": duty.name,
        "subject": duty.subject,
        "follow_up": duty.follow_up,
        "owed_by": duty.owed_by,
        "since": duty.since.isoformat(),
        "due_at": duty.due_at.isoformat(),
        "overdue": overdue,
    }


def _read_within(text: str) -> Duration:
    count, unit = text[:-1], text[-1:]
    words = f"{count} {_UNITS[unit]}" if count.isdigit() and unit in _UNITS else text
    try:
        return parse_duration(words)
    except ValueError as error:
        raise UsageError(f"--within '{text}': {error}", hint="write 7d, 12h or 3 days") from error
