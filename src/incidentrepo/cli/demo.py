"""`demo`: the example repository with its history, checked and published, in one go."""

import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import click

from incidentrepo.changes.declaring import Declaration, call_crew, declare
from incidentrepo.changes.example import example_commits
from incidentrepo.changes.noting import add_update
from incidentrepo.changes.opened import open_record
from incidentrepo.changes.stamp import stamp_of
from incidentrepo.cli.site_building import build_audience
from incidentrepo.config.loading import load_config
from incidentrepo.errors import UsageError
from incidentrepo.findings import Report
from incidentrepo.formats.summing_up import sum_up
from incidentrepo.gates import judge
from incidentrepo.model.change import Signature
from incidentrepo.model.ids import incident_folder
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience
from incidentrepo.resources import resource_folder
from incidentrepo.store.clone import open_clone
from incidentrepo.store.committing import commit_files
from incidentrepo.store.disk import DiskFiles
from incidentrepo.store.replaying import replay_commits
from incidentrepo.store.worktree import worktree_snapshot

# The morning after the example's last commit: what is open there is open now.
NOW = datetime(2026, 11, 23, 9, 30, tzinfo=ZoneInfo("Europe/Amsterdam"))
_MARK = ".incidentrepo-demo"


@click.command()
@click.option(
    "--output",
    type=click.Path(path_type=Path, file_okay=False),
    default=Path("build/demo"),
    show_default=True,
    help="Where to make it; what an earlier demo left there is replaced.",
)
def demo(output: Path) -> None:
    """Replay the example repository, check it, declare in it, and build both of its sites."""
    repository = output / "repository"
    with _step("Replaying a firm's eighteen months"):
        count = _replay(output)
    with _step("Declaring an incident, and telling those who follow"):
        incident = _declare(repository)
    with _step("Checking every record"):
        report = judge(worktree_snapshot(open_clone(repository)), now=NOW)
    for audience in Audience:
        with _step(f"Building the {audience} site"):
            build_audience(repository, audience, output=output / audience, now=NOW)
    _sum_up(output, count, incident, report)


@contextmanager
def _step(what: str) -> Iterator[None]:
    # On stderr, for what is printed at the end is the result.
    click.echo(f"{what} ...", err=True)
    yield


def _replay(output: Path) -> int:
    example, repository = resource_folder("example-repo"), output / "repository"
    _clear(output)
    people = load_config(DiskFiles(example)).people
    commits = example_commits(example, people)
    replay_commits(repository, commits)
    return len(commits)


def _clear(output: Path) -> None:
    """Take away the last demo's repository; the sites stay, for only what differs is written."""
    mark = output / _MARK
    if output.exists() and any(output.iterdir()) and not mark.exists():
        raise UsageError(
            f"{output} holds something else than a demo", hint="name another folder with --output"
        )
    output.mkdir(parents=True, exist_ok=True)
    mark.touch()
    if (output / "repository").exists():
        shutil.rmtree(output / "repository")


def _declare(folder: Path) -> str:
    clone, files = open_clone(folder), DiskFiles(folder)
    config = load_config(files)
    # The same characters each time, so that two demos are the same to the byte.
    letters = iter(range(1_000))
    stamp = stamp_of(
        by="noor" if "noor" in config.people.by_handle else next(iter(config.people.by_handle)),
        now=NOW,
        choose=lambda alphabet: alphabet[next(letters) * 7 % len(alphabet)],
    )
    person = config.people.by_handle[stamp.by]
    author = Signature(name=person.name, email=person.emails[0])
    declaration = Declaration(title="The newsletter greets everybody as Ms Jansen", severity=Severity.SEV3)
    crew = call_crew(declaration, stamp.by, config.tags, ())
    declared = declare(declaration, stamp, policy=config.policy, crew=crew, taken=())
    commit_files(clone, declared.files, message=declared.message, author=author, at=NOW)
    opened = open_record(files, incident_folder(declared.incident))
    text = "Stopped after 140 of 9,000 letters. The merge field for the name was filled by hand for a test."
    updated = add_update(opened, stamp, text=text, state=None)
    commit_files(clone, updated.files, message=updated.message, author=author, at=NOW)
    return declared.incident


def _sum_up(output: Path, commits: int, incident: str, report: Report) -> None:
    click.echo(f"Replayed {commits} commits and declared {incident}.")
    click.echo(sum_up(report))
    for finding in report.findings:
        if not finding.is_old:
            click.echo(f"  {finding.level}: {finding.incident}: {finding.message}")
    # Pages link to folders, as web servers show them: a file opened by itself leads nowhere.
    click.echo("Look at it:")
    click.echo(f"  git -C {output / 'repository'} log")
    for audience in Audience:
        click.echo(f"  python3 -m http.server --directory {output / audience} 8000")
