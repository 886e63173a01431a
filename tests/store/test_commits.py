"""A commit as a snapshot."""

from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import open_clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.snapshot import Blob, FileMode
from tests.store.real_repository import Repository


def test_files_of_a_commit(repository: Repository) -> None:
    """
    An old commit is read as it was, whatever came later.
    """
    repository.commit({"incidents/a.yaml": "title: later\n", "b": "b"})

    snapshot = commit_snapshot(open_clone(repository.folder), "HEAD~1")

    assert snapshot.label == "HEAD~1"
    assert snapshot.list_files()[1] == Blob(
        path="incidents/a.yaml",
        mode=FileMode.FILE,
        id=repository.git("rev-parse", "HEAD~1:incidents/a.yaml").strip(),
    )
    assert snapshot.read_file("incidents/a.yaml") == b"title: A\n"
    with pytest.raises(KeyError):
        snapshot.read_file("b")


def test_modes(repository: Repository) -> None:
    """
    Symlinks and submodules are told, and a symlink is its target's name.
    """
    commit = repository.git("rev-parse", "HEAD").strip()
    (repository.folder / "link").symlink_to("/etc/passwd")
    repository.write("run", "x").chmod(0o755)
    repository.git("add", "link", "run")
    repository.git("update-index", "--add", "--cacheinfo", f"160000,{commit},module")
    repository.git("commit", "--quiet", "-m", "Odd")

    snapshot = commit_snapshot(open_clone(repository.folder), "HEAD")

    assert {blob.path: blob.mode for blob in snapshot.list_files()} == {
        "incidentrepo.yaml": FileMode.FILE,
        "incidents/a.yaml": FileMode.FILE,
        "link": FileMode.SYMLINK,
        "module": FileMode.SUBMODULE,
        "run": FileMode.EXECUTABLE,
    }
    assert snapshot.read_file("link") == b"/etc/passwd"
    with pytest.raises(StoreError, match="module is a submodule"):
        snapshot.read_file("module")


def test_many_files_of_every_size(repository: Repository) -> None:
    """
    Hundreds of files, empty and large ones among them, come back in the order asked for.
    """
    files = {f"f/{number:03}": "\n" * (number * 997) for number in range(300)}
    repository.commit(files)
    order = sorted(files, reverse=True)

    snapshot = commit_snapshot(open_clone(repository.folder), "HEAD")

    assert [(path, content.decode()) for path, content in snapshot.read_files(order)] == [
        (path, files[path]) for path in order
    ]
    assert snapshot.read_file("f/001") == b"\n" * 997


def test_reading_that_stops_early(repository: Repository) -> None:
    """
    Who stops reading half way gets the right file next time.
    """
    repository.commit({f"f/{number:03}": f"{number}" for number in range(200)})
    snapshot = commit_snapshot(open_clone(repository.folder), "HEAD")

    first = next(iter(snapshot.read_files(f"f/{number:03}" for number in range(200))))

    assert first == ("f/000", b"0")
    assert snapshot.read_file("f/150") == b"150"


def test_root_and_bare(repository: Repository, tmp_path: Path) -> None:
    """
    Only the root's files are listed; a bare repository reads like any other.
    """
    repository.commit({"ops/incidentrepo.yaml": "{}\n", "ops2/x": "x"})
    repository.clone(tmp_path / "bare.git", "--bare")

    below = commit_snapshot(open_clone(repository.folder / "ops"), "HEAD")
    bare = commit_snapshot(open_clone(tmp_path / "bare.git"), "main")

    assert [blob.path for blob in below.list_files()] == ["incidentrepo.yaml"]
    assert bare.read_file("ops/incidentrepo.yaml") == b"{}\n"


def test_partial_clone(repository: Repository, tmp_path: Path) -> None:
    """
    An object that a partial clone lacks is an error, not a call over the network.
    """
    target = repository.clone(tmp_path / "partial", "--filter=blob:none", "--no-checkout").folder
    snapshot = commit_snapshot(open_clone(target), "HEAD")

    with pytest.raises(StoreError, match="cannot be read") as caught:
        snapshot.read_file("incidents/a.yaml")

    assert "without `--filter`" in caught.value.hint


def test_partial_clone_without_trees(repository: Repository, tmp_path: Path) -> None:
    """
    A clone that lacks even its folders' lists says that it is partial.
    """
    target = repository.clone(tmp_path / "treeless", "--filter=tree:0", "--no-checkout").folder

    with pytest.raises(StoreError, match="partial"):
        commit_snapshot(open_clone(target), "HEAD")


def test_sha256(tmp_path: Path) -> None:
    """
    A repository of the newer hash is read like any other.
    """
    repository = Repository(folder=tmp_path)
    repository.git("init", "--quiet", "--object-format=sha256")
    repository.commit({"a": "a"})

    assert commit_snapshot(open_clone(tmp_path), "HEAD").read_file("a") == b"a"


def test_quarantine(repository: Repository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What is being pushed is visible to a server's hook before it is accepted.
    """
    bare = repository.clone(tmp_path / "bare.git", "--bare").folder
    commit = repository.commit({"incidents/a.yaml": "title: pushed\n"})
    monkeypatch.setenv("GIT_OBJECT_DIRECTORY", str(repository.folder / ".git/objects"))
    monkeypatch.setenv("GIT_ALTERNATE_OBJECT_DIRECTORIES", str(bare / "objects"))

    assert commit_snapshot(open_clone(bare), commit).read_file("incidents/a.yaml") == b"title: pushed\n"


def test_one_file(repository: Repository) -> None:
    """
    One file alone can be listed, and none beside it.
    """
    snapshot = commit_snapshot(open_clone(repository.folder), "HEAD", only="incidentrepo.yaml")

    assert [blob.path for blob in snapshot.list_files()] == ["incidentrepo.yaml"]
