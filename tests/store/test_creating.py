"""New repositories."""

from pathlib import Path

from incidentrepo.store.branches import current_branch
from incidentrepo.store.creating import init_repository
from tests.store.real_repository import Repository


def test_new(tmp_path: Path) -> None:
    """
    Where there is none, a repository is made, on main.
    """
    clone = init_repository(tmp_path / "a" / "b")

    assert clone.work_tree == tmp_path / "a" / "b"
    assert current_branch(clone) == "main"


def test_inside_another(repository: Repository) -> None:
    """
    A folder inside a repository stays in that one.
    """
    clone = init_repository(repository.folder / "ops" / "incidents")

    assert (clone.work_tree, clone.root) == (repository.folder, "")
    assert not (repository.folder / "ops/incidents/.git").exists()
