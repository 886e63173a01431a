import pytest

from incidentrepo import __version__
from incidentrepo.changes.starting import Start
from incidentrepo.changes.starting_ci import start_ci
from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.errors import UsageError
from incidentrepo.model.host import Host

GITHUB = [
    ".github/CODEOWNERS",
    ".github/ISSUE_TEMPLATE/incident.yml",
    ".github/dependabot.yml",
    ".github/incidentrepo.txt",
    ".github/workflows/incidents-deadlines.yml",
    ".github/workflows/incidents-from-issues.yml",
    ".github/workflows/incidents-internal-site.yml",
    ".github/workflows/incidents-public-site.yml",
    ".github/workflows/incidents.yml",
]
GITLAB = [
    ".gitlab-ci.yml",
    ".gitlab/CODEOWNERS",
    ".gitlab/incidentrepo.yml",
    ".gitlab/issue_templates/Incident.md",
]


def begin(
    host: Host,
    root: str = "",
    *there: str,
    branch: str = "main",
    administrators: tuple[str, ...] = ("@acme/platform",),
) -> Start:
    return start_ci(
        host,
        root=root,
        branch=branch,
        administrators=administrators,
        severities=DEFAULT_POLICY.severities.values(),
        is_there=lambda path: path in there,
    )


@pytest.mark.parametrize(("host", "files"), ((Host.GITHUB, GITHUB), (Host.GITLAB, GITLAB)))
@pytest.mark.parametrize("root", ("", "ops/incidents"))
def test_files(host: Host, files: list[str], root: str) -> None:
    """
    What a host reads is where it reads it, whatever folder the records live in.
    """
    assert (sorted(begin(host, root).files), begin(host, root).to_add) == (files, {})


@pytest.mark.parametrize("host", Host)
def test_what_is_there_stays(host: Host) -> None:
    """
    No file that exists is written; what it lacks is told.
    """
    there = {Host.GITHUB: "CODEOWNERS", Host.GITLAB: ".gitlab-ci.yml"}[host]

    start = begin(host, "", there)

    assert (there in start.files, list(start.to_add)) == (False, [there])


def test_lines_for_a_pipeline_in_use() -> None:
    """
    A pipeline that is there needs two lines to run ours.
    """
    assert begin(Host.GITLAB, "", ".gitlab-ci.yml").to_add == {
        ".gitlab-ci.yml": "include:\n  - local: .gitlab/incidentrepo.yml\n"
    }


def test_owners() -> None:
    """
    Administrators own the policy, the people and what runs the checks, in the file that the host reads.
    """
    start = begin(Host.GITHUB, "ops", "docs/CODEOWNERS", administrators=("@acme/platform", "ada@example.org"))

    assert start.to_add == {
        "docs/CODEOWNERS": (
            "# Who has to agree when that changes by which changes of incidents are judged.\n"
            "/ops/incidentrepo.yaml @acme/platform ada@example.org\n"
            "/ops/people.yaml @acme/platform ada@example.org\n"
            "/.github/ @acme/platform ada@example.org\n"
        )
    }


def test_owners_without_a_name() -> None:
    """
    Without an administrator's name nobody is made up: each line waits for one.
    """
    text = begin(Host.GITLAB, administrators=()).files[".gitlab/CODEOWNERS"].decode()

    assert all(line.startswith("#") for line in text.splitlines())
    assert "# /.gitlab-ci.yml @your-organisation/administrators" in text


def test_path_filters() -> None:
    """
    In a folder of a larger repository a push elsewhere starts nothing; a pull request is always checked.
    """
    text = begin(Host.GITHUB, "ops").files[".github/workflows/incidents.yml"].decode()

    assert '      - "ops/**"\n' in text
    assert "  pull_request:\n  merge_group:\n" in text
    assert "paths:" not in begin(Host.GITHUB).files[".github/workflows/incidents.yml"].decode()


def test_the_version_that_is_installed() -> None:
    """
    CI checks with the version that set it up, until somebody renews it.
    """
    text = begin(Host.GITHUB).files[".github/incidentrepo.txt"].decode()

    assert text.splitlines()[-1] == f"incidentrepo=={__version__}"


@pytest.mark.parametrize("name", ("a b", "$(id)", "${{ github.token }}", "-C", "ops/**", 'a"b', "a\nb"))
def test_names_that_mean_something_else(name: str) -> None:
    """
    A folder or a branch whose name a shell, YAML or a pattern would read otherwise is refused.
    """
    for options in ({"root": name}, {"branch": name}):
        with pytest.raises(UsageError, match="is called"):
            begin(Host.GITHUB, **options)  # type: ignore[arg-type] # each is a text


@pytest.mark.parametrize("owner", ("ada", "@acme /x", "@a\n* @mallory", "# x"))
def test_owners_that_nobody_is(owner: str) -> None:
    """
    What is no name in CODEOWNERS would make its line void, or another line.
    """
    with pytest.raises(UsageError, match="is nobody"):
        begin(Host.GITHUB, administrators=(owner,))
