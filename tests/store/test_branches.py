"""Branches."""

from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.branches import (
    current_branch,
    default_branch,
    has_remote,
    list_branches,
    server_branch,
)
from incidentrepo.store.clone import open_clone
from tests.store.real_repository import Repository


def test_branch_with_a_slash(repository: Repository) -> None:
    """
    A branch's name is whole.
    """
    repository.git("switch", "--quiet", "-c", "incident/x")

    assert current_branch(open_clone(repository.folder)) == "incident/x"


def test_empty_repository(empty: Repository) -> None:
    """
    Before the first commit there is a branch already.
    """
    assert current_branch(open_clone(empty.folder)) == "main"


def test_detached(repository: Repository) -> None:
    """
    With no branch checked out, the way back to one is told.
    """
    repository.git("switch", "--quiet", "--detach")

    with pytest.raises(StoreError, match="no branch is checked out") as caught:
        current_branch(open_clone(repository.folder))

    assert "git switch" in caught.value.hint


def test_default_branch_of_the_remote(repository: Repository, tmp_path: Path) -> None:
    """
    Home is the remote's default branch, whatever is checked out here.
    """
    repository.git("branch", "--move", "trunk")
    target = repository.clone(tmp_path / "target")
    target.git("switch", "--quiet", "-c", "mine")

    clone = open_clone(target.folder)

    assert (default_branch(clone), has_remote(clone)) == ("trunk", True)


def test_default_branch_without_a_remote(repository: Repository) -> None:
    """
    Without a remote, home is what is checked out.
    """
    clone = open_clone(repository.folder)

    assert (default_branch(clone), has_remote(clone)) == ("main", False)


def test_list(repository: Repository) -> None:
    """
    Branches are listed by their whole names, and nothing else is.
    """
    repository.git("branch", "incident/x")
    repository.git("tag", "v1")
    commit = repository.git("rev-parse", "HEAD").strip()

    assert list_branches(open_clone(repository.folder)) == {"main": commit, "incident/x": commit}


def test_branch_of_a_server(repository: Repository) -> None:
    """
    People get what HEAD names; where that was never pushed, the only branch there is.
    """
    clone = open_clone(repository.folder)
    assert server_branch(clone) == "main"
    repository.git("symbolic-ref", "HEAD", "refs/heads/trunk")
    assert server_branch(clone) == "main"
    repository.git("branch", "other", "main")

    with pytest.raises(StoreError, match="HEAD names the branch trunk, which is not there"):
        server_branch(clone)


def test_server_without_a_branch(empty: Repository) -> None:
    """
    Before the first push there is none.
    """
    assert server_branch(open_clone(empty.folder)) is None
