"""Calls the command line in this process, as a person would from a folder."""

import io
from contextlib import redirect_stderr, redirect_stdout
from dataclasses import dataclass
from pathlib import Path

from incidentrepo.cli.main import run


@dataclass(frozen=True, slots=True, kw_only=True)
class Ended:
    """How a command ended, and what it said."""

    code: int
    out: str
    err: str


def call(folder: Path, *arguments: str, now: str = "2026-11-22T09:14:00Z") -> Ended:
    """Run one command in `folder` at `now`."""
    out, err = io.StringIO(), io.StringIO()
    with redirect_stdout(out), redirect_stderr(err):
        code = run(["-C", str(folder), "--now", now, *arguments])
    return Ended(code=code, out=out.getvalue(), err=err.getvalue())


def succeed(folder: Path, *arguments: str, now: str = "2026-11-22T09:14:00Z") -> str:
    """Run one command that must end well, and return what it printed."""
    ended = call(folder, *arguments, now=now)
    assert ended.code == 0, ended.err + ended.out
    return ended.out
