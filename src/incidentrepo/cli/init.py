"""`init`: make a folder into an incident repository."""

from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from incidentrepo.changes.starting import Start, start_repository
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.cli.system_zone import system_zone
from incidentrepo.errors import UsageError
from incidentrepo.store.clone import POLICY_FILE, Clone, require_work_tree
from incidentrepo.store.committing import Commit, commit_files
from incidentrepo.store.creating import init_repository
from incidentrepo.store.files import locate_file, write_file


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--organisation", metavar="NAME", help="Whose incidents these are; else the folder's name.")
@click.option("--timezone", metavar="ZONE", help="Europe/Berlin, say; else this machine's.")
@click.option("--no-commit", "commit", flag_value=False, default=True, help="Leave the commit to you.")
@pass_session
def init(
    session: Session, *, folder: Path, organisation: str | None, timezone: str | None, commit: bool
) -> None:
    """
    Make a folder into an incident repository.

    Writes a policy that works as it is, templates, and schemas for editors; makes the git repository too
    where there is none. No file that exists is changed.
    """
    target = (session.folder / folder).resolve()
    if (target / POLICY_FILE).exists():
        raise UsageError(f"{target} is an incident repository already", hint="incidentrepo declare")
    zone = _read_zone(timezone or system_zone())
    start = start_repository(
        organisation=organisation or target.name,
        timezone=zone.key,
        today=session.now.astimezone(zone).date(),
        is_there=lambda path: (target / path).exists(),
    )
    clone = init_repository(target)
    if commit:
        made = _commit(session, clone, target, start)
        click.echo(f"{target} records incidents now. Committed to {made.branch}.")
    else:
        _write(target, start)
        click.echo(f"{target} records incidents now. Not committed.")
    _print_rest(zone, start)


def _read_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(f"no time zone is called '{name}'", hint="write it as Europe/Berlin") from error


def _commit(session: Session, clone: Clone, target: Path, start: Start) -> Commit:
    root = (require_work_tree(clone) / clone.root).resolve()
    # The clone's root is the nearest folder with a policy, which here may be a parent's.
    prefix = "" if root == target else f"{target.relative_to(root).as_posix()}/"
    files = {f"{prefix}{path}": data for path, data in start.files.items()}
    return commit_files(clone, files, message="Begin to record incidents\n", at=session.commit_time)


def _write(target: Path, start: Start) -> None:
    for path, data in start.files.items():
        write_file(locate_file(target, path), data)


def _print_rest(zone: ZoneInfo, start: Start) -> None:
    click.echo(f"  timezone   {zone.key}; incidentrepo.yaml says it, and what is owed when")
    for path, text in start.to_add.items():
        click.echo(f"  {path} is there already and stays as it is; add to it:\n")
        click.echo("\n".join(f"    {line}" if line else "" for line in text.splitlines()) + "\n")
    click.echo('Next\n  incidentrepo declare "Checkout answers 500" -s SEV2')
