from dataclasses import replace

import pytest

from incidentrepo.findings import Finding, Report
from incidentrepo.formats.github import write_github
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level
from tests.formats.reports import EMPTY, PATH, REPORT

ONE = REPORT.findings[0]


def report(*findings: Finding, notes: tuple[str, ...] = ()) -> Report:
    return Report(findings=findings, incidents=1, checked="the index", notes=notes)


def test_github() -> None:
    """
    What the change brought is annotated at its place from the top of the repository, errors first; what
    was there before is only counted.
    """
    note = replace(REPORT, root="ops/", findings=REPORT.findings[::-1])

    assert write_github(note) == (
        "::notice::this change edits incidentrepo.yaml\n"
        f"::error file=ops/{PATH},line=31,col=5,title=severity-changed-without-reason"
        f"::ops/{PATH}:31:5: a severity entry that gives no reason; "
        "`incidentrepo rules severity-changed-without-reason` explains it\n"
        f"::notice file=ops/{PATH},line=1,col=1,title=entry-without-id"
        f"::ops/{PATH}:1:1: a timeline entry without an id; "
        "`incidentrepo rules entry-without-id` explains it\n"
        "Checked 1 incident in the index against main: 1 error, 1 note; 1 not new.\n"
    )


def test_nothing_found() -> None:
    """
    Nothing found is said in the log alone.
    """
    assert write_github(EMPTY) == "Checked 2 incidents in the work tree: nothing found.\n"


@pytest.mark.parametrize(
    ("path", "file", "message"),
    (
        ("50%/a.yaml", "50%25/a.yaml", "50%25/a.yaml"),
        ("a:b,c/a.yaml", "a%3Ab%2Cc/a.yaml", "a:b,c/a.yaml"),
        ("a\r\n::error::b", "a%0D%0A%3A%3Aerror%3A%3Ab", "a%0D%0A::error::b"),
    ),
)
def test_escapes(path: str, file: str, message: str) -> None:
    """
    A file may be called what it likes: it stays one command, of the file that it is about.
    """
    command = write_github(report(replace(ONE, path=path))).splitlines()[0]

    assert command.startswith(f"::error file={file},line=31,")
    assert f"::{message}:31:5: a severity entry" in command


@pytest.mark.parametrize(("found", "commands"), ((10, 10), (11, 10), (25, 10)))
def test_most(found: int, commands: int) -> None:
    """
    Where GitHub would show ten of more, the tenth says how many more the log has, and the log has them.
    """
    many = (replace(ONE, place=Place(line=line)) for line in range(1, found + 1))

    lines = write_github(report(*many)).splitlines()

    assert sum(line.startswith("::error") for line in lines) == commands
    assert sum(": a severity entry" in line for line in lines) == found
    assert ("::error::2 more of level error are in the log of this step" in lines) == (found == 11)
    assert ("::error::16 more of level error are in the log of this step" in lines) == (found == 25)


def test_notes_count() -> None:
    """
    What is said of the judgement itself is told first, and takes its part of the ten.
    """
    notes = tuple(replace(ONE, level=Level.NOTE, place=Place(line=line)) for line in range(1, 11))

    lines = write_github(report(*notes, notes=("this change edits incidentrepo.yaml",))).splitlines()

    assert lines[0] == "::notice::this change edits incidentrepo.yaml"
    assert sum(line.startswith("::notice") for line in lines) == 10


@pytest.mark.parametrize("path", ("\n::error::a", "##[error]a"))
def test_no_command_in_the_log(path: str) -> None:
    """
    What is only in the log is no command, in today's spelling or that of old.
    """
    many = (replace(ONE, path=path, place=Place(line=line)) for line in range(1, 12))

    lines = write_github(report(*many)).splitlines()

    assert [line for line in lines[10:] if line.lstrip().startswith("::") or "##[" in line] == []
