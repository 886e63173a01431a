"""Find the repository that a folder belongs to, and where in it the records live."""

import os
from dataclasses import dataclass
from pathlib import Path
from typing import Literal, cast

from incidentrepo.errors import StoreError
from incidentrepo.store.running import run_git

POLICY_FILE = "incidentrepo.yaml"


@dataclass(frozen=True, slots=True, kw_only=True)
class Clone:
    """
    One repository on this machine, as seen from the folder that a command was started in.

    `work_tree` is its top folder, None where files are not checked out (a bare repository).
    `root` is where `incidentrepo.yaml` lives, relative to the top: "" or `ops/incidents/`.
    """

    git_dir: Path
    common_dir: Path
    work_tree: Path | None
    root: str
    is_shallow: bool
    object_format: Literal["sha1", "sha256"]

    @property
    def folder(self) -> Path:
        """The folder that git runs in, from which its paths count."""
        return self.work_tree or self.git_dir


def open_clone(start: Path) -> Clone:
    """
    Return the repository that `start` is in; its root is the nearest folder upwards with a policy.

    Where there is no policy, the root is `start` itself. One git process, for each command pays it.
    Raises NothingToCheck outside a repository, StoreError where git refuses to read it.
    """
    printed = run_git(
        start,
        "rev-parse",
        "--path-format=absolute",
        "--absolute-git-dir",
        "--git-common-dir",
        "--is-inside-work-tree",
        "--is-shallow-repository",
        "--show-object-format",
        "--show-prefix",
    )
    git_dir, common_dir, inside, shallow, object_format, prefix = os.fsdecode(printed).split("\n")[:6]
    work_tree = _top_folder(start, prefix) if inside == "true" else None
    return Clone(
        git_dir=Path(git_dir),
        common_dir=Path(common_dir),
        work_tree=work_tree,
        root=_find_root(work_tree, prefix) if work_tree else "",
        is_shallow=shallow == "true",
        object_format=cast(Literal["sha1", "sha256"], object_format),
    )


def require_work_tree(clone: Clone) -> Path:
    """Return the top folder of the files; raise StoreError where none are checked out."""
    if clone.work_tree is None:
        raise StoreError(
            f"{clone.git_dir} has no work tree: files are not checked out here",
            hint="clone it, and work in the clone; or name a commit with `--rev`",
        )
    return clone.work_tree


def require_full_history(clone: Clone) -> None:
    """Raise StoreError where commits were left out, for history would be wrong in silence."""
    if clone.is_shallow:
        raise StoreError(
            "this clone is shallow: its history is cut off",
            hint="run `git fetch --unshallow` (in CI: check out with full depth)",
        )


def root_folder(clone: Clone) -> Path:
    """Return the folder of the policy on disk."""
    return require_work_tree(clone) / clone.root


def _top_folder(start: Path, prefix: str) -> Path:
    here = start.resolve()
    return here.parents[prefix.count("/") - 1] if prefix else here


def _find_root(top: Path, prefix: str) -> str:
    folder = prefix
    while not (top / folder / POLICY_FILE).is_file():
        if not folder:
            return prefix
        folder = folder[: folder.rstrip("/").rfind("/") + 1]
    return folder
