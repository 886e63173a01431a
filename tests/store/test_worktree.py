"""The work tree as a snapshot."""

import os
import pickle

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import open_clone
from incidentrepo.store.reading import hash_blob
from incidentrepo.store.snapshot import Blob, FileMode
from incidentrepo.store.worktree import worktree_snapshot
from tests.store.real_repository import Repository


def test_tracked_changed_new_and_ignored(repository: Repository) -> None:
    """
    What is on disk counts: changed and new files, staged or not; neither removed nor ignored ones.
    """
    repository.commit({".gitignore": "*.log\n", "gone": "x", "removed": "x", "staged": "x"})
    repository.write("incidents/a.yaml", "title: changed\n")
    repository.write("new/deep/b.yaml", "b\n")
    repository.write("trace.log", "x")
    repository.write("promised", "p\n")
    repository.git("add", "--intent-to-add", "promised")
    repository.write("staged", "y")
    repository.git("add", "staged")
    repository.write("staged", "z")
    repository.git("rm", "--quiet", "removed")
    (repository.folder / "gone").unlink()

    snapshot = worktree_snapshot(open_clone(repository.folder))

    assert {blob.path: snapshot.read_file(blob.path) for blob in snapshot.list_files()} == {
        ".gitignore": b"*.log\n",
        "incidentrepo.yaml": b"schema_version: 1\n",
        "incidents/a.yaml": b"title: changed\n",
        "new/deep/b.yaml": b"b\n",
        "promised": b"p\n",
        "staged": b"z",
    }
    for blob in snapshot.list_files():
        content = snapshot.read_file(blob.path)
        assert blob == Blob(path=blob.path, mode=FileMode.FILE, id=hash_blob(content))
    assert [blob.path for blob in snapshot.list_files()] == sorted(b.path for b in snapshot.list_files())


def test_unchanged_files_are_not_read(repository: Repository) -> None:
    """
    A file that git knows to be unchanged keeps its id without being opened.
    """
    listed = worktree_snapshot(open_clone(repository.folder)).list_files()
    expected = repository.git("rev-parse", "HEAD:incidents/a.yaml").strip()
    assert Blob(path="incidents/a.yaml", mode=FileMode.FILE, id=expected) in listed


def test_files_under_the_root_alone(repository: Repository) -> None:
    """
    With the policy in a subfolder, paths count from there, and nothing else is listed.
    """
    repository.commit({"ops/incidentrepo.yaml": "{}\n", "ops2/x": "x"})
    repository.write("ops/new", "n")

    snapshot = worktree_snapshot(open_clone(repository.folder / "ops"))

    assert [blob.path for blob in snapshot.list_files()] == ["incidentrepo.yaml", "new"]
    assert dict(snapshot.read_files(["new"])) == {"new": b"n"}


def test_symlinks_are_not_followed(repository: Repository) -> None:
    """
    A symlink is its target's name, whether to a file or a folder, tracked or new.
    """
    secret = repository.folder.parent / "secret"
    secret.mkdir()
    (secret / "x").write_text("secret")
    (repository.folder / "file").symlink_to("../secret/x")
    (repository.folder / "folder").symlink_to("../secret")
    repository.git("add", "file")

    snapshot = worktree_snapshot(open_clone(repository.folder))

    listed = {blob.path: blob.mode for blob in snapshot.list_files()}
    assert (listed["file"], listed["folder"]) == (FileMode.SYMLINK, FileMode.SYMLINK)
    assert dict(snapshot.read_files(["file", "folder"])) == {"file": b"../secret/x", "folder": b"../secret"}
    with pytest.raises(KeyError):
        snapshot.read_file("folder/x")


def test_folder_replaced_by_a_symlink(repository: Repository) -> None:
    """
    Records behind a folder that became a symlink are gone, not read from elsewhere.
    """
    outside = repository.folder.parent / "outside"
    (repository.folder / "incidents").rename(outside)
    (repository.folder / "incidents").symlink_to(outside)

    listed = worktree_snapshot(open_clone(repository.folder)).list_files()

    assert {blob.path: blob.mode for blob in listed} == {
        "incidentrepo.yaml": FileMode.FILE,
        "incidents": FileMode.SYMLINK,
    }


def test_what_is_no_file(repository: Repository) -> None:
    """
    A named pipe in the place of a file is not opened, which would wait for ever.
    """
    (repository.folder / "incidents/a.yaml").unlink()
    os.mkfifo(repository.folder / "incidents/a.yaml")

    listed = worktree_snapshot(open_clone(repository.folder)).list_files()

    assert [blob.path for blob in listed] == ["incidentrepo.yaml"]


