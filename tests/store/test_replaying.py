"""Repositories written from a list."""

from collections.abc import Iterator
from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.model.change import Signature
from incidentrepo.store.replaying import ReplayedCommit, replay_commits
from tests.store.real_repository import Repository


def commits() -> Iterator[ReplayedCommit]:
    ada = Signature(name="Ada <of> \u00c5land\n", email="ada@example.org")
    yield ReplayedCommit(
        at=datetime(2026, 11, 2, 9, 14, tzinfo=UTC),
        author=ada,
        message="Begin\n\ndone\n",
        files={'odd "name\\\n': b"\x00\xff", "a b/c": b"1\n", "gone": b"", "ünï": b"x"},
    )
    yield ReplayedCommit(
        at=datetime(2026, 11, 3, tzinfo=timezone(timedelta(hours=2))),
        author=ada,
        message="Go on",
        files={"a b/c": b"2\n", "gone": None},
    )


def test_replay(tmp_path: Path) -> None:
    """
    The history is as told, the branch is main, and what it ends with is checked out.
    """
    head = replay_commits(tmp_path / "new", commits())

    repository = Repository(folder=tmp_path / "new")
    assert repository.git("log", "--format=%H|%an|%ae|%aI|%cI|%B").split("|")[0] == head
    assert repository.git("log", "--format=%an|%ae|%aI|%cI|%s", "--reverse") == (
        "Ada of \u00c5land|ada@example.org|2026-11-02T09:14:00+00:00|2026-11-02T09:14:00+00:00|Begin\n"
        "Ada of \u00c5land|ada@example.org|2026-11-03T00:00:00+02:00|2026-11-03T00:00:00+02:00|Go on\n"
    )
    assert repository.git("symbolic-ref", "HEAD") == "refs/heads/main\n"
    assert repository.git("status", "--porcelain") == ""
    assert (repository.folder / "a b/c").read_bytes() == b"2\n"
    assert (repository.folder / 'odd "name\\\n').read_bytes() == b"\x00\xff"
    assert not (repository.folder / "gone").exists()


def test_same_ids(tmp_path: Path) -> None:
    """
    The same list makes the same commits, wherever and whenever.
    """
    assert replay_commits(tmp_path / "one", commits()) == replay_commits(tmp_path / "two", commits())


def test_folder_in_use(tmp_path: Path) -> None:
    """
    A folder that holds anything is left alone.
    """
    (tmp_path / "x").write_text("x")

    with pytest.raises(StoreError, match="is not empty"):
        replay_commits(tmp_path, commits())

    assert [path.name for path in tmp_path.iterdir()] == ["x"]
