"""What differs between two commits, and where they parted."""

import os

from incidentrepo.errors import StoreError
from incidentrepo.model.change import ChangedFile
from incidentrepo.store.clone import Clone
from incidentrepo.store.raw_changes import parse_changed_file
from incidentrepo.store.revisions import resolve_revision
from incidentrepo.store.running import run_git


def merge_bases(clone: Clone, base: str, revision: str) -> tuple[str, ...]:
    """
    Return the best common ancestors: one as a rule, several after criss-cross merges, none if unrelated.

    Raises StoreError where a shallow clone cannot tell.
    """
    # 1: no common ancestor.
    arguments = ("merge-base", "--all", "--end-of-options", base, revision)
    found = tuple(run_git(clone.folder, *arguments, accepted=(0, 1)).decode("ascii").split())
    if not found and clone.is_shallow:
        raise StoreError(
            f"{base!r} and {revision!r} have no common commit in this clone, which is shallow",
            hint="run `git fetch --unshallow` (in CI: check out with full depth)",
        )
    return found


def is_ancestor(clone: Clone, older: str, newer: str) -> bool:
    """Whether all that `older` holds of history is in `newer` too."""
    # Not `--is-ancestor`, whose answer is an exit code alone.
    return resolve_revision(clone, older) in merge_bases(clone, older, newer)


def changed_paths(clone: Clone, before: str, after: str) -> tuple[ChangedFile, ...]:
    """Return the files under the root that differ between two commits, by path; renames are told."""
    limit = ("--", clone.root) if clone.root else ("--",)
    options = ("-r", "--raw", "-z", "--no-abbrev", "--find-renames")
    printed = run_git(clone.folder, "diff-tree", *options, "--end-of-options", before, after, *limit)
    tokens = iter(os.fsdecode(printed).split("\0")[:-1])
    return tuple(parse_changed_file(token, tokens, clone.root) for token in tokens)
