"""The one way that git is run."""

from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.running import READING, git_environment, run_git
from tests.store.real_repository import Repository


def test_output_is_bytes(repository: Repository) -> None:
    """
    What git prints arrives as it is, and what it is given too.
    """
    blob = run_git(repository.folder, "hash-object", "-w", "--stdin", stdin=b"\xff\0").decode().strip()

    assert run_git(repository.folder, "cat-file", "blob", blob) == b"\xff\0"


def test_environment(monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Of what was inherited for git, only who the user is, how they connect and a hook's quarantine stay.
    """
    kept = ("GIT_AUTHOR_NAME", "GIT_CONFIG_KEY_0", "GIT_QUARANTINE_PATH", "GIT_SSH_COMMAND", "HOME")
    for name in (*kept, "GIT_DIR", "GIT_INDEX_FILE", "GIT_AUTHOR_DATE", "GIT_TRACE", "GIT_EXTERNAL_DIFF"):
        monkeypatch.setenv(name, "x")
    monkeypatch.delenv("GIT_CONFIG_GLOBAL")
    monkeypatch.delenv("GIT_CONFIG_NOSYSTEM")
    monkeypatch.setenv("LC_ALL", "de_DE.UTF-8")

    environment = git_environment(READING)

    assert {name for name in environment if name.startswith("GIT_")} == {
        *kept[:-1],
        "GIT_ALLOW_PROTOCOL",
        "GIT_LITERAL_PATHSPECS",
        "GIT_NO_LAZY_FETCH",
        "GIT_OPTIONAL_LOCKS",
        "GIT_TERMINAL_PROMPT",
    }
    assert (environment["LC_ALL"], environment["HOME"]) == ("C", "x")


def test_time_limit(repository: Repository) -> None:
    """
    A git that does not end is ended, and that is said.
    """
    with pytest.raises(StoreError, match=r"did not end within 0\.2 seconds"):
        run_git(repository.folder, "-c", "alias.wait=!sleep 3", "wait", limit=0.2)


def test_accepted_code(repository: Repository) -> None:
    """
    A code that means something other than failure is no error.
    """
    assert run_git(repository.folder, "config", "no.such", accepted=(0, 1)) == b""


def test_reading_takes_no_network(repository: Repository, tmp_path: Path) -> None:
    """
    A call that reads cannot reach out, whatever the user allows.
    """
    repository.git("clone", "--quiet", "--bare", str(repository.folder), str(tmp_path / "bare.git"))

    with pytest.raises(StoreError):
        run_git(repository.folder, "ls-remote", f"file://{tmp_path}/bare.git")
