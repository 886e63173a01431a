from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import Clone, open_clone
from incidentrepo.store.host_program import ask_host
from tests.store.real_repository import Repository


@pytest.fixture
def clone(repository: Repository) -> Clone:
    return open_clone(repository.folder)


def program(folder: Path, script: str) -> str:
    path = folder / "host"
    path.write_text(f"#!/bin/sh\n{script}\n", encoding="utf-8")
    path.chmod(0o755)
    return str(path)


def test_answer(clone: Clone, tmp_path: Path) -> None:
    """
    The program is given the path as one word, runs in the clone, and its JSON is the answer.
    """
    host = program(tmp_path, """printf '["%s", "%s", "%s"]' "$1" "$2" "$(basename "$PWD")" """)

    assert ask_host(clone, host, "repos/a b;c") == ["api", "repos/a b;c", "repository"]


@pytest.mark.parametrize(
    "told", ("gh: Not Found (HTTP 404)", "gh: Upgrade to GitHub Pro to enable this feature. (HTTP 403)")
)
def test_not_there(clone: Clone, tmp_path: Path, told: str) -> None:
    """
    What the host does not have, or not on this plan, is None, which is no failure.
    """
    assert ask_host(clone, program(tmp_path, f"echo '{told}' >&2; exit 1"), "x") is None


@pytest.mark.parametrize(
    ("script", "message"),
    (
        ("echo 'not logged in' >&2; exit 4", "could not ask the host: not logged in"),
        ("exit 1", "could not ask the host: it says nothing"),
        ("echo hello", "printed no JSON"),
    ),
)
def test_failure(clone: Clone, tmp_path: Path, script: str, message: str) -> None:
    """
    A program that fails says why in one line.
    """
    with pytest.raises(StoreError, match=message):
        ask_host(clone, program(tmp_path, script), "x")


def test_missing(clone: Clone, tmp_path: Path) -> None:
    """
    A program that is not installed is named.
    """
    with pytest.raises(StoreError, match="was not found"):
        ask_host(clone, str(tmp_path / "nothing"), "x")
