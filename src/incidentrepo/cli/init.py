"""`init`: make a folder into an incident repository."""

import os
from dataclasses import replace
from pathlib import Path
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

import click

from incidentrepo.changes.starting import Start, start_repository
from incidentrepo.changes.starting_ci import start_ci
from incidentrepo.cli.options import one_of
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.cli.system_zone import system_zone
from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.config.loading import load_config
from incidentrepo.doctor.hosts import web_address
from incidentrepo.errors import UsageError
from incidentrepo.model.host import Host
from incidentrepo.model.policy import Filing, Policy
from incidentrepo.store.branches import default_branch
from incidentrepo.store.clone import POLICY_FILE, Clone, open_clone, require_work_tree
from incidentrepo.store.committing import commit_files
from incidentrepo.store.creating import init_repository
from incidentrepo.store.disk import DiskFiles
from incidentrepo.store.files import locate_file, write_file
from incidentrepo.store.hooks import install_hook
from incidentrepo.store.remotes import remote_address

# The commit's subject, and what is said of the folder.
_BEGUN = ("Begin to record incidents\n", "records incidents now")
_CI_BEGUN = ("Check incidents in CI\n", "is checked in CI from the next push on")

_NOTHING = Start(files={}, to_add={})

_GATE = {
    Host.GITHUB: '  gate       require the check "Check incidents": Settings > Rules > Rulesets',
    Host.GITLAB: "  gate       require pipelines to succeed: Settings > Merge requests > Merge checks",
}


@click.command()
@click.argument("folder", metavar="[DIR]", type=click.Path(file_okay=False, path_type=Path), default=Path())
@click.option("--organisation", metavar="NAME", help="Whose incidents these are; else the folder's name.")
@click.option("--timezone", metavar="ZONE", help="Europe/Berlin, say; else this machine's.")
@click.option("--ci", "host", type=one_of(Host), help="Set up the CI of this host too, or later.")
@click.option(
    "--administrators",
    metavar="NAME",
    multiple=True,
    help="Who owns the policy: @name, or @organisation/team.",
)
@click.option("--no-commit", "commit", flag_value=False, default=True, help="Leave the commit to you.")
@pass_session
def init(
    session: Session,
    *,
    folder: Path,
    organisation: str | None,
    timezone: str | None,
    host: str | None,
    administrators: tuple[str, ...],
    commit: bool,
) -> None:
    """
    Make a folder into an incident repository.

    Writes a policy that works as it is, templates, and schemas for editors; makes the git repository too
    where there is none, and installs the hook that checks each commit. With `--ci`, also the checks, the
    deadlines and the sites for that host. No file that exists is changed.
    """
    target = (session.folder / folder).resolve()
    is_begun = (target / POLICY_FILE).exists()
    if is_begun and not host:
        raise UsageError(f"{target} is an incident repository already", hint="incidentrepo declare")
    zone = _read_zone(timezone or system_zone())
    # What a host reads is at the top, above the records.
    clone = replace(init_repository(target), root="")
    filing = _find_filing(clone, host)
    begun = _NOTHING if is_begun else _begin(session, target, organisation, zone, filing)
    top = require_work_tree(clone).resolve()
    root = target.relative_to(top).as_posix().removeprefix(".")
    start = _below(begun, root)
    policy = load_config(DiskFiles(target)).policy if is_begun else replace(DEFAULT_POLICY, filing=filing)
    if host:
        start = _join(start, _begin_ci(Host(host), clone, root, policy, administrators))
    message, done = _CI_BEGUN if is_begun else _BEGUN
    made = None
    if commit:
        made = commit_files(clone, start.files, message=message, at=session.commit_time)
    else:
        _write(top, start)
    click.echo(f"{target} {done}. {f'Committed to {made.branch}' if made else 'Not committed'}.")
    hook = install_hook(open_clone(target))
    if hook.line_to_add:
        click.echo(f"  {hook.path} stays as it is; add to it:\n\n    {hook.line_to_add}\n")
    _print_rest(None if is_begun else zone, start, Host(host) if host else None, policy.filing)


def _find_filing(clone: Clone, host: str | None) -> Filing | None:
    """Return where the host's own form is, as far as the remote tells."""
    repository = web_address(remote_address(clone)) if host else ""
    return Filing(host=Host(host), repository=repository) if host and repository else None


def _begin(
    session: Session, target: Path, organisation: str | None, zone: ZoneInfo, filing: Filing | None
) -> Start:
    return start_repository(
        organisation=organisation or target.name,
        timezone=zone.key,
        today=session.now.astimezone(zone).date(),
        filing=filing,
        is_there=lambda path: (target / path).exists(),
    )


def _begin_ci(host: Host, clone: Clone, root: str, policy: Policy, administrators: tuple[str, ...]) -> Start:
    top = require_work_tree(clone)
    return start_ci(
        host,
        root=root,
        branch=default_branch(clone),
        administrators=administrators,
        severities=policy.severities.values(),
        is_there=lambda path: os.path.lexists(top / path),
    )


def _below(start: Start, root: str) -> Start:
    """Return the same by paths from the top."""
    prefix = f"{root}/" if root else ""
    return Start(
        files={f"{prefix}{path}": data for path, data in start.files.items()},
        to_add={f"{prefix}{path}": text for path, text in start.to_add.items()},
    )


def _join(one: Start, other: Start) -> Start:
    return Start(files={**one.files, **other.files}, to_add={**one.to_add, **other.to_add})


def _read_zone(name: str) -> ZoneInfo:
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise UsageError(f"no time zone is called '{name}'", hint="write it as Europe/Berlin") from error


def _say_where(filing: Filing | None) -> str:
    if filing is None:
        return "say in incidentrepo.yaml, under `filing`, where the internal site leads to it"
    return f"the internal site leads to that of {filing.repository}"


def _write(top: Path, start: Start) -> None:
    for path, data in start.files.items():
        write_file(locate_file(top, path), data)


def _print_rest(zone: ZoneInfo | None, start: Start, host: Host | None, filing: Filing | None) -> None:
    if zone:
        click.echo(f"  timezone   {zone.key}; incidentrepo.yaml says it, and what is owed when")
    for path, text in start.to_add.items():
        click.echo(f"  {path} is there already and stays as it is; add to it:\n")
        click.echo("\n".join(f"    {line}" if line else "" for line in text.splitlines()) + "\n")
    if host:
        click.echo(_GATE[host])
        click.echo(f"  form       {_say_where(filing)}")
    click.echo('Next\n  incidentrepo declare "Checkout answers 500" -s SEV2')
