"""A repository that records incidents already."""

import pytest

from tests.cli.calling import succeed
from tests.git_repository import GitRepository


@pytest.fixture
def incidents(repository: GitRepository) -> GitRepository:
    """A fresh repository after `init`, in UTC."""
    succeed(
        repository.path, "init", "--timezone", "UTC", "--organisation", "Acme", now="2026-11-22T09:00:00Z"
    )
    return repository
