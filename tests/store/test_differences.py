"""What differs between commits, and where they parted."""

from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.model.change import ChangeKind
from incidentrepo.store.clone import open_clone
from incidentrepo.store.differences import changed_paths, is_ancestor, merge_bases
from tests.store.real_repository import Repository


def test_changed_paths(repository: Repository) -> None:
    """
    Every kind of change is told, by path, from the root.
    """
    repository.commit(
        {"ops/incidentrepo.yaml": "{}\n", "ops/old": "long enough\n" * 9, "ops/gone": "g", "ops/m": "1"}
    )
    before = repository.git("rev-parse", "HEAD").strip()
    repository.git("mv", "ops/old", "ops/new")
    repository.commit({"ops/gone": None, "ops/m": "2", "ops/added": "a", "outside": "x"})

    changed = changed_paths(open_clone(repository.folder / "ops"), before, "HEAD")

    assert [(file.kind, file.old_path, file.path) for file in changed] == [
        (ChangeKind.ADDED, None, "added"),
        (ChangeKind.DELETED, None, "gone"),
        (ChangeKind.MODIFIED, None, "m"),
        (ChangeKind.RENAMED, "old", "new"),
    ]
    assert changed[2].after_id == repository.git("rev-parse", "HEAD:ops/m").strip()
    assert (changed[0].before_id, changed[1].after_id) == (None, None)


def test_one_merge_base(repository: Repository) -> None:
    """
    Where a branch parted from main is the base, however far main went on.
    """
    base = repository.git("rev-parse", "HEAD").strip()
    repository.git("switch", "--quiet", "-c", "side")
    repository.commit({"side": "x"})
    repository.git("switch", "--quiet", "main")
    repository.commit({"main": "x"})

    assert merge_bases(open_clone(repository.folder), "main", "side") == (base,)


def test_criss_cross(repository: Repository) -> None:
    """
    After criss-cross merges there are two bases.
    """
    repository.git("switch", "--quiet", "-c", "side")
    side = repository.commit({"side": "x"})
    repository.git("switch", "--quiet", "main")
    main = repository.commit({"main": "x"})
    repository.git("merge", "--quiet", "--no-edit", side)
    repository.git("switch", "--quiet", "side")
    repository.git("merge", "--quiet", "--no-edit", main)

    assert set(merge_bases(open_clone(repository.folder), "main", "side")) == {main, side}


def test_unrelated(repository: Repository) -> None:
    """
    Unrelated histories have no base.
    """
    repository.git("switch", "--quiet", "--orphan", "other")
    repository.commit({"x": "x"})

    assert merge_bases(open_clone(repository.folder), "main", "other") == ()


@pytest.mark.parametrize("name", ("nothing", "--output=x"))
def test_unknown_revision(repository: Repository, name: str) -> None:
    """
    What names no commit is an error that quotes it, never an option.
    """
    clone = open_clone(repository.folder)

    with pytest.raises(StoreError, match=f"no revision '{name}'"):
        merge_bases(clone, name, "HEAD")
    with pytest.raises(StoreError, match=f"no revision '{name}'"):
        changed_paths(clone, name, "HEAD")

    assert not (repository.folder / "x").exists()


def test_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    """
    A shallow clone that has no common commit says why.
    """
    repository.git("switch", "--quiet", "-c", "side")
    repository.commit({"side": "x"})
    repository.git("switch", "--quiet", "main")
    repository.commit({"main": "x"})
    target = repository.clone(tmp_path / "shallow", "--depth=1", "--no-single-branch").folder

    with pytest.raises(StoreError, match="shallow"):
        merge_bases(open_clone(target), "main", "origin/side")


def test_ancestor(repository: Repository) -> None:
    """
    What a branch went on from is its ancestor; what it was rewritten from is not, and itself is.
    """
    older = repository.git("rev-parse", "HEAD").strip()
    newer = repository.commit({"x": "1"})
    repository.git("switch", "--quiet", "--detach", older)
    other = repository.commit({"x": "2"})
    clone = open_clone(repository.folder)

    pairs = ((older, newer), (newer, newer), (newer, older), (newer, other))

    assert [is_ancestor(clone, *pair) for pair in pairs] == [True, True, False, False]
