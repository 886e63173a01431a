"""The files as they are staged for the next commit."""

import os
from collections.abc import Iterator
from pathlib import Path

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import Clone
from incidentrepo.store.running import READING, run_git
from incidentrepo.store.snapshot import Blob, Snapshot, parse_mode
from incidentrepo.store.stored import StoredSnapshot

# The id of no bytes at all, in either object format.
_EMPTY_BLOBS = frozenset(
    {
        "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391",
        "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813",
    }
)


def index_snapshot(clone: Clone, index_file: Path | None = None) -> Snapshot:
    """
    Return the files under the root as they are staged.

    `index_file` is what git names in `GIT_INDEX_FILE` to its hooks: `git commit FILE` builds an
    index of its own, and a pre-commit check must judge that one. Raises StoreError in a conflict.
    """
    environment = dict(READING)
    if index_file is not None:
        environment["GIT_INDEX_FILE"] = os.fspath(clone.folder / index_file)
    blobs = tuple(_list_staged(clone, environment))
    if any(blob.id in _EMPTY_BLOBS for blob in blobs):
        promised = _list_promised(clone, environment)
        blobs = tuple(blob for blob in blobs if blob.path not in promised)
    return StoredSnapshot(clone, label="the index", blobs=blobs)


def _list_staged(clone: Clone, environment: dict[str, str]) -> Iterator[Blob]:
    listed = _run(clone, environment, "ls-files", "--stage", "--full-name")
    for line in listed:
        facts, _, path = line.partition("\t")
        mode, object_id, stage = facts.split(" ")
        if stage != "0":
            raise StoreError(f"{path} is in conflict", hint=f"settle it, then run `git add {path}`")
        yield Blob(path=path.removeprefix(clone.root), mode=parse_mode(mode), id=object_id)


def _list_promised(clone: Clone, environment: dict[str, str]) -> frozenset[str]:
    # `git add --intent-to-add` lists an empty file that the next commit will not hold. Only a
    # comparison with the work tree tells it from a file that is staged and empty.
    listed = _run(clone, environment, "diff-files", "--name-only", "--diff-filter=A", "--no-renames")
    return frozenset(path.removeprefix(clone.root) for path in listed)


def _run(clone: Clone, environment: dict[str, str], *arguments: str) -> list[str]:
    limit = ("--", clone.root) if clone.root else ()
    return os.fsdecode(run_git(clone.folder, *arguments, "-z", *limit, environment=environment)).split("\0")[
        :-1
    ]
