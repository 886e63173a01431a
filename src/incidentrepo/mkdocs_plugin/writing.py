"""Write a site's files; its late pages in as many processes as there are processors."""

import os
import sys
import threading
from collections.abc import Callable, Iterable, Mapping, Sequence
from functools import partial
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from incidentrepo.mkdocs_plugin.mirroring import (
    Mirrored,
    Prepared,
    SiteFile,
    claim_folder,
    forget,
    prepare,
    settle,
)
from incidentrepo.mkdocs_plugin.pouring import pour_files, pour_late
from incidentrepo.mkdocs_plugin.shell import Shell, ShellKind
from incidentrepo.site.page import LatePage, Site

# Fewer are made sooner than another process is started.
_ENOUGH = 200


def write_site(
    folder: Path, rendered: Iterable[SiteFile], site: Site, shells: Mapping[ShellKind, Shell]
) -> Mirrored:
    """
    Make `folder` hold what MkDocs has `rendered`, and all of `site` beside it, and nothing else.

    Nothing in it changes before all is made. Raises UsageError where it holds somebody else's files.
    """
    claim_folder(folder)
    try:
        made = prepare(folder, chain(rendered, pour_files(site, shells)))
        late = _prepare_late(folder, site.late_pages, shells)
    except BaseException:
        forget(folder)
        raise
    return settle(folder, [made, *late])


def _prepare_late(
    folder: Path, late_pages: Sequence[LatePage], shells: Mapping[ShellKind, Shell]
) -> Iterable[Prepared]:
    count = min(os.cpu_count() or 1, len(late_pages) // _ENOUGH) if _may_fork() else 1
    # Every so-manieth page each, for those that take long stand together.
    shares = [late_pages[first :: max(count, 1)] for first in range(max(count, 1))]
    return _run_all([partial(_prepare_share, folder, share, shells) for share in shares])


def _prepare_share(folder: Path, share: Sequence[LatePage], shells: Mapping[ShellKind, Shell]) -> Prepared:
    return prepare(folder, pour_late(share, shells))


def _may_fork() -> bool:
    # What pages are made of is too much to send; a fork has it already. Not beside other threads, whose
    # locks it would inherit, and not on macOS, whose own libraries do not survive it.
    # https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods
    return sys.platform == "linux" and threading.active_count() == 1


def _run_all(jobs: Sequence[Callable[[], Prepared]]) -> list[Prepared]:
    """Return what the jobs do, the first in this process and each other one in its own."""
    first, *others = jobs
    started = [_start(job) for job in others]
    try:
        return [first(), *(_receive(connection) for _, connection in started)]
    finally:
        for process, connection in started:
            connection.close()
            process.join()


def _start(job: Callable[[], Prepared]) -> tuple[BaseProcess, Connection]:
    fork = get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_work, args=(job, theirs), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(job: Callable[[], Prepared], connection: Connection) -> None:
    try:
        result: Prepared | Exception = job()
    except Exception as error:  # noqa: BLE001 - raised again where it is received
        result = error
    connection.send(result)


def _receive(connection: Connection) -> Prepared:
    try:
        result: Prepared | Exception = connection.recv()
    except EOFError as error:
        raise ChildProcessError("a process that made pages was ended before it was done") from error
    if isinstance(result, Exception):
        raise result
    return result
