"""`gate`: a yes or a no for another repository's pipeline."""

import click

from incidentrepo.clearance import ask_clearance
from incidentrepo.cli.options import format_option
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.cli.severities import read_severity
from incidentrepo.errors import UsageError
from incidentrepo.exports.clearance import CLEARANCE_FORMATS
from incidentrepo.repository import load_repository
from incidentrepo.store.cache import open_cache
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.worktree import worktree_snapshot

_NO = 1


@click.command()
@click.option("--service", "services", multiple=True, help="What is about to change; may be repeated.")
@click.option("-t", "--tag", "tags", multiple=True, help="Incidents with this tag; may be repeated.")
@click.option("--no-open", metavar="SEVERITY", help="No while one of this severity or worse is open.")
@click.option("--rev", metavar="COMMIT", help="As a commit has it, and not the files on disk.")
@format_option(CLEARANCE_FORMATS)
@pass_session
def gate(
    session: Session,
    *,
    services: tuple[str, ...],
    tags: tuple[str, ...],
    no_open: str | None,
    rev: str | None,
    form: str,
) -> int:
    """Say whether a service may be changed: not while work is overdue that its incidents owe."""
    if not services and not tags:
        raise UsageError("nothing is asked about", hint="incidentrepo gate --service checkout")
    snapshot = worktree_snapshot(session.clone) if rev is None else commit_snapshot(session.clone, rev)
    repository = load_repository(snapshot, cache=open_cache(session.clone))
    clearance = ask_clearance(
        repository,
        services=services,
        tags=tags,
        no_open=read_severity(no_open, repository.policy) if no_open else None,
        now=session.now,
    )
    click.echo(CLEARANCE_FORMATS[form](clearance), nl=False)
    return 0 if clearance.is_given else _NO
