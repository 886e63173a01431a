"""Where CI puts the two sites, and where it refuses to."""

from pathlib import Path

import pytest

from incidentrepo.model.host import Host
from tests.ci.generated import generate, workflows
from tests.ci.scripts import install, run_script, workflow_script
from tests.cli.calling import succeed
from tests.git_repository import GitRepository

URL = "https://incidents.example.net/upload"
TOKEN = "not-for-the-log"

# Answers with what the test says, notes what it was called with, and takes what is uploaded.
CURL = """\
import os, sys, shutil
from pathlib import Path
with Path(os.environ["FAKE_CURL"], "calls").open("a") as calls:
    calls.write(" ".join(sys.argv[1:]) + "\\n")
if "--upload-file" in sys.argv:
    Path(os.environ["FAKE_CURL"], "config").write_text(sys.stdin.read())
    shutil.copy(sys.argv[sys.argv.index("--upload-file") + 1], os.environ["FAKE_CURL"])
else:
    print(os.environ["FAKE_ANSWER"], end="")
"""


@pytest.fixture
def acme(tmp_path: Path) -> GitRepository:
    repository = generate(tmp_path / "acme", Host.GITHUB, "")
    succeed(repository.path, "declare", "Mail is late", "-s", "SEV3")
    return repository


def name_address(repository: GitRepository, field: str, url: str) -> None:
    policy = (repository.path / "incidentrepo.yaml").read_text(encoding="utf-8")
    repository.write("incidentrepo.yaml", f"{policy}\npublishing:\n  {field}: {url}\n")


def build_internal(
    repository: GitRepository, tmp_path: Path, *, visibility: str = "private", answer: str = "401"
) -> tuple[int, str]:
    """Return how the job ends, and all that it says."""
    install(tmp_path / "programs", "curl", CURL)
    done = run_script(
        workflow_script(repository, "incidents-internal-site.yml", "build", "site"),
        repository.path,
        programs=tmp_path / "programs",
        FAKE_CURL=str(tmp_path),
        FAKE_ANSWER=answer,
        GITHUB_OUTPUT=str(tmp_path / "output"),
        INCIDENTREPO_VISIBILITY=visibility,
        INCIDENTREPO_SITE_TOKEN=TOKEN,
    )
    return done.returncode, done.stdout + done.stderr


def test_artifact(acme: GitRepository, tmp_path: Path) -> None:
    """
    Of a repository that the world cannot read the internal site becomes an artifact.
    """
    assert build_internal(acme, tmp_path, visibility="internal")[0] == 0
    assert (tmp_path / "output").read_text(encoding="utf-8") == "is_artifact=true\n"
    assert (acme.path / "internal/index.html").is_file()


@pytest.mark.parametrize("visibility", ("public", "", "PRIVATE"))
def test_no_artifact_for_the_world(acme: GitRepository, tmp_path: Path, visibility: str) -> None:
    """
    Of a public one, or of one of which nobody knows, nothing is built.
    """
    code, said = build_internal(acme, tmp_path, visibility=visibility)

    assert (code, said.startswith("::warning title=The internal site is not built::")) == (0, True)
    assert not (tmp_path / "output").exists()
    assert not (acme.path / "internal").exists()


@pytest.mark.parametrize("answer", ("401", "302"))
def test_host_behind_a_sign_in(acme: GitRepository, tmp_path: Path, answer: str) -> None:
    """
    A host that the policy names gets the site, and the token is in no argument and no log.
    """
    name_address(acme, "internal_url", URL)

    code, said = build_internal(acme, tmp_path, visibility="public", answer=answer)

    calls = (tmp_path / "calls").read_text(encoding="utf-8")
    assert code == 0
    assert (tmp_path / "internal.tar.gz").stat().st_size > 0
    assert (tmp_path / "config").read_text(encoding="utf-8") == f'header = "Authorization: Bearer {TOKEN}"\n'
    assert TOKEN not in calls + said
    assert f"--upload-file internal.tar.gz --url {URL}" in calls
    assert not (tmp_path / "output").exists()


@pytest.mark.parametrize("answer", ("200", "204", "301", "404", "500", "000"))
def test_host_that_anybody_reads(acme: GitRepository, tmp_path: Path, answer: str) -> None:
    """
    A host that does not ask who is there gets nothing, and the job fails.
    """
    name_address(acme, "internal_url", URL)

    code, said = build_internal(acme, tmp_path, answer=answer)

    assert (code, "error: the address" in said) == (1, True)
    assert not (tmp_path / "internal.tar.gz").exists()


def build_public(repository: GitRepository) -> tuple[int, str]:
    name = "incidents-public-site.yml"
    done = run_script(workflow_script(repository, name, "build", "site"), repository.path)
    return done.returncode, done.stdout


def test_public_site(acme: GitRepository) -> None:
    """
    The public site is built once the policy says where it belongs, and not before.
    """
    before, was_there = build_public(acme), (acme.path / "public").exists()
    name_address(acme, "url", "https://status.example.org")

    after = build_public(acme)

    assert before == (0, "Not built: incidentrepo.yaml names no address under `publishing: url:`.\n")
    assert (was_there, after[0]) == (False, 0)
    assert (acme.path / "public/index.html").is_file()


def test_pages_never_get_the_internal_site(acme: GitRepository) -> None:
    """
    What may write to Pages builds nothing but the public site.
    """
    with_pages = [path for path in workflows(acme) if "pages: write" in path.read_text(encoding="utf-8")]

    assert [path.name for path in with_pages] == ["incidents-public-site.yml"]
    assert "internal" not in with_pages[0].read_text(encoding="utf-8")
