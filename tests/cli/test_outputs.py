"""What `--output` writes, beside what is printed."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository


@pytest.fixture
def declared(incidents: GitRepository) -> GitRepository:
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV2")
    return incidents


def test_formats(declared: GitRepository, tmp_path: Path) -> None:
    """
    People read one format, and each file holds the one that it asks for, or the printed one.
    """
    code_quality, copy = tmp_path / "gl-code-quality.json", tmp_path / "copy=1.txt"

    printed = succeed(declared.path, "check", "--output", f"gitlab={code_quality}", "--output", str(copy))

    assert printed == "Checked 1 incident in the work tree: nothing found.\n"
    assert copy.read_text(encoding="utf-8") == printed
    assert json.loads(code_quality.read_text(encoding="utf-8")) == []


@pytest.mark.parametrize(
    ("output", "message"),
    (
        ("missing/report.txt", "there is no folder"),
        ("gitlab=missing/report.txt", "there is no folder"),
        ("folder", "is there and is no plain file"),
        ("link", "is there and is no plain file"),
    ),
)
def test_refused(declared: GitRepository, output: str, message: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    A file that cannot be written is refused before anything is judged, and nothing is made in its stead.
    """
    monkeypatch.chdir(declared.path)
    (declared.path / "folder").mkdir()
    (declared.path / "link").symlink_to("people.yaml")
    before = sorted(declared.path.iterdir())

    ended = call(declared.path, "check", "--output", output)

    assert (ended.code, ended.out) == (2, "")
    assert message in ended.err
    assert sorted(declared.path.iterdir()) == before


def test_nothing_to_check(incidents: GitRepository, tmp_path: Path) -> None:
    """
    Where nothing could be checked no file says that all is well, and GitHub is told at the step.
    """
    report = tmp_path / "report.json"

    ended = call(incidents.path, "check", "--format", "github", "--output", f"gitlab={report}")

    assert (ended.code, report.exists()) == (3, False)
    assert ended.out == (
        "::error title=incidentrepo::nothing could be checked; the log of this step says why\n"
    )
