"""The worlds that all changes of the table are put through, built once."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.gates.changes import CHANGES
from tests.gates.forking import forking
from tests.gates.records import BASE
from tests.gates.world import Proposal, World, build_world, propose
from tests.git_repository import GitRepository

TODAY, NEXT_YEAR = "2026-11-23T09:00:00Z", "2027-11-23T09:00:00Z"


@pytest.fixture(scope="session")
def calls(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    """Where calls of `incidentrepo` are answered."""
    address = tmp_path_factory.mktemp("calls") / "socket"
    with forking(address):
        yield address


@pytest.fixture(scope="session")
def proposals(tmp_path_factory: pytest.TempPathFactory) -> tuple[GitRepository, dict[str, Proposal]]:
    """The records on `main`, and each change as commits that no branch has."""
    repository = GitRepository.init(tmp_path_factory.mktemp("source"))
    for path, text in BASE.items():
        repository.write(path, text)
    repository.commit("Begin")
    proposed = {change.name: propose(repository, change) for change in CHANGES}
    repository.git("switch", "--quiet", "main")
    return repository, proposed


@pytest.fixture(scope="session")
def worlds(
    tmp_path_factory: pytest.TempPathFactory,
    calls: Path,
    proposals: tuple[GitRepository, dict[str, Proposal]],
) -> dict[str, World]:
    """The five gates, today and in a year."""
    source, _ = proposals
    return {
        now: build_world(source, tmp_path_factory.mktemp("world"), calls, now) for now in (TODAY, NEXT_YEAR)
    }
