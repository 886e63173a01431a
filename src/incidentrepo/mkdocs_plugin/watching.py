"""Notice that the files a site is made of have changed."""

import os
from collections.abc import Callable, Iterator
from pathlib import Path
from threading import Event

from incidentrepo.mkdocs_plugin.claiming import SIGN

_SECONDS = 1.0
State = frozenset[tuple[str, int, int]]


def look_at(folder: Path) -> State:
    """Return what tells one state of the visible files below `folder` from another."""
    return frozenset(_list_files(os.fspath(folder)))


def watch(folder: Path, act: Callable[[], object], *, stop: Event, every: float = _SECONDS) -> None:
    """Call `act` after each change below `folder`, until `stop` is set."""
    # Looking is enough: twenty thousand files take a twentieth of a second, on every system alike.
    seen = look_at(folder)
    while not stop.wait(every):
        now = look_at(folder)
        if now != seen:
            seen = now
            act()


def _list_files(folder: str) -> Iterator[tuple[str, int, int]]:
    try:
        entries = list(os.scandir(folder))
    except OSError:
        return  # gone while we looked
    if any(entry.name == SIGN for entry in entries):
        return  # a site that we built among the records
    for entry in entries:
        if entry.name.startswith("."):
            continue  # git's own files change without any change of a record
        if entry.is_dir(follow_symlinks=False):
            yield from _list_files(entry.path)
        else:
            try:
                state = entry.stat(follow_symlinks=False)
            except OSError:
                continue
            yield entry.path, state.st_mtime_ns, state.st_size
