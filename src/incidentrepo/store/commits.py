"""The files as a commit has them."""

import os
from collections.abc import Iterator

from incidentrepo.store.clone import Clone
from incidentrepo.store.revisions import resolve_revision
from incidentrepo.store.running import run_git
from incidentrepo.store.snapshot import Blob, Snapshot, parse_mode
from incidentrepo.store.stored import StoredSnapshot


def commit_snapshot(clone: Clone, revision: str, *, only: str = "") -> Snapshot:
    """
    Return the files under the root as `revision` has them; raise StoreError where it is unknown.

    `only` is the one file to list, for who needs no other of thousands.
    """
    commit = resolve_revision(clone, revision)
    return StoredSnapshot(clone, label=revision, blobs=_list_tree(clone, commit, only))


def _list_tree(clone: Clone, commit: str, only: str) -> Iterator[Blob]:
    limit = ("--", f"{clone.root}{only}") if clone.root or only else ()
    listed = run_git(clone.folder, "ls-tree", "-r", "-z", commit, *limit)
    for line in os.fsdecode(listed).split("\0")[:-1]:
        facts, _, path = line.partition("\t")
        mode, _kind, object_id = facts.split(" ")
        yield Blob(path=path.removeprefix(clone.root), mode=parse_mode(mode), id=object_id)
