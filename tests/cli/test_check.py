"""What `check` is asked to judge, and how it ends."""

import re
from pathlib import Path

import pytest

from incidentrepo.formats import FORMATS
from incidentrepo.formats.github import GITHUB
from incidentrepo.rules import RULES
from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository


@pytest.mark.parametrize("option", ("--rev", "--base"))
def test_empty_name(incidents: GitRepository, option: str) -> None:
    """
    An empty name of a commit, as of a variable that CI does not know, is never a green light.
    """
    ended = call(incidents.path, "check", option, "")

    assert (ended.code, ended.err.splitlines()[0]) == (3, f"error: no revision '' in {incidents.path}")


@pytest.mark.parametrize("form", [known.name for known in FORMATS])
@pytest.mark.parametrize(("fail_on", "code"), (("error", 0), ("warning", 0), ("note", 1)))
def test_fail_on(incidents: GitRepository, form: str, fail_on: str, code: int) -> None:
    """
    What fails is up to `--fail-on`, and never to how it is printed.
    """
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV2")
    file = next(incidents.path.glob("incidents/*/*/*/incident.yaml"))
    text = file.read_text(encoding="utf-8")
    file.write_text(re.sub(r"- id: t\w+\n +", "- ", text), encoding="utf-8")

    ended = call(incidents.path, "check", "--format", form, "--fail-on", fail_on)

    assert (ended.code, "entry-without-id" in ended.out) == (code, True)


@pytest.mark.parametrize("form", [known.name for known in FORMATS])
def test_nothing_to_check(incidents: GitRepository, form: str) -> None:
    """
    Where nothing could be checked no format prints a report, for an empty one is a green light.
    """
    ended = call(incidents.path, "check", "--format", form)

    assert (ended.code, ended.out) == (3, GITHUB.failed if form == "github" else "")


def test_pages_of_the_rules(incidents: GitRepository) -> None:
    """
    The pages of the rules are written anywhere, the same as those of the documentation.
    """
    folder = incidents.path / "pages"

    said = succeed(incidents.path, "rules", "--write-docs", str(folder))

    documented = Path(__file__).parents[2] / "docs" / "rules"
    assert said == f"Wrote {len(RULES) + 1} pages into {folder}.\n"
    assert {path.name for path in folder.iterdir()} == {path.name for path in documented.iterdir()}
    assert (folder / "duplicate-id.md").read_text().startswith("<!-- Generated")
