"""`deadlines`: what is owed, by whom and by when."""

import click

from incidentrepo.changes.identity import handle_of, read_handle
from incidentrepo.cli.options import format_option
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.deadlines import find_deadlines
from incidentrepo.errors import NothingToCheck, UsageError
from incidentrepo.exports.deadlines import DEADLINE_FORMATS
from incidentrepo.model.calendar import deadline
from incidentrepo.model.deadline import Deadlines
from incidentrepo.model.duration import Duration, parse_duration
from incidentrepo.reminders import due_reminders
from incidentrepo.repository import Repository
from incidentrepo.store.cache import open_cache
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.identity import current_user
from incidentrepo.store.worktree import worktree_snapshot
from incidentrepo.unsettled import load_unsettled

_FAILED = 1
_UNITS = {"m": "minutes", "h": "hours", "d": "days", "w": "weeks"}


@click.command()
@click.option("--within", metavar="TIME", help="Only what is due by then: 7d, or 3 business days.")
@click.option("--mine", is_flag=True, help="Only what you owe.")
@click.option("--as", "by", metavar="HANDLE", help="Only what they owe.")
@click.option("--remind", is_flag=True, help="What to remind of today, for a schedule; never fails.")
@click.option("--rev", metavar="COMMIT", help="As a commit has it, and not the files on disk.")
@format_option(known.name for known in DEADLINE_FORMATS)
@pass_session
def deadlines(
    session: Session,
    *,
    within: str | None,
    mine: bool,
    by: str | None,
    remind: bool,
    rev: str | None,
    form: str,
) -> int:
    """Show what is owed, the one due first first; fails when something is overdue."""
    snapshot = worktree_snapshot(session.clone) if rev is None else commit_snapshot(session.clone, rev)
    # What is settled owes nothing on any day, or a rule would speak of it.
    repository = load_unsettled(snapshot, cache=open_cache(session.clone))
    found = find_deadlines(repository, now=session.now)
    if mine or by is not None:
        person = _person(session, repository, by)
        found = found.only(lambda entry: entry.duty.owed_by == person, f"by {person}")
    if within is not None:
        limit = deadline(session.now, _read_within(within), repository.policy.calendar)
        found = found.only(lambda entry: entry.due_at <= limit, f"within {within}")
    click.echo(_write(found, repository, form, remind=remind), nl=False)
    _refuse_unreadable(found)
    return _FAILED if found.failing and not remind else 0


def _write(found: Deadlines, repository: Repository, form: str, *, remind: bool) -> str:
    chosen = next(known for known in DEADLINE_FORMATS if known.name == form)
    if not remind:
        return chosen.write(found)
    if chosen.write_reminders is None:
        raise UsageError(f"--remind has no format {form}", hint="text or json")
    return chosen.write_reminders(found, due_reminders(found, repository.policy.calendar))


def _person(session: Session, repository: Repository, by: str | None) -> str:
    if by is not None:
        return read_handle(by, repository.people)
    return handle_of(current_user(session.clone), repository.people)


def _refuse_unreadable(found: Deadlines) -> None:
    """Raise `NothingToCheck` where it is not known what some incidents owe, unless that fails anyhow."""
    if found.unreadable and not found.failing:
        more = f" and {len(found.unreadable) - 1} more" if len(found.unreadable) > 1 else ""
        raise NothingToCheck(
            f"{found.unreadable[0]}{more} cannot be read, so what is owed there is not known",
            hint="incidentrepo check",
        )


def _read_within(text: str) -> Duration:
    count, unit = text[:-1], text[-1:]
    words = f"{count} {_UNITS[unit]}" if count.isdigit() and unit in _UNITS else text
    try:
        return parse_duration(words)
    except ValueError as error:
        raise UsageError(f"--within '{text}': {error}", hint="write 7d, 12h or 3 business days") from error
