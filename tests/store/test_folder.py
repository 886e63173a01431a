"""A plain folder as a snapshot."""

from pathlib import Path

import pytest

from incidentrepo.errors import NothingToCheck
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.store.snapshot import FileMode
from tests.store.real_repository import Repository


def test_folder_outside_git(tmp_path: Path) -> None:
    """
    Every file counts; symlinks are not followed, `.git` is left out.
    """
    repository = Repository(folder=tmp_path)
    repository.write("b/c", "x")
    repository.write("a", "")
    repository.write(".git/config", "x")
    (tmp_path / "link").symlink_to("b")

    snapshot = folder_snapshot(tmp_path)

    assert [(blob.path, blob.mode) for blob in snapshot.list_files()] == [
        ("a", FileMode.FILE),
        ("b/c", FileMode.FILE),
        ("link", FileMode.SYMLINK),
    ]
    assert dict(snapshot.read_files(["b/c", "link"])) == {"b/c": b"x", "link": b"b"}


def test_ids_are_git_s(repository: Repository) -> None:
    """
    The same content has the same id here and in git, so that one cache serves both.
    """
    blob = folder_snapshot(repository.folder / "incidents").list_files()[0]

    assert blob.id == repository.git("rev-parse", "HEAD:incidents/a.yaml").strip()


def test_missing_file(tmp_path: Path) -> None:
    """
    A file that is not there, outside, or gone since, is missing.
    """
    (tmp_path / "gone").touch()
    snapshot = folder_snapshot(tmp_path)
    (tmp_path / "gone").unlink()

    for path in ("gone", "never", "../x"):
        with pytest.raises(KeyError):
            snapshot.read_file(path)


def test_missing_folder(tmp_path: Path) -> None:
    """
    A folder that is not there is nothing to check.
    """
    with pytest.raises(NothingToCheck, match="no folder"):
        folder_snapshot(tmp_path / "missing")
