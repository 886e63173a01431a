"""The files as they are on disk, told apart without reading those that have not changed."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path

from incidentrepo.store.clone import Clone, root_folder
from incidentrepo.store.objects import ObjectReader, object_sizes
from incidentrepo.store.reading import (
    find_mode,
    hash_blob,
    leave_out_behind_symlinks,
    read_bytes,
    read_sizes,
)
from incidentrepo.store.running import run_git
from incidentrepo.store.snapshot import Blob, FileMode, Snapshot, is_submodule, parse_mode, sort_blobs

# https://git-scm.com/docs/git-ls-files#Documentation/git-ls-files.txt--t
_SPARSE, _OTHER = "S", "?"


def worktree_snapshot(clone: Clone) -> Snapshot:
    """
    Return the files under the root as they are on disk: tracked ones, and new ones not ignored.

    A file that git knows to be unchanged keeps the id it has in the index; only others are read.
    Where git converts line ends (`core.autocrlf`), such an id names the content as committed while
    `read_file` gives what is on disk: the strict YAML loader reads both alike, and edits need the disk's.
    """
    folder = root_folder(clone)
    listing = _list_all(clone)
    unchanged = (blob for path, blob in listing.tracked.items() if path not in listing.changed)
    inside = leave_out_behind_symlinks(folder, listing.changed)
    changed = (_look(folder, path, clone) for path in inside)
    blobs = (*unchanged, *(blob for blob in changed if blob is not None))
    return WorktreeSnapshot(clone, blobs=blobs, sparse=listing.sparse)


class WorktreeSnapshot:
    """Files listed once, each read from disk when it is asked for."""

    label = "the work tree"

    def __init__(self, clone: Clone, *, blobs: Iterable[Blob], sparse: Iterable[str]) -> None:
        self._clone = clone
        self._folder = root_folder(clone)
        self._files = sort_blobs(blobs)
        self._by_path = {blob.path: blob for blob in self._files}
        self._sparse = frozenset(sparse)
        self._objects = ObjectReader(clone)

    def list_files(self) -> tuple[Blob, ...]:
        """Return every file, sorted by path."""
        return self._files

    def read_file(self, path: str) -> bytes:
        """Return one file's content; raise KeyError where there is no such file, or no longer."""
        blob = self._by_path[path]
        if blob.mode is FileMode.SUBMODULE:
            raise is_submodule(path)
        # A sparse checkout leaves files out on purpose: they are part of the work tree all the same.
        if path in self._sparse:
            return self._objects.read(blob.id)
        try:
            return read_bytes(self._folder / path)
        except OSError as error:
            raise KeyError(path) from error

    def read_files(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each path with its content, in the order asked for."""
        return ((path, self.read_file(path)) for path in paths)

    def read_sizes(self, paths: Iterable[str]) -> Mapping[str, int]:
        """Return how many bytes each file has; a sparse checkout's are asked of git."""
        wanted = frozenset(paths)
        left_out = {path: self._by_path[path].id for path in wanted & self._sparse}
        known = object_sizes(self._clone, left_out.values())
        sizes = {path: known[object_id] for path, object_id in left_out.items() if object_id in known}
        return {**sizes, **read_sizes(self._folder, wanted - self._sparse)}


@dataclass(frozen=True, slots=True, kw_only=True)
class _Listing:
    tracked: dict[str, Blob] = field(default_factory=dict)
    changed: set[str] = field(default_factory=set)
    sparse: set[str] = field(default_factory=set)


def _list_all(clone: Clone) -> _Listing:
    # Not `ls-files --modified --deleted`: it looks for files behind a folder that became a symlink.
    changed = _run(clone, "diff-files", "--name-only", "--no-renames", "--ignore-submodules=all")
    listing = _Listing(changed={path.removeprefix(clone.root) for path in changed})
    for line in _run(clone, "ls-files", "-t", "--stage", "--others", "--exclude-standard"):
        _note_line(listing, clone.root, line[0], line[2:])
    return listing


def _note_line(listing: _Listing, root: str, tag: str, rest: str) -> None:
    if tag == _OTHER:
        listing.changed.add(rest.removeprefix(root).rstrip("/"))
        return
    facts, _, path = rest.partition("\t")
    path = path.removeprefix(root)
    mode, object_id, _stage = facts.split(" ")
    listing.tracked[path] = Blob(path=path, mode=parse_mode(mode), id=object_id)
    if tag == _SPARSE:
        listing.sparse.add(path)


def _run(clone: Clone, *arguments: str) -> list[str]:
    limit = ("--", clone.root) if clone.root else ()
    return os.fsdecode(run_git(clone.folder, *arguments, "-z", *limit)).split("\0")[:-1]


def _look(folder: Path, path: str, clone: Clone) -> Blob | None:
    file = folder / path
    mode = find_mode(file)
    if mode is None:
        return _nested_repository(file, path, clone)
    content = read_bytes(file)
    return Blob(path=path, mode=mode, id=hash_blob(content, clone.object_format))


def _nested_repository(file: Path, path: str, clone: Clone) -> Blob | None:
    if not (file / ".git").exists():
        return None
    nothing = "0" * (64 if clone.object_format == "sha256" else 40)
    return Blob(path=path, mode=FileMode.SUBMODULE, id=nothing)
