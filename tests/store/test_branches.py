"""Branches."""

from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.branches import current_branch, default_branch, has_remote
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
