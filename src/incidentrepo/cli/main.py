"""The way in, and how each command ends."""

import errno
import gc
import io
import sys
from collections.abc import Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import NoReturn

import click

from incidentrepo import __version__
from incidentrepo.cli.call import Call
from incidentrepo.cli.failures import (
    BUG_CODE,
    USAGE_CODE,
    is_colour_off,
    print_bug_report,
    print_error,
    print_usage_error,
)
from incidentrepo.cli.lazy_group import LazyGroup
from incidentrepo.errors import IncidentRepoError, StoreError, UsageError

_INTERRUPTED = 130


@click.group(cls=LazyGroup, context_settings={"help_option_names": ["-h", "--help"]})
@click.option("-C", "folder", type=click.Path(path_type=Path), default=Path(), help="Work in this folder.")
@click.option("--now", metavar="TIME", help="Take this as the present; it dates commits too.")
@click.version_option(__version__, message="%(prog)s %(version)s")
@click.pass_context
def cli(context: click.Context, folder: Path, now: str | None) -> None:
    """Incidents as files in a git repository: declare, check, publish."""
    context.color = False if is_colour_off() else None
    context.obj = Call(folder=folder, now=_present(now), is_now_given=now is not None)


def main() -> NoReturn:
    """Run one command and leave with its exit code."""
    # Reading ten thousand records makes millions of values and no cycles: looking for those every 700
    # values, as Python does, took half of the time.
    gc.set_threshold(500_000)
    for stream in (sys.stdout, sys.stderr):
        # A name on disk, or a title, may hold what this terminal cannot show: better escaped than not told.
        if isinstance(stream, io.TextIOWrapper):
            stream.reconfigure(errors="backslashreplace")
    exit_code = run(sys.argv[1:])
    # Nor at the end, when Python looks through all that is still there: a second for ten thousand records.
    gc.freeze()
    sys.exit(exit_code)


def run(arguments: Sequence[str]) -> int:
    """Run one command and return its exit code; what went wrong is told on stderr."""
    try:
        result = cli.main(args=list(arguments), prog_name="incidentrepo", standalone_mode=False)
    except IncidentRepoError as error:
        print_error(error.message, error.hint)
        return error.exit_code
    except click.ClickException as error:
        print_usage_error(error)
        return USAGE_CODE
    except (click.Abort, KeyboardInterrupt):
        click.echo("interrupted", err=True)
        return _INTERRUPTED
    except Exception as error:  # noqa: BLE001 - the boundary: what is not ours on purpose is a bug of ours
        return _tell_surprise(error, arguments)
    return result if isinstance(result, int) else 0


def _tell_surprise(error: Exception, arguments: Sequence[str]) -> int:
    if isinstance(error, OSError) and error.errno == errno.ENOSPC:
        print_error("the disk is full", "make room, then run the command again")
        return StoreError.exit_code
    print_bug_report(error, arguments)
    return BUG_CODE


def _present(text: str | None) -> datetime:
    if text is None:
        return datetime.now(UTC)
    from incidentrepo.model.time import parse_time

    try:
        time = parse_time(text)
    except ValueError as error:
        raise UsageError(f"--now '{text}': {error}") from error
    if not time.is_exact:
        raise UsageError(f"--now '{text}' needs a clock time and an offset", hint="2026-11-02T09:14:00Z")
    return time.earliest
