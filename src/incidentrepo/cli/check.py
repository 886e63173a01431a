"""`check`, `fix` and `rules`: judge, mend, explain."""

import inspect
import os
from dataclasses import replace
from pathlib import Path

import click

from incidentrepo.changes.mending import mend
from incidentrepo.checks import check_repository
from incidentrepo.cli.options import format_option, one_of
from incidentrepo.cli.outputs import Output, find_format, read_outputs, write_output
from incidentrepo.cli.policy_preview import PREVIEW_FORMATS
from incidentrepo.cli.session import Session, pass_session
from incidentrepo.errors import IncidentRepoError, UsageError
from incidentrepo.findings import Report
from incidentrepo.formats import FORMATS
from incidentrepo.gates import judge, judge_change
from incidentrepo.model.policy import Level
from incidentrepo.policy_preview import edits_policy, preview_note, preview_policy
from incidentrepo.repository import load_repository
from incidentrepo.rules import RULES
from incidentrepo.store.cache import open_cache
from incidentrepo.store.clone import Clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.files import write_file
from incidentrepo.store.index import index_snapshot
from incidentrepo.store.snapshot import Snapshot
from incidentrepo.store.worktree import worktree_snapshot

_FAILED = 1


@click.command()
@click.option("--staged", is_flag=True, help="Judge what is staged, not what is on disk.")
@click.option("--rev", metavar="COMMIT", help="Judge a commit.")
@click.option("--base", metavar="COMMIT", help="Judge the change since then: only what is new fails.")
@click.option(
    "--fail-on",
    type=one_of((Level.ERROR, Level.WARNING, Level.NOTE)),
    default=Level.ERROR,
    show_default=True,
    help="Fail on findings of this level and above.",
)
@click.option(
    "--output",
    "outputs",
    metavar="[FORMAT=]FILE",
    multiple=True,
    callback=read_outputs,
    help="Write it to this file too, in another format if you like: gitlab=report.json. May be repeated.",
)
@click.option(
    "--preview-policy", "preview", is_flag=True, help="Say what the new policy would do to past incidents."
)
@format_option(known.name for known in FORMATS)
@pass_session
def check(
    session: Session,
    *,
    staged: bool,
    rev: str | None,
    base: str | None,
    fail_on: str,
    outputs: tuple[Output, ...],
    preview: bool,
    form: str,
) -> int:
    """Judge the files on disk, what is staged, or a commit."""
    if preview:
        click.echo(_preview(session, staged=staged, rev=rev, base=base, form=form), nl=False)
        return 0
    printed = find_format(form)
    try:
        report = _judge(session, staged=staged, rev=rev, base=base)
    except IncidentRepoError:
        click.echo(printed.failed, nl=False)
        raise
    click.echo(printed.write(report), nl=False)
    for output in outputs:
        write_output(output, report, default=printed)
    return _FAILED if report.has_reached(Level(fail_on)) else 0


def _judge(session: Session, *, staged: bool, rev: str | None, base: str | None) -> Report:
    snapshot, cache = _candidate(session, staged=staged, rev=rev), open_cache(session.clone)
    if base is None:
        report = judge(snapshot, now=session.now, cache=cache)
    else:
        report = judge_change(
            session.clone,
            snapshot,
            head="HEAD" if rev is None else rev,
            base=base,
            now=session.now,
            cache=cache,
        )
        if edits_policy(session.clone, snapshot, base=base):
            seen = preview_policy(session.clone, snapshot, base=base, now=session.now, cache=cache)
            report = replace(report, notes=(*report.notes, preview_note(seen)))
    return replace(report, root=session.clone.root)


def _preview(session: Session, *, staged: bool, rev: str | None, base: str | None, form: str) -> str:
    if form not in PREVIEW_FORMATS:
        raise UsageError(f"--preview-policy has no format {form}", hint=" or ".join(PREVIEW_FORMATS))
    snapshot, cache = _candidate(session, staged=staged, rev=rev), open_cache(session.clone)
    base = "HEAD" if base is None else base
    seen = preview_policy(session.clone, snapshot, base=base, now=session.now, cache=cache)
    return PREVIEW_FORMATS[form](seen)


def _candidate(session: Session, *, staged: bool, rev: str | None) -> Snapshot:
    if staged and rev is not None:
        raise UsageError("--staged and --rev are two things to judge", hint="give one of them")
    return _snapshot(session.clone, rev=rev, staged=staged)


@click.command()
@click.option("--dry-run", is_flag=True, help="Say what would be mended, and leave it.")
@click.option("--no-commit", "commit", flag_value=False, default=True, help="Leave the commit to you.")
@pass_session
def fix(session: Session, *, dry_run: bool, commit: bool) -> None:
    """Mend what rules can mend safely; every other byte stays."""
    if not dry_run:
        session.take_turn()
    snapshot = worktree_snapshot(session.clone)
    repository = load_repository(snapshot, cache=open_cache(session.clone))
    findings = [finding for finding in check_repository(repository, now=session.now) if finding.fix]
    for finding in findings:
        place = f"{finding.path}:{finding.place.line if finding.place else 1}"
        click.echo(f"{place}: {finding.rule}: {finding.message}")
    change = mend(snapshot, findings)
    if change is None:
        click.echo("Nothing to mend.")
    elif not dry_run:
        session.save(change, commit=commit)


@click.command()
@click.argument("rule", required=False)
@click.option(
    "--write-docs",
    "docs",
    type=click.Path(path_type=Path, file_okay=False),
    metavar="DIR",
    help="Write the page of each rule into this folder.",
)
def rules(rule: str | None, docs: Path | None) -> None:
    """List the rules, explain one, or write their pages."""
    if docs:
        _write_docs(docs)
        return
    if rule is None:
        for known in RULES:
            click.echo(f"{known.id:<34} {known.level:<8} {known.summary}")
        return
    found = next((known for known in RULES if known.id == rule), None)
    if found is None:
        from difflib import get_close_matches

        near = get_close_matches(rule, [known.id for known in RULES], 1)
        raise UsageError(f"there is no rule '{rule}'", hint=f"did you mean {near[0]}?" if near else "")
    click.echo(f"{found.id}: {found.summary}\nlevel {found.level}, bites: {found.bites}\n")
    click.echo(inspect.cleandoc(found.__doc__ or ""))


def _write_docs(folder: Path) -> None:
    from incidentrepo.rules.pages import write_rule_pages

    pages = write_rule_pages(RULES)
    for name, text in pages.items():
        write_file(folder / name, text.encode())
    click.echo(f"Wrote {len(pages)} pages into {folder}.")


def _snapshot(clone: Clone, *, rev: str | None, staged: bool) -> Snapshot:
    # An empty name, as of a variable that CI does not know, is a commit that is not there.
    if rev is not None:
        return commit_snapshot(clone, rev)
    if staged:
        # Git's hooks are told which index is about to be committed.
        named = os.environ.get("GIT_INDEX_FILE")
        return index_snapshot(clone, Path(named) if named else None)
    return worktree_snapshot(clone)
