"""Bring a folder to hold exactly a site's files, touching only those that differ."""

import os
from collections.abc import Container, Iterable, Iterator
from dataclasses import dataclass
from itertools import chain
from pathlib import Path

from incidentrepo.errors import UsageError

# Says that a folder is ours to overwrite: nobody's files are lost to a mistyped `--output`.
SIGN = ".incidentrepo-site"
_READY = ".new"
_SIGN_TEXT = b"Made by `incidentrepo site build`, which replaces and removes what lies here.\n"


SiteFile = tuple[str, bytes]
"""A path from the site's folder, and the content."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Mirrored:
    """How many files were written, found the same as before, and removed."""

    written: int
    reused: int
    removed: int


def require_own_folder(folder: Path) -> None:
    """Raise UsageError unless `folder` is new, empty, or was made by `mirror` before."""
    if not folder.exists():
        return
    if not folder.is_dir():
        raise UsageError(f"{folder} is a file", hint="name a folder for the site")
    if any(folder.iterdir()) and not (folder / SIGN).exists():
        raise UsageError(
            f"{folder} holds files that are not a site of ours",
            hint="name a new or empty folder for the site",
        )


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
    claim_folder(folder)
    return settle(folder, [prepare(folder, files)])


def claim_folder(folder: Path) -> None:
    """Make `folder` ours to fill; raises UsageError where it holds somebody else's files."""
    require_own_folder(folder)
    folder.mkdir(parents=True, exist_ok=True)
    if not (folder / SIGN).exists():
        (folder / SIGN).write_bytes(_SIGN_TEXT)


def prepare(folder: Path, files: Iterable[SiteFile]) -> Prepared:
    """Lay ready what differs, beside what is there, so that a reader sees nothing of it yet."""
    named, changed = [], []
    for path, data in files:
        named.append(path)
        file = _locate(folder, path)
        if not _holds(file, data):
            file.parent.mkdir(parents=True, exist_ok=True)
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
        file = folder / path
        _ready(file).replace(file)
    named = frozenset().union(*(part.named for part in parts))
    written = sum(len(part.changed) for part in parts)
    return Mirrored(
        written=written, reused=len(named) - written, removed=_remove_others(folder, {SIGN, *named}, beside)
    )


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
    """Yield the paths of all files, but for hidden ones at the top and those below `beside`."""
    # Plain strings: there are ten thousand.
    top = os.fspath(folder)
    for parent, folders, names in os.walk(top):
        inside = parent[len(top) + 1 :].replace(os.sep, "/")
        if not inside:
            # What a host keeps beside a site: .git, .nojekyll.
            folders[:] = [name for name in folders if not name.startswith(".")]
            names = [name for name in names if not name.startswith(".")]  # noqa: PLW2901  # as above
        prefix = f"{inside}/" if inside else ""
        folders[:] = [name for name in folders if prefix + name != beside]
        yield from (prefix + name for name in names)


def _remove_empty(folder: Path, top: Path) -> None:
    while folder != top and not any(folder.iterdir()):
        folder.rmdir()
        folder = folder.parent
