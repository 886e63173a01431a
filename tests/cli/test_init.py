from pathlib import Path

import pytest

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.config.loading import load_config
from incidentrepo.documents.schemas import SCHEMA_NAMES
from incidentrepo.model.host import Host
from incidentrepo.model.policy import Filing
from incidentrepo.resources import resource_folder
from incidentrepo.store.disk import DiskFiles
from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository


@pytest.mark.usefixtures("git_user")
def test_from_nothing(tmp_path: Path) -> None:
    """
    A folder that is not there becomes a repository whose first commit holds all that is needed.
    """
    said = succeed(tmp_path, "init", "acme", "--timezone", "Europe/Berlin")

    acme = GitRepository(tmp_path / "acme")
    assert said.startswith(f"{acme.path} records incidents now. Committed to main.\n")
    assert acme.git("status", "--porcelain") == ""
    assert acme.git("log", "--format=%s by %an") == "Begin to record incidents by Ada Lovelace\n"
    assert call(acme.path, "declare", "Checkout answers 500", "-s", "SEV2").code == 0
    assert call(acme.path, "check").code == 0


def test_the_policy_says_what_holds_anyway(incidents: GitRepository) -> None:
    """
    What the first policy spells out is what would hold without it, from today.
    """
    config = load_config(DiskFiles(incidents.path))

    assert config.problems == {}
    assert config.policy.severities == DEFAULT_POLICY.severities
    assert config.policy.organisation == "Acme"
    assert str(config.policy.adopted_at) == "2026-11-22 00:00:00+00:00"
    assert config.policy.severity_guide[0].question.startswith("What is hurt: service, people, reputation,")


def test_editors_get_our_schemas(incidents: GitRepository) -> None:
    """
    The copies of the schemas of files are ours, all of them, to the byte.
    """
    copies = {path.name: path.read_bytes() for path in (incidents.path / ".schema").iterdir()}

    assert copies == {
        f"{name}.schema.json": (resource_folder("schema") / f"{name}.schema.json").read_bytes()
        for name in SCHEMA_NAMES
    }


def test_a_second_time(incidents: GitRepository) -> None:
    """
    What is a repository already stays as it is.
    """
    before = incidents.git("rev-parse", "HEAD")

    ended = call(incidents.path, "init")

    assert (ended.code, incidents.git("rev-parse", "HEAD")) == (2, before)
    assert "is an incident repository already" in ended.err


def test_in_a_repository_in_use(repository: GitRepository) -> None:
    """
    In a folder of a large repository nothing that exists is edited; what to add is printed.
    """
    repository.write("ops/README.md", "Ours.\n")
    repository.write("ops/.gitignore", "*.log\n")
    repository.commit()
    repository.write("staged.txt", "new")
    repository.git("add", "staged.txt")

    said = succeed(repository.path, "init", "ops", "--timezone", "UTC")

    assert repository.git("status", "--porcelain") == "A  staged.txt\n"
    assert (repository.path / "ops/README.md").read_text(encoding="utf-8") == "Ours.\n"
    assert "  ops/.gitignore is there already and stays as it is; add to it:\n\n    # Built by" in said
    assert (
        succeed(repository.path / "ops", "declare", "Mail is late", "-s", "SEV3").endswith('..."\n') is False
    )
    assert (repository.path / "ops/incidents/2026/11/2026-11-22-mail-is-late/incident.yaml").exists()


def test_ci_is_at_the_top(repository: GitRepository) -> None:
    """
    What a host reads goes where it reads it, above the records, in the same commit.
    """
    repository.write(".github/CODEOWNERS", "* @acme/shop\n")
    repository.commit()

    said = succeed(repository.path, "init", "ops", "--ci", "github", "--administrators", "@acme/platform")

    assert (repository.path / ".github/workflows/incidents.yml").is_file()
    assert (repository.path / ".github/CODEOWNERS").read_text(encoding="utf-8") == "* @acme/shop\n"
    assert "    /ops/incidentrepo.yaml @acme/platform\n" in said
    assert repository.git("status", "--porcelain") == ""
    assert repository.git("rev-list", "--count", "HEAD") == "2\n"


def test_ci_later(incidents: GitRepository) -> None:
    """
    A repository that records incidents already gets its CI, and keeps its policy.
    """
    policy = (incidents.path / "incidentrepo.yaml").read_bytes()

    said = succeed(incidents.path, "init", "--ci", "gitlab")

    assert said.startswith(f"{incidents.path} is checked in CI from the next push on. Committed to main.\n")
    assert (incidents.path / "incidentrepo.yaml").read_bytes() == policy
    assert (incidents.path / ".gitlab-ci.yml").is_file()


def test_without_a_commit(repository: GitRepository) -> None:
    """
    The commit can be left to the person.
    """
    said = succeed(repository.path, "init", "--no-commit", "--timezone", "UTC")

    assert "Not committed." in said
    assert "?? incidentrepo.yaml" in repository.git("status", "--porcelain")


def test_no_such_zone(repository: GitRepository) -> None:
    """
    A zone that nobody knows is refused before anything is written.
    """
    ended = call(repository.path, "init", "--timezone", "Mars/Olympus")

    assert (ended.code, repository.git("status", "--porcelain")) == (2, "")
    assert "no time zone is called 'Mars/Olympus'" in ended.err


def test_this_machines_zone(repository: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The zone is the machine's unless it is given, and the day is one there.
    """
    monkeypatch.setenv("TZ", ":Pacific/Auckland")
    succeed(repository.path, "init", now="2026-11-22T20:00:00Z")

    policy = (repository.path / "incidentrepo.yaml").read_text(encoding="utf-8")
    assert "\ntimezone: Pacific/Auckland\n" in policy
    assert "\nadopted_on: 2026-11-23\n" in policy


@pytest.mark.usefixtures("git_user")
@pytest.mark.parametrize("host", Host)
def test_where_people_file(tmp_path: Path, host: Host) -> None:
    """
    Where the remote tells the host's address, the policy says it, and the internal site leads there.
    """
    repository = GitRepository.init(tmp_path / "acme")
    repository.git("remote", "add", "origin", "git@git.acme.example:acme/incidents.git")

    said = succeed(repository.path, "init", "--ci", host, "--timezone", "UTC")

    config = load_config(DiskFiles(repository.path))
    assert config.problems == {}
    assert config.policy.filing == Filing(host=host, repository="https://git.acme.example/acme/incidents")
    assert "the internal site leads to that of https://git.acme.example/acme/incidents" in said
