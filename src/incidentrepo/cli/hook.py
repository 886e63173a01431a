"""`hook`: gates on the machine and on the server."""

import os
import shutil
import signal
import sys
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from pathlib import Path
from types import FrameType

import click

from incidentrepo.cli.session import Session, pass_session
from incidentrepo.errors import IncidentRepoError, StoreError, UsageError
from incidentrepo.findings import Report
from incidentrepo.formats.text import TEXT
from incidentrepo.gates import concerns_records, judge_change
from incidentrepo.model.policy import Level
from incidentrepo.pushes import Verdict, judge_push, parse_update
from incidentrepo.store.hooks import install_hook
from incidentrepo.store.index import index_snapshot

# Hosts kill a hook after five seconds or so, and say nothing of why.
_TIME_LIMIT = 4.5

root_option = click.option("--root", metavar="FOLDER", help="The folder of incidentrepo.yaml, from the top.")


@click.group()
def hook() -> None:
    """Gates on your machine and on the server."""


@hook.command()
@pass_session
def install(session: Session) -> None:
    """
    Check each commit here before it is made; on a bare repository, each push before it is taken.

    Writes git's hook, wherever git looks for it. A hook that exists stays as it is.
    """
    made = install_hook(session.clone, tool=shutil.which("incidentrepo") or "incidentrepo")
    if made.is_new:
        click.echo(f"Wrote {made.path}.")
    elif made.line_to_add:
        click.echo(f"{made.path} stays as it is; add this line to it:\n\n    {made.line_to_add}")
    else:
        click.echo(f"{made.path} calls incidentrepo already.")


@hook.command("pre-commit")
@root_option
@pass_session
def pre_commit(session: Session, *, root: str | None) -> int:
    """Judge what is about to be committed: the index, against HEAD."""
    clone = session.clone if root is None else replace(session.clone, root=_read_root(root))
    # Git names the index that this commit is made of, which `git commit FILE` builds for itself.
    named = os.environ.get("GIT_INDEX_FILE")
    staged = index_snapshot(clone, Path(named) if named else None)
    if not concerns_records(clone, staged, head="HEAD", base="HEAD"):
        return 0
    report = judge_change(clone, staged, head="HEAD", base="HEAD", now=session.now, is_brief=True)
    is_refused = report.has_reached(Level.ERROR)
    if report.findings or report.notes:
        click.echo(_text(report, clone.root), nl=False, err=True)
    if is_refused:
        click.echo("Nothing was committed. Mend it, `git add` it, and commit again.", err=True)
    return int(is_refused)


@hook.command("pre-receive")
@root_option
@click.option(
    "--time-limit",
    type=click.FloatRange(min=0, min_open=True),
    default=_TIME_LIMIT,
    show_default=True,
    metavar="SECONDS",
    help="Refuse what is not judged by then, rather than be killed without a word.",
)
@pass_session
def pre_receive(session: Session, *, root: str | None, time_limit: float) -> int:
    """Judge a push before a server takes it; git says on stdin what is pushed."""
    try:
        updates = [parse_update(line) for line in os.fsdecode(sys.stdin.buffer.read()).splitlines()]
        with _ending_after(time_limit):
            folder = None if root is None else _read_root(root)
            verdicts = judge_push(session.clone, updates, now=session.now, root=folder)
    except IncidentRepoError as error:
        verdicts = (Verdict(ref="this push", error=error),)
    except Exception:
        _say(
            ["error: this is a bug in incidentrepo; the server's people find more in its log"],
            is_refused=True,
        )
        raise
    code = max((verdict.exit_code for verdict in verdicts), default=0)
    lines = [line for verdict in verdicts for line in _lines(verdict)]
    if code:
        lines.append("Refused: nothing of this push was taken.")
    _say(lines, is_refused=code != 0)
    return code


def _say(lines: Iterable[str], *, is_refused: bool) -> None:
    # GitLab shows the person who pushes only the lines that begin so.
    # https://docs.gitlab.com/administration/server_hooks/#create-custom-error-messages
    is_gitlab = not {"GL_ID", "GL_PROTOCOL"}.isdisjoint(os.environ)
    mark = "GL-HOOK-ERR: " if is_refused and is_gitlab else ""
    for line in lines:
        click.echo(f"{mark}{line}", err=True)


def _lines(verdict: Verdict) -> Iterator[str]:
    """Yield what whoever pushes should know of one reference; nothing, where all is well."""
    name = verdict.ref.removeprefix("refs/heads/")
    if verdict.error:
        yield f"error: {name}: {verdict.error.message}"
        if verdict.error.hint:
            yield f"hint: {verdict.error.hint}"
    elif verdict.report and (verdict.report.findings or verdict.report.notes):
        yield f"{name}:"
        yield from _text(verdict.report, "").splitlines()


def _text(report: Report, root: str) -> str:
    return TEXT.write(replace(report, root=root))


def _read_root(text: str) -> str:
    parts = [part for part in text.split("/") if part not in ("", ".")]
    if ".." in parts:
        raise UsageError(f"--root '{text}' leads out of the repository", hint="count from its top folder")
    return "".join(f"{part}/" for part in parts)


class _TookTooLong(Exception):
    """None of our own errors: of those the judging of one branch makes its verdict, and goes on."""


@contextmanager
def _ending_after(seconds: float) -> Iterator[None]:
    """Raise `StoreError` once what runs inside took that long."""

    def end(number: int, frame: FrameType | None) -> None:  # noqa: ARG001 - a signal's handler is given both
        raise _TookTooLong

    before = signal.signal(signal.SIGALRM, end)
    signal.setitimer(signal.ITIMER_REAL, seconds)
    try:
        yield
    except _TookTooLong as error:
        raise StoreError(
            f"it could not be judged within {seconds:g} seconds",
            hint="push less at once; whoever runs the server can raise `--time-limit`",
        ) from error
    finally:
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before)
