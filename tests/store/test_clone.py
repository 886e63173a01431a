"""Repositories of every kind, found or refused."""

import os
from pathlib import Path

import pytest

from incidentrepo.errors import NothingToCheck, StoreError
from incidentrepo.store.clone import open_clone, require_full_history, require_work_tree, root_folder
from tests.store.real_repository import Repository


def test_work_tree(repository: Repository) -> None:
    """
    From any folder, the root is the nearest folder upwards with a policy.
    """
    clone = open_clone(repository.folder / "incidents")

    assert (clone.git_dir, clone.common_dir) == (repository.folder / ".git",) * 2
    assert (clone.work_tree, clone.root) == (repository.folder, "")
    assert (clone.is_shallow, clone.object_format) == (False, "sha1")


def test_root_in_a_subfolder(repository: Repository) -> None:
    """
    A policy further down wins there; above it, the one above does.
    """
    repository.write("ops/team/incidentrepo.yaml", "{}\n")
    inside = repository.write("ops/team/incidents/2026/x", "").parent

    assert open_clone(inside).root == "ops/team/"
    assert root_folder(open_clone(inside)) == repository.folder / "ops/team"
    assert open_clone(repository.folder / "ops").root == ""


def test_no_policy(empty: Repository) -> None:
    """
    Without a policy the root is where the command was started, and no commit is needed.
    """
    (empty.folder / "a" / "b").mkdir(parents=True)

    assert open_clone(empty.folder / "a" / "b").root == "a/b/"
    assert open_clone(empty.folder).root == ""


def test_symlink_to_a_folder_inside(repository: Repository, tmp_path: Path) -> None:
    """
    A symlink to a folder of the repository leads to that folder.
    """
    (tmp_path / "link").symlink_to(repository.folder / "incidents")

    clone = open_clone(tmp_path / "link")

    assert (clone.work_tree, clone.root) == (repository.folder, "")


def test_linked_work_tree(repository: Repository, tmp_path: Path) -> None:
    """
    A second work tree shares the common folder.
    """
    repository.git("worktree", "add", "--quiet", str(tmp_path / "second"))

    clone = open_clone(tmp_path / "second")

    assert clone.git_dir == repository.folder / ".git/worktrees/second"
    assert (clone.common_dir, clone.work_tree) == (repository.folder / ".git", tmp_path / "second")


def test_another_repository_in_the_environment(
    repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """
    What a hook of another repository left in the environment changes nothing.
    """
    for name in ("GIT_DIR", "GIT_WORK_TREE", "GIT_INDEX_FILE"):
        monkeypatch.setenv(name, str(tmp_path))

    assert open_clone(repository.folder).git_dir == repository.folder / ".git"


def test_not_a_repository(tmp_path: Path) -> None:
    """
    Outside a repository there is nothing to check.
    """
    with pytest.raises(NothingToCheck, match="not a git repository") as caught:
        open_clone(tmp_path)

    assert "incidentrepo init" in caught.value.hint
    assert caught.value.exit_code == 3


def test_no_such_folder(tmp_path: Path) -> None:
    """
    A folder that is missing is not a missing git.
    """
    with pytest.raises(NothingToCheck, match="not a git repository"):
        open_clone(tmp_path / "missing")


def test_no_git(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A machine without git is told so.
    """
    monkeypatch.setenv("PATH", str(tmp_path))

    with pytest.raises(StoreError, match="git command was not found"):
        open_clone(tmp_path)


def test_bare(repository: Repository, tmp_path: Path) -> None:
    """
    A bare repository opens; only what needs files is refused.
    """
    repository.clone(tmp_path / "bare.git", "--bare")

    clone = open_clone(tmp_path / "bare.git")

    assert (clone.work_tree, clone.root, clone.folder) == (None, "", tmp_path / "bare.git")
    with pytest.raises(StoreError, match="has no work tree"):
        require_work_tree(clone)


def test_shallow(repository: Repository, tmp_path: Path) -> None:
    """
    A shallow clone is known as one.
    """
    repository.commit({"b": "b"})

    clone = open_clone(repository.clone(tmp_path / "shallow", "--depth=1").folder)

    assert clone.is_shallow
    with pytest.raises(StoreError, match="shallow") as caught:
        require_full_history(clone)
    assert "git fetch --unshallow" in caught.value.hint


def test_sha256(tmp_path: Path) -> None:
    """
    A repository of the newer hash is opened like any other.
    """
    repository = Repository(folder=tmp_path)
    repository.git("init", "--quiet", "--object-format=sha256")

    assert open_clone(tmp_path).object_format == "sha256"


def test_format_that_git_does_not_know(repository: Repository) -> None:
    """
    A repository of a newer format than git knows asks for a newer git.
    """
    repository.git("config", "core.repositoryFormatVersion", "1")
    repository.git("config", "extensions.tomorrow", "true")

    with pytest.raises(StoreError, match="too old for the repository's format"):
        open_clone(repository.folder)


@pytest.mark.skipif(os.geteuid() != 0, reason="only root can give a folder away")
def test_other_owner(repository: Repository) -> None:
    """
    A repository that belongs to somebody else is refused as git does, with the way to trust it.
    """
    os.chown(repository.folder, 12345, 12345)
    os.chown(repository.folder / ".git", 12345, 12345)

    with pytest.raises(StoreError, match="belongs to another user") as caught:
        open_clone(repository.folder)

    assert f"safe.directory '{repository.folder}'" in caught.value.hint
