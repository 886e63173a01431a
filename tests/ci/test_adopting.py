"""An organisation adopts it: what its CI says of the first pull request, and of the second."""

from pathlib import Path

import pytest

from tests.ci.scripts import install, run_script, workflow_script
from tests.cli.calling import succeed
from tests.docs.prepared import prepare_shop
from tests.git_repository import GitRepository

_BAD = (
    "schema_version: 1\nid: 2026-11-23-refunds-are-stuck\ntitle: Refunds\nkind: accident\nstatus: open\n"
    "severity: SEV3\ndeclared_at: 2026-11-23T10:00:00Z\n"
)


def pull_request(shop: GitRepository, branch: str, tmp_path: Path) -> tuple[int, str]:
    """Return what the generated workflow says of a branch, in a clone as its checkout step makes it."""
    shop.git("switch", "-q", "--detach", "main")
    shop.git("merge", "-q", "--no-ff", "-m", "Merge", branch)
    shop.git("update-ref", "refs/pull/merge", "HEAD")
    shop.git("switch", "-q", branch)
    job = GitRepository.init(tmp_path / f"job-{branch}")
    job.git("remote", "add", "origin", shop.path.as_uri())
    job.git("fetch", "-q", "--depth=2", "origin", "refs/pull/merge")
    job.git("checkout", "-q", "FETCH_HEAD")
    install(tmp_path / "programs", "python", "")
    done = run_script(
        workflow_script(job, "incidents.yml", "check", "check"),
        job.path,
        programs=tmp_path / "programs",
        GITHUB_EVENT_NAME="pull_request",
        INCIDENTREPO_ROOT="ops/incidents",
    )
    assert job.git("rev-list", "--count", "HEAD").strip() == "3"
    return done.returncode, done.stdout


@pytest.fixture
def shop(tmp_path: Path, git_user: None) -> GitRepository:  # noqa: ARG001 # who commits
    """Two years of history with CI and owners, and a branch that begins to record incidents."""
    prepare_shop(tmp_path)
    shop = GitRepository(tmp_path / "shop")
    shop.git("switch", "-q", "-c", "incidents")
    succeed(shop.path, "init", "ops/incidents", "--ci", "github", "--timezone", "UTC")
    return shop


def test_nothing_of_theirs_is_edited(shop: GitRepository) -> None:
    """
    The first commit adds files, and changes none that the shop had.
    """
    changes = shop.git("diff", "--name-status", "main", "incidents").splitlines()

    assert [line for line in changes if not line.startswith("A\t")] == []
    assert "A\t.github/workflows/incidents.yml" in changes
    assert "A\tops/incidents/incidentrepo.yaml" in changes


def test_first_is_green_and_second_is_gated(shop: GitRepository, tmp_path: Path) -> None:
    """
    The change that brings the policy passes; the next one that breaks it does not, and mended it does.
    """
    first = pull_request(shop, "incidents", tmp_path)
    shop.git("switch", "-q", "main")
    shop.git("merge", "-q", "--no-ff", "-m", "Record incidents", "incidents")
    shop.git("switch", "-q", "-c", "refunds")
    path = "ops/incidents/incidents/2026/11/2026-11-23-refunds-are-stuck/incident.yaml"
    shop.write(path, _BAD)
    shop.git("add", "ops")
    shop.git("commit", "-q", "--no-verify", "-m", "Refunds are stuck")
    second = pull_request(shop, "refunds", tmp_path)
    shop.git("switch", "-q", "-c", "mended")
    shop.write(path, _BAD.replace("accident", "incident"))
    shop.git("commit", "-q", "--no-verify", "-a", "-m", "Call it an incident")
    mended = pull_request(shop, "mended", tmp_path)

    assert (first[0], second[0], mended[0]) == (0, 1, 0)
    assert f"::error file={path},line=4,col=7,title=schema-violation::" in second[1]


def test_years_of_history_owe_nothing(shop: GitRepository) -> None:
    """
    An incident of last year, filed now, is behind the day that the policy begins.
    """
    folder = shop.path / "ops/incidents"
    succeed(folder, "declare", "Payments failed", "-s", "SEV1", "--at", "2025-11-03T09:00:00Z")
    succeed(folder, "resolve", "--at", "2025-11-03T10:00:00Z")

    assert "Nothing is owed" in succeed(folder, "deadlines")
