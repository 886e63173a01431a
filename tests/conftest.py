"""Guards around every test, and the two things many need: a real repository and a real browser."""

from collections.abc import Iterator
from contextlib import ExitStack
from pathlib import Path

import pytest
from playwright.sync_api import Browser

from tests.chromium import Pages, run_chromium
from tests.git_repository import GitRepository
from tests.guards import clean_environment, guard_process


def pytest_configure(config: pytest.Config) -> None:
    guard_process()
    stack = ExitStack()
    stack.enter_context(clean_environment())
    config.add_cleanup(stack.close)


def pytest_collection_modifyitems(items: list[pytest.Item]) -> None:
    for item in items:
        if "browser" in getattr(item, "fixturenames", ()):
            item.add_marker("browser")
            # One process runs them all: a browser is started once.
            item.add_marker(pytest.mark.xdist_group("browser"))


@pytest.fixture
def repository(tmp_path: Path) -> GitRepository:
    """A fresh repository without a commit, on `main`."""
    return GitRepository.init(tmp_path / "repository")


@pytest.fixture
def git_user(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """Git knows who is at the keyboard, as on anybody's own machine: for tests that make their repository."""
    settings = tmp_path / "gitconfig"
    settings.write_text(
        "[user]\n\tname = Ada Lovelace\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n",
        encoding="utf-8",
    )
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", str(settings))


@pytest.fixture(scope="session")
def browser() -> Iterator[Browser]:
    """A headless Chromium; most tests want `pages`."""
    with run_chromium() as browser:
        yield browser


@pytest.fixture
def pages(browser: Browser) -> Iterator[Pages]:
    """Opens pages on this machine's servers; a page that asks another host for anything fails the test."""
    pages = Pages(browser)
    yield pages
    pages.close()
    assert pages.outside == []
