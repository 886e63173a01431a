"""`import`: bring in another tool's incidents."""

from pathlib import Path

import click

from incidentrepo.changes.change import FilesChange
from incidentrepo.cli.options import one_of
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.errors import UsageError
from incidentrepo.importers import IMPORTERS
from incidentrepo.importers.importer import Imported, Unreadable
from incidentrepo.importers.planning import plan_import
from incidentrepo.model.status import Visibility
from incidentrepo.repository import load_repository
from incidentrepo.store.cache import open_cache
from incidentrepo.store.worktree import worktree_snapshot

_FAILED = 1


@click.command("import")
@click.argument("name", metavar="FORMAT")
@click.argument("source", type=click.Path(path_type=Path, exists=True, file_okay=False))
@click.option(
    "--visibility",
    type=one_of((Visibility.INTERNAL, Visibility.PUBLIC)),
    default=Visibility.INTERNAL,
    show_default=True,
    help="Who may read them; what was public before may stay so.",
)
@click.option("--no-commit", "commit", flag_value=False, default=True, help="Leave the commit to you.")
@pass_session
def import_(session: Session, name: str, source: Path, *, visibility: str, commit: bool) -> int:
    """Bring in incidents; those that are here already are left as they are."""
    importer = next((known for known in IMPORTERS if known.name == name), None)
    if importer is None:
        known = ", ".join(f"{known.name} ({known.summary})" for known in IMPORTERS)
        raise UsageError(f"there is no importer '{name}'", hint=f"there is {known}")
    found = list(importer.read(source))
    session.take_turn()
    repository = load_repository(worktree_snapshot(session.clone), cache=open_cache(session.clone))
    readable = [incident for incident in found if isinstance(incident, Imported)]
    plan = plan_import(repository, readable, visibility=visibility)
    unreadable = [file for file in found if isinstance(file, Unreadable)]
    for file in unreadable:
        for problem in file.problems:
            place = f"{file.path}:{problem.place.line}:{problem.place.column}"
            click.echo(f"{place}: {problem.message}", err=True)
    said = f"Imported {plan.added} of {len(found)} files; {plan.known} were here already."
    if plan.files:
        change = FilesChange(
            files=plan.files, incident="", subject=f"Import {plan.added} incidents from {name}", done=said
        )
        session.save(change, commit=commit)
    else:
        click.echo(said)
    return _FAILED if unreadable else 0
