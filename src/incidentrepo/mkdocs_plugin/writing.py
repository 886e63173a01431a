"""Write a site's files; its late pages in as many processes as there are processors."""

import ctypes
import os
import signal
import sys
import threading
from collections.abc import Callable, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from itertools import chain
from multiprocessing import get_context
from multiprocessing.connection import Connection
from multiprocessing.process import BaseProcess
from pathlib import Path

from incidentrepo.mkdocs_plugin.keeping import digest_page, name_pages, recall_pages, remember_pages
from incidentrepo.mkdocs_plugin.mirroring import (
    Mirrored,
    Prepared,
    SiteFile,
    clear_links,
    forget,
    prepare,
    settle,
)
from incidentrepo.mkdocs_plugin.pouring import file_of, pour_files, pour_late
from incidentrepo.mkdocs_plugin.shell import Shell, ShellKind
from incidentrepo.mkdocs_plugin.trusting import recall_files, remember_files
from incidentrepo.site.page import LatePage, Site
from incidentrepo.store.cache import Cache

# Fewer are made sooner than another process is started.
_ENOUGH = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class Share:
    """What one process made: files that lie ready, and by path the digest of each of its pages."""

    prepared: Prepared
    made: Mapping[str, str]
    kept: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class Written:
    """What was done to the folder, and by path the digest of each late page that lies there."""

    mirrored: Mirrored
    digests: Mapping[str, str]


@dataclass(frozen=True, slots=True, kw_only=True)
class _Known:
    """The digests of pages as they would come out, and of files as they lie there."""

    pages: Mapping[str, str]
    files: Mapping[Path, str]


def write_site(
    folder: Path,
    rendered: Iterable[SiteFile],
    site: Site,
    shells: Mapping[ShellKind, Shell],
    *,
    cache: Cache | None = None,
    beside: str = "",
) -> Written:
    """
    Make `folder` hold what MkDocs has `rendered`, and all of `site` beside it, and nothing else but
    what lies below `beside`, a folder that somebody else keeps.

    Nothing in it changes before all is made. A page of which `cache` knows that it would come out as it
    stands there is not made. The folder is held by the caller.
    """
    names = name_pages(site.late_pages, shells) if cache else {}
    known = recall_pages(cache, names) if cache else {}
    lying = recall_files(cache, (folder / file_of(path) for path in known)) if cache else {}
    try:
        first = prepare(folder, chain(rendered, pour_files(site, shells)))
        shares = _prepare_late(folder, site.late_pages, shells, _Known(pages=known, files=lying))
    except BaseException:
        forget(folder)
        raise
    mirrored = settle(folder, [first, *(share.prepared for share in shares)], beside=beside)
    made = {path: digest for share in shares for path, digest in share.made.items()}
    kept = {path: digest for share in shares for path, digest in share.kept.items()}
    if cache:
        remember_pages(cache, names, made)
        there = {folder / file_of(path): digest for path, digest in (made | kept).items()}
        remember_files(cache, {file: digest for file, digest in there.items() if lying.get(file) != digest})
    return Written(mirrored=mirrored, digests=made | kept)


def _prepare_late(
    folder: Path,
    late_pages: Sequence[LatePage],
    shells: Mapping[ShellKind, Shell],
    known: _Known,
) -> list[Share]:
    count = min(os.cpu_count() or 1, len(late_pages) // _ENOUGH) if _may_fork() else 1
    # Every so-manieth page each, for those that take long stand together.
    parts = [late_pages[first :: max(count, 1)] for first in range(max(count, 1))]
    return _run_all([partial(_prepare_share, folder, part, shells, known) for part in parts])


def _prepare_share(
    folder: Path,
    late_pages: Sequence[LatePage],
    shells: Mapping[ShellKind, Shell],
    known: _Known,
) -> Share:
    clear_links(folder, (file_of(late.path) for late in late_pages))
    kept = {
        late.path: known.pages[late.path] for late in late_pages if _is_as_known(folder, late.path, known)
    }
    made: dict[str, str] = {}

    def make() -> Iterator[SiteFile]:
        for late in late_pages:
            if late.path not in kept:
                file, data = pour_late(late, shells)
                made[late.path] = digest_page(data)
                yield file, data

    fresh = prepare(folder, make())
    named = fresh.named | {file_of(path) for path in kept}
    return Share(prepared=Prepared(named=named, changed=fresh.changed), made=made, kept=kept)


def _is_as_known(folder: Path, path: str, known: _Known) -> bool:
    """Whether the page lies there just as it came out the last time that it was made of the same."""
    if path not in known.pages:
        return False
    file = folder / file_of(path)
    if file in known.files:
        return known.files[file] == known.pages[path]
    try:
        return digest_page(file.read_bytes()) == known.pages[path]
    except OSError:
        return False


def _may_fork() -> bool:
    # What pages are made of is too much to send; a fork has it already. Not beside other threads, whose
    # locks it would inherit, and not on macOS, whose own libraries do not survive it.
    # https://docs.python.org/3/library/multiprocessing.html#contexts-and-start-methods
    return sys.platform == "linux" and threading.active_count() == 1


def _run_all(jobs: Sequence[Callable[[], Share]]) -> list[Share]:
    """Return what the jobs do, the first in this process and each other one in its own."""
    first, *others = jobs
    started = [_start(job) for job in others]
    try:
        return [first(), *(_receive(connection) for _, connection in started)]
    finally:
        for process, connection in started:
            connection.close()
            process.join()


def _start(job: Callable[[], Share]) -> tuple[BaseProcess, Connection]:
    fork = get_context("fork")
    ours, theirs = fork.Pipe(duplex=False)
    process = fork.Process(target=_work, args=(job, theirs, os.getpid()), daemon=True)
    process.start()
    theirs.close()
    return process, ours


def _work(job: Callable[[], Share], connection: Connection, parent: int) -> None:
    _end_with(parent)
    try:
        result: Share | Exception = job()
    except Exception as error:  # noqa: BLE001 - raised again where it is received
        result = error
    connection.send(result)


def _end_with(parent: int) -> None:
    """Let this process end when `parent` does, however that ends: what it makes is for nobody then."""
    # Forks are made on Linux alone; 1 is PR_SET_PDEATHSIG: prctl(2).
    ctypes.CDLL(None).prctl(1, signal.SIGKILL)
    if os.getppid() != parent:
        os._exit(1)


def _receive(connection: Connection) -> Share:
    try:
        result: Share | Exception = connection.recv()
    except EOFError as error:
        raise ChildProcessError("a process that made pages was ended before it was done") from error
    if isinstance(result, Exception):
        raise result
    return result
