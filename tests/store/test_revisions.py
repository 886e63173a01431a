"""Names of commits."""

from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import open_clone
from incidentrepo.store.revisions import find_commit, resolve_revision
from tests.store.real_repository import Repository


def test_names(repository: Repository) -> None:
    """
    Branches, tags, and what git computes from them name a commit.
    """
    first = repository.git("rev-parse", "HEAD").strip()
    repository.git("tag", "-a", "v1", "-m", "one")
    repository.commit({"b": "b"})
    clone = open_clone(repository.folder)

    assert {resolve_revision(clone, name) for name in ("v1", "main~1", first[:9], "HEAD^")} == {first}


@pytest.mark.parametrize(
    "name", ("nothing", "", "HEAD:incidents", "--all", "--output=x", "a\nb", "main..main")
)
def test_unknown(repository: Repository, name: str) -> None:
    """
    What names no commit is an error that quotes it; an option is a name like any other.
    """
    clone = open_clone(repository.folder)

    with pytest.raises(StoreError, match="no revision"):
        resolve_revision(clone, name)

    assert find_commit(clone, name) is None
    assert not (repository.folder / "x").exists()


def test_empty_repository(empty: Repository) -> None:
    """
    Where there is no commit at all, that is what is said.
    """
    with pytest.raises(StoreError, match="no commit yet"):
        resolve_revision(open_clone(empty.folder), "HEAD")


def test_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    """
    In a shallow clone the way to more history is told.
    """
    repository.commit({"b": "b"})
    shallow = repository.clone(tmp_path / "shallow", "--depth=1")

    with pytest.raises(StoreError, match="shallow") as caught:
        resolve_revision(open_clone(shallow.folder), "HEAD~1")

    assert "git fetch --unshallow" in caught.value.hint