def test_nested_repository(repository: Repository) -> None:
    """
    Another repository inside is told by its mode, and has no content.
    """
    nested = Repository(folder=repository.folder / "nested")
    nested.folder.mkdir()
    nested.git("init", "--quiet")
    nested.commit({"x": "x"})

    snapshot = worktree_snapshot(open_clone(repository.folder))

    assert {blob.path: blob.mode for blob in snapshot.list_files()}["nested"] is FileMode.SUBMODULE
    with pytest.raises(StoreError, match="nested is a submodule"):
        snapshot.read_file("nested")


def test_executable_and_odd_names(repository: Repository) -> None:
    """
    Names in any script or none, and the executable bit, arrive as they are.
    """
    repository.write("incidents/na\u00efve \u65e5\u672c\n.yaml", "x").chmod(0o755)

    snapshot = worktree_snapshot(open_clone(repository.folder))

    blob = next(blob for blob in snapshot.list_files() if "na" in blob.path)
    assert (blob.path, blob.mode) == ("incidents/na\u00efve \u65e5\u672c\n.yaml", FileMode.EXECUTABLE)
    assert snapshot.read_file(blob.path) == b"x"


def test_file_in_conflict(repository: Repository) -> None:
    """
    In a conflict the file on disk counts, once.
    """
    repository.put_in_conflict("incidents/a.yaml", "<<<<<<< ours\n")

    snapshot = worktree_snapshot(open_clone(repository.folder))

    assert [blob.path for blob in snapshot.list_files()] == ["incidentrepo.yaml", "incidents/a.yaml"]
    assert b"<<<<<<<" in snapshot.read_file("incidents/a.yaml")


def test_sparse_checkout(repository: Repository) -> None:
    """
    Files that a sparse checkout leaves out are read from git.
    """
    repository.commit({"other/x": "x"})
    repository.git("sparse-checkout", "set", "other")

    snapshot = worktree_snapshot(open_clone(repository.folder))

    assert not (repository.folder / "incidents").exists()
    assert snapshot.read_file("incidents/a.yaml") == b"title: A\n"


def test_file_that_goes_away(repository: Repository) -> None:
    """
    A file that is removed between listing and reading is missing, like one that never was.
    """
    snapshot = worktree_snapshot(open_clone(repository.folder))
    (repository.folder / "incidents/a.yaml").unlink()

    with pytest.raises(KeyError):
        snapshot.read_file("incidents/a.yaml")
    with pytest.raises(KeyError):
        snapshot.read_file("never")


def test_converted_line_ends(repository: Repository) -> None:
    """
    Where git converts line ends, an unchanged file has the id it was committed with, and the disk's bytes.
    """
    expected = repository.git("rev-parse", "HEAD:incidents/a.yaml").strip()
    repository.git("config", "core.autocrlf", "true")
    (repository.folder / "incidents/a.yaml").unlink()
    repository.git("checkout", "--", "incidents/a.yaml")

    snapshot = worktree_snapshot(open_clone(repository.folder))

    assert {blob.path: blob.id for blob in snapshot.list_files()}["incidents/a.yaml"] == expected
    assert snapshot.read_file("incidents/a.yaml") == b"title: A\r\n"


def test_bare(repository: Repository) -> None:
    """
    A bare repository has no work tree to read.
    """
    repository.git("config", "core.bare", "true")

    with pytest.raises(StoreError, match="has no work tree"):
        worktree_snapshot(open_clone(repository.folder / ".git"))


def test_sent_to_another_process(repository: Repository) -> None:
    """
    A snapshot can be given to a worker process.
    """
    snapshot = worktree_snapshot(open_clone(repository.folder))

    assert pickle.loads(pickle.dumps(snapshot)).read_file("incidents/a.yaml") == b"title: A\n"


def test_sha256(empty: Repository) -> None:
    """
    New files are named by the hash that the repository uses.
    """
    (empty.folder / "sha256").mkdir()
    repository = Repository(folder=empty.folder / "sha256")
    repository.git("init", "--quiet", "--object-format=sha256")
    repository.write("x", "x")

    blob = worktree_snapshot(open_clone(repository.folder)).list_files()[0]

    assert blob.id == repository.git("hash-object", "x").strip()
