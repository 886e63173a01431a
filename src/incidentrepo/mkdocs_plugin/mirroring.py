"""Bring a folder to hold exactly a site's files, touching only those that differ."""

import os
import shutil
from collections.abc import Container, Iterable, Iterator
from contextlib import suppress
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from incidentrepo.mkdocs_plugin.claiming import SIGN, hold_folder

_READY = ".new"


SiteFile = tuple[str, bytes]
"""A path from the site's folder, and the content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """How many files were written, found the same as before, and removed."""

    written: int
    reused: int
    removed: int


@dataclass(frozen=True, slots=True, kw_only=True)
class Prepared:
    """Files of a site to be: all that it names, and those that lie ready because they differ."""

    named: frozenset[str]
    changed: tuple[str, ...]


def mirror(folder: Path, files: Iterable[SiteFile]) -> Mirrored:
    """
    Make `folder` hold `files` (path and content) and nothing else, but for hidden files at its top.

    Raises UsageError where it holds somebody else's files.
    """
    with hold_folder(folder):
        return settle(folder, [prepare(folder, files)])


def prepare(folder: Path, files: Iterable[SiteFile]) -> Prepared:
    """Lay ready what differs, beside what is there, so that a reader sees nothing of it yet."""
    named, changed, seen = [], [], {""}
    for path, data in files:
        named.append(path)
        file = _locate(folder, path)
        _clear_links(os.fspath(folder), _folder_of(path), seen)
        if not _holds(file, data):
            _make_folder(file.parent, folder)
            _ready(file).write_bytes(data)
            changed.append(path)
    return Prepared(named=frozenset(named), changed=tuple(changed))


def settle(folder: Path, prepared: Iterable[Prepared], *, beside: str = "") -> Mirrored:
    """
    Put what lies ready in its place, each file whole, and remove what no part names.

    What lies below `beside` is somebody else's to keep.
    """
    parts = tuple(prepared)
    for path in chain.from_iterable(part.changed for part in parts):
        _put(_ready(folder / path), folder / path)
    named = frozenset().union(*(part.named for part in parts))
    written = sum(len(part.changed) for part in parts)
    return Mirrored(
        written=written, reused=len(named) - written, removed=_remove_others(folder, {SIGN, *named}, beside)
    )


def clear_links(folder: Path, paths: Iterable[str]) -> None:
    """Remove the links among the folders that `paths` lie in: what is written there would lie elsewhere."""
    seen = {""}
    for path in paths:
        _clear_links(os.fspath(folder), _folder_of(path), seen)


def forget(folder: Path) -> None:
    """Remove what was laid ready and is not wanted any more."""
    for file in folder.rglob(f".*{_READY}"):
        file.unlink()


def read_folder(folder: Path) -> Iterator[SiteFile]:
    """Yield path and content of every file below `folder`, in the order of their paths."""
    for file in sorted(path for path in folder.rglob("*") if path.is_file()):
        yield file.relative_to(folder).as_posix(), file.read_bytes()


def _locate(folder: Path, path: str) -> Path:
    # Paths come from records: one that would lead out of the site is a bug of ours, caught here.
    if ".." in path.split("/") or path.startswith("/"):
        raise ValueError(f"{path!r} leads out of the site")
    return folder / path


def _folder_of(path: str) -> str:
    return path.rpartition("/")[0]


def _clear_links(top: str, folder: str, seen: set[str]) -> None:
    # From the top down: below a link lies what is somebody else's.
    if folder not in seen:
        _clear_links(top, _folder_of(folder), seen)
        seen.add(folder)
        place = f"{top}/{folder}"
        if os.path.islink(place):  # noqa: PTH114  # a plain string: there are ten thousand
            with suppress(FileNotFoundError):
                Path(place).unlink()


def _make_folder(folder: Path, top: Path) -> None:
    """Make `folder` below `top`; what was a file in the last site may be a folder in this one."""
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except (FileExistsError, NotADirectoryError):
        for part in (folder, *folder.parents):
            if part == top:
                break
            if os.path.lexists(part) and not part.is_dir():
                part.unlink()
        folder.mkdir(parents=True, exist_ok=True)


def _put(ready: Path, file: Path) -> None:
    try:
        ready.replace(file)
    except IsADirectoryError:
        shutil.rmtree(file)
        ready.replace(file)


def _ready(file: Path) -> Path:
    # A site can be built again, so nothing waits for the disk; a reader still sees a whole file.
    return file.with_name(f".{file.name}{_READY}")


def _holds(file: Path, data: bytes) -> bool:
    try:
        return file.stat().st_size == len(data) and file.read_bytes() == data
    except OSError:
        return False


def _remove_others(folder: Path, named: Container[str], beside: str) -> int:
    """Remove the files that are not named, and the folders that this leaves empty."""
    removed = [path for path in _list_files(folder, beside) if path not in named]
    for path in removed:
        file = folder / path
        file.unlink()
        _remove_empty(file.parent, folder)
    return len(removed)


def _list_files(folder: Path, beside: str) -> Iterator[str]:
    """Yield the paths of all files and links, but for hidden ones at the top and those below `beside`."""
    # Plain strings: there are ten thousand.
    top = os.fspath(folder)
    for parent, folders, names in os.walk(top):
        inside = parent[len(top) + 1 :].replace(os.sep, "/")
        if not inside:
            # What a host keeps beside a site: .git, .nojekyll.
            folders[:] = [name for name in folders if not name.startswith(".")]
            # What a build that was killed had laid ready is ours.
            names = [  # noqa: PLW2901  # as above
                name for name in names if not name.startswith(".") or name.endswith(_READY)
            ]
        prefix = f"{inside}/" if inside else ""
        folders[:] = [name for name in folders if prefix + name != beside]
        yield from (prefix + name for name in names)
        for name in folders:
            if os.path.islink(f"{parent}/{name}"):  # noqa: PTH114  # as above
                yield prefix + name


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
