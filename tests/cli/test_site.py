"""`site build`, called as a person would."""

import pytest

from tests.cli.calling import call
from tests.git_repository import GitRepository

POLICY = "schema_version: 1\norganisation: {name: Acme}\n"
ADDRESS = "Feeds, the calendar and api/v2/ lead nowhere: set `publishing.url`"


@pytest.fixture
def acme(repository: GitRepository) -> GitRepository:
    repository.write("incidentrepo.yaml", POLICY)
    repository.write("docs/guide.md", "# Guide\n")
    repository.commit()
    return repository


@pytest.mark.parametrize(
    ("audience", "policy", "is_told"),
    (
        ("public", POLICY, True),
        ("public", f"{POLICY}publishing: {{url: https://status.example.org}}\n", False),
        ("internal", POLICY, False),
    ),
)
def test_no_address(acme: GitRepository, audience: str, policy: str, *, is_told: bool) -> None:
    """
    Whoever builds a public site that does not know where it will be is told what to do.
    """
    acme.write("incidentrepo.yaml", policy)

    ended = call(
        acme.path,
        "site",
        "build",
        "--audience",
        audience,
        "--output",
        str(acme.path / "build"),
        "--no-search",
    )

    assert (ended.code, ADDRESS in ended.err) == (0, is_told)


@pytest.mark.parametrize(
    "place", ("incidents/x", "library", ".git/site", "docs", "docs/site", "linked/site", ".github/x")
)
def test_own_folders(acme: GitRepository, place: str) -> None:
    """
    A site goes nowhere among the records, into git, or among what hosts and MkDocs read.
    """
    (acme.path / "incidents").mkdir()
    (acme.path / "linked").symlink_to("incidents")
    before = sorted(acme.path.rglob("*"))

    ended = call(acme.path, "site", "build", "--output", str(acme.path / place))

    assert ended.code == 2
    assert "which the repository needs for itself" in ended.err
    assert sorted(acme.path.rglob("*")) == before


def test_docs_as_a_site(acme: GitRepository) -> None:
    """
    A host may show what lies in docs/: where nothing else does, the site may be there, time and again.
    """
    (acme.path / "docs/guide.md").unlink()
    (acme.path / "docs").rmdir()

    for _ in range(2):
        assert call(acme.path, "site", "build", "--output", str(acme.path / "docs"), "--no-search").code == 0
