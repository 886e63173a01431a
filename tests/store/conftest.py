"""Real git in a temporary folder: no inherited `GIT_*`, no home directory, fixed people and times."""

import os
from pathlib import Path

import pytest

from tests.store.real_repository import Repository


@pytest.fixture(autouse=True)
def clean_git(monkeypatch: pytest.MonkeyPatch, tmp_path_factory: pytest.TempPathFactory) -> None:
    for name in os.environ:
        if name.startswith("GIT_"):
            monkeypatch.delenv(name)
    home = tmp_path_factory.mktemp("home")
    settings = home / ".gitconfig"
    settings.write_text(
        "[user]\n\tname = Ada\n\temail = ada@example.org\n"
        "[init]\n\tdefaultBranch = main\n"
        # What the user's own machine and a host's clone need; tests clone and fetch from folders.
        '[protocol "file"]\n\tallow = always\n[uploadpack]\n\tallowFilter = true\n'
    )
    monkeypatch.setenv("HOME", str(home))
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))
    monkeypatch.setenv("GIT_CONFIG_NOSYSTEM", "1")
    monkeypatch.setenv("TZ", "Asia/Kolkata")


@pytest.fixture
def empty(tmp_path: Path) -> Repository:
    """A repository without a commit."""
    repository = Repository(folder=tmp_path / "repository")
    repository.folder.mkdir()
    repository.git("init", "--quiet")
    return repository


@pytest.fixture
def repository(empty: Repository) -> Repository:
    """A repository with a policy, and one record."""
    empty.commit({"incidentrepo.yaml": "schema_version: 1\n", "incidents/a.yaml": "title: A\n"}, "Begin")
    return empty
