"""What `init --ci` writes, for each host and place of the records, in a repository of its own."""

from pathlib import Path

from incidentrepo.model.host import Host
from tests.cli.calling import succeed
from tests.git_repository import GitRepository

ROOTS = ("", "ops/incidents")
COMBINATIONS = tuple((host, root) for host in Host for root in ROOTS)


def generate(folder: Path, host: Host, root: str) -> GitRepository:
    """Return a repository that has been set up for that host, with its records in that folder."""
    repository = GitRepository.init(folder)
    owners = ("--administrators", "@acme/platform")
    succeed(folder, "init", root or ".", "--ci", host, "--timezone", "UTC", *owners)
    return repository


def workflows(repository: GitRepository) -> list[Path]:
    return sorted((repository.path / ".github/workflows").glob("*.yml"))
