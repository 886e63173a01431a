"""From a folder of records to an edition."""

from datetime import UTC, datetime

import pytest

from incidentrepo.errors import NothingToCheck, RefusedError, StoreError
from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.model.edition import InternalEdition, PublicEdition
from incidentrepo.model.status import Audience
from tests.git_repository import GitRepository

NOW = datetime(2026, 11, 23, tzinfo=UTC)
FOLDER = "incidents/2026/11/2026-11-02-checkout-errors"
POLICY = "schema_version: 1\norganisation: {name: Firm}\n"
INCIDENT = """\
schema_version: 1
id: 2026-11-02-checkout-errors
title: Checkout answers 500
kind: incident
severity: SEV2
status: open
declared_at: 2026-11-02T09:14:00Z
"""


@pytest.fixture
def records(repository: GitRepository) -> GitRepository:
    repository.write("incidentrepo.yaml", POLICY)
    repository.write(f"{FOLDER}/incident.yaml", INCIDENT)
    repository.commit("Declare")
    repository.write(f"{FOLDER}/incident.yaml", INCIDENT.replace("answers 500", "fails"))
    repository.commit("Say it simply", at="2026-11-03T12:00:00+00:00")
    return repository


def test_internal(records: GitRepository) -> None:
    """
    The organisation sees the work tree as it is, and each incident's commits from the newest on.
    """
    records.write("incidentrepo.yaml", POLICY.replace("Firm", "Bakery"))

    edition = load_edition(records.path, Audience.INTERNAL, now=NOW)

    assert isinstance(edition, InternalEdition)
    assert edition.organisation == "Bakery"
    assert [one.title for one in edition.incidents] == ["Checkout fails"]
    assert [change.subject for change in edition.read(edition.incidents[0]).changes] == [
        "Say it simply",
        "Declare",
    ]


def test_without_history(records: GitRepository) -> None:
    """
    Without history the folder is read as it lies there, and git is not asked.
    """
    (records.path / ".git").rename(records.path.with_name("elsewhere"))

    edition = load_edition(records.path, Audience.INTERNAL, now=NOW, history=False)

    assert isinstance(edition, InternalEdition)
    assert edition.read(edition.incidents[0]).changes == ()


def test_public(records: GitRepository) -> None:
    """
    The public edition has nothing of an incident that is not public.
    """
    edition = load_edition(records.path, Audience.PUBLIC, now=NOW)

    assert isinstance(edition, PublicEdition)
    assert edition.incidents == ()


def test_shallow(records: GitRepository) -> None:
    """
    Without its history a clone cannot tell who changed what, and says so rather than guess.
    """
    clone = records.clone(depth=1)

    with pytest.raises(StoreError, match="shallow"):
        load_edition(clone.path, Audience.INTERNAL, now=NOW)


def test_no_repository(repository: GitRepository) -> None:
    """
    A folder without a policy is no incident repository.
    """
    with pytest.raises(NothingToCheck):
        load_edition(repository.path, Audience.PUBLIC, now=NOW)


@pytest.mark.parametrize("history", (True, False))
def test_what_the_world_must_not_know(records: GitRepository, history: bool) -> None:  # noqa: FBT001
    """
    No public edition is made of what `check` calls an error, committed or not; the place is told.
    """
    records.write(f"{FOLDER}/incident.yaml", f"{INCIDENT}visibility: public\n")
    records.write(
        f"{FOLDER}/public.md", "---\ntitle: Some payments failed\nslug: payments\n---\npassword=hunter2a\n"
    )

    with pytest.raises(RefusedError, match=r"public\.md:5:10: .*nothing was built") as caught:
        load_edition(records.path, Audience.PUBLIC, now=NOW, history=history)

    assert "hunter2a" not in f"{caught.value}{caught.value.hint}"
