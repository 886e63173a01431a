"""The index as a snapshot."""

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import open_clone
from incidentrepo.store.index import index_snapshot
from tests.store.real_repository import Repository


def contents(repository: Repository, folder: str = ".", index_file: str | None = None) -> dict[str, bytes]:
    clone = open_clone(repository.folder / folder)
    snapshot = index_snapshot(clone, clone.folder / index_file if index_file else None)
    return dict(snapshot.read_files(blob.path for blob in snapshot.list_files()))


def test_staged_content(repository: Repository) -> None:
    """
    What is staged counts, whatever is on disk; a file that is only announced is not there yet.
    """
    repository.write("incidents/a.yaml", "staged\n")
    repository.write("empty", "")
    repository.write("promised", "x")
    repository.git("add", "incidents/a.yaml", "empty")
    repository.git("add", "--intent-to-add", "promised")
    repository.write("incidents/a.yaml", "on disk\n")

    assert contents(repository) == {
        "empty": b"",
        "incidentrepo.yaml": b"schema_version: 1\n",
        "incidents/a.yaml": b"staged\n",
    }


def test_before_the_first_commit(empty: Repository) -> None:
    """
    An empty repository has an index too.
    """
    assert contents(empty) == {}


def test_root(repository: Repository) -> None:
    """
    Only files under the root are listed, by their path from there.
    """
    repository.commit({"ops/incidentrepo.yaml": "{}\n", "ops2/x": "x"})

    assert contents(repository, "ops") == {"incidentrepo.yaml": b"{}\n"}


def test_index_of_a_hook(repository: Repository) -> None:
    """
    The index that git names to its hooks is the one that is read.
    """
    repository.git("read-tree", "--empty", environment={"GIT_INDEX_FILE": ".git/other"})

    assert contents(repository, index_file=".git/other") == {}


def test_conflict(repository: Repository) -> None:
    """
    An index in conflict has no content to judge.
    """
    repository.put_in_conflict("incidents/a.yaml", "<<<<<<< ours\n")

    with pytest.raises(StoreError, match=r"incidents/a\.yaml is in conflict"):
        contents(repository)
