from collections.abc import Callable
from pathlib import Path

import pytest

from incidentrepo.store.clone import Clone, open_clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.store.index import index_snapshot
from incidentrepo.store.snapshot import Snapshot
from incidentrepo.store.worktree import worktree_snapshot
from tests.store.real_repository import Repository

SIZES = {"a.txt": 3, "b/empty.txt": 0}


@pytest.mark.parametrize(
    "look",
    (worktree_snapshot, index_snapshot, lambda clone: commit_snapshot(clone, "HEAD")),
    ids=("worktree", "index", "commit"),
)
def test_sizes(look: Callable[[Clone], Snapshot], repository: Repository) -> None:
    """
    Every kind of snapshot tells how large a file is, without reading it.
    """
    repository.commit({"a.txt": "abc", "b/empty.txt": ""})

    assert look(open_clone(repository.folder)).read_sizes(SIZES) == SIZES


def test_sizes_in_a_folder(tmp_path: Path) -> None:
    """
    A folder that is no repository tells it too, and nothing of a file that has gone.
    """
    (tmp_path / "a.txt").write_bytes(b"abc")

    assert folder_snapshot(tmp_path).read_sizes(["a.txt", "gone.txt"]) == {"a.txt": 3}


def test_sizes_in_a_sparse_checkout(repository: Repository) -> None:
    """
    What a sparse checkout leaves out has the size that git knows.
    """
    repository.commit({"a.txt": "abc", "b/empty.txt": ""})
    repository.git("sparse-checkout", "set", "--no-cone", "/incidentrepo.yaml", "/a.txt")

    assert worktree_snapshot(open_clone(repository.folder)).read_sizes(SIZES) == SIZES


def test_sizes_in_a_partial_clone(repository: Repository, tmp_path: Path) -> None:
    """
    What a partial clone lacks is not fetched for its size: nothing is said of it.
    """
    repository.commit({"a.txt": "abc"})
    repository.git("config", "uploadpack.allowFilter", "true")
    partial = repository.clone(tmp_path / "partial", "--filter=blob:none", "--no-checkout")

    assert commit_snapshot(open_clone(partial.folder), "HEAD").read_sizes(["a.txt"]) == {}
