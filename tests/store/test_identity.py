"""Git's user."""

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.model.change import Signature
from incidentrepo.store.clone import open_clone
from incidentrepo.store.identity import current_user
from tests.store.real_repository import Repository


def test_configured_user(repository: Repository) -> None:
    """
    The nearest setting wins, as in a commit.
    """
    repository.git("config", "user.name", "Grace Hopper")

    assert current_user(open_clone(repository.folder)) == Signature(
        name="Grace Hopper", email="ada@example.org"
    )


def test_user_in_the_environment(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Who the environment says they are, as CI does, they are.
    """
    monkeypatch.setenv("GIT_AUTHOR_NAME", "Robot")
    monkeypatch.setenv("GIT_AUTHOR_EMAIL", "robot@example.org")

    assert current_user(open_clone(repository.folder)) == Signature(name="Robot", email="robot@example.org")


def test_nobody(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where git knows nobody, the way to tell it is told.
    """
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    repository.git("config", "user.useConfigOnly", "true")

    with pytest.raises(StoreError, match="does not know who you are"):
        current_user(open_clone(repository.folder))
