from pathlib import Path

from incidentrepo.doctor.ci import read_ci
from incidentrepo.doctor.facts import CiFiles
from incidentrepo.store.disk import DiskFiles

HASH = "0" * 40


def write(folder: Path, path: str, text: str) -> None:
    (folder / path).parent.mkdir(parents=True, exist_ok=True)
    (folder / path).write_text(text, encoding="utf-8")


def test_nothing(tmp_path: Path) -> None:
    """
    Where there is no CI, none is seen; nor is one that only speaks of us in a comment.
    """
    write(tmp_path, ".github/workflows/tests.yml", "# incidentrepo check\nrun: pytest\n")

    assert read_ci(DiskFiles(tmp_path)) == CiFiles()


def test_github(tmp_path: Path) -> None:
    """
    A workflow that runs the check is seen, with those of its actions that anybody could move.
    """
    write(
        tmp_path,
        ".github/workflows/check.yml",
        f"- uses: actions/checkout@{HASH}\n- uses: actions/setup-python@v5\n"
        "- run: incidentrepo -C ops check\n",
    )
    write(
        tmp_path,
        ".github/workflows/owed.yaml",
        "on:\n  schedule:\n    - cron: x\n- run: incidentrepo deadlines\n- uses: other/action@main\n",
    )

    assert read_ci(DiskFiles(tmp_path)) == CiFiles(
        checks=(".github/workflows/check.yml",),
        deadlines=(".github/workflows/owed.yaml",),
        scheduled=(".github/workflows/owed.yaml",),
        unpinned=("actions/setup-python@v5",),
    )


def test_gitlab(tmp_path: Path) -> None:
    """
    GitLab's jobs are seen in its own file, and in those beside it.
    """
    write(tmp_path, ".gitlab-ci.yml", "include: .gitlab/incidentrepo.yml\n")
    write(
        tmp_path,
        ".gitlab/incidentrepo.yml",
        '- if: $CI_PIPELINE_SOURCE == "schedule"\n- incidentrepo check --base x\n- incidentrepo deadlines\n',
    )

    found = read_ci(DiskFiles(tmp_path))

    assert (found.checks, found.scheduled) == ((".gitlab/incidentrepo.yml",), (".gitlab/incidentrepo.yml",))
