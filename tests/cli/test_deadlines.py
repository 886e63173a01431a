"""`deadlines`: what is owed, as a person or a schedule asks for it."""

import json
from pathlib import Path

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

RECORD = "incidents/2026/11/2026-11-22-mail-is-late/incident.yaml"
# The postmortem of a SEV3 is due ten business days after this Sunday, at the end of 2026-12-04.
IN_TIME, LATE = "2026-12-02T09:00:00Z", "2026-12-05T09:00:00Z"


@pytest.fixture
def resolved(incidents: GitRepository) -> GitRepository:
    """A resolved incident of Ada's, with a follow-up of Grace's, both due on 2026-12-04."""
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")
    succeed(incidents.path, "resolve")
    succeed(incidents.path, "follow-up", "add", "mail", "Alert", "--owner", "grace", "--due", "2026-12-04")
    return incidents


def subjects(folder: Path, *arguments: str, now: str = IN_TIME) -> list[str]:
    content = json.loads(call(folder, "deadlines", "--format", "json", *arguments, now=now).out)
    return [deadline["subject"] for deadline in content["deadlines"]]


def test_nothing_there_yet(incidents: GitRepository) -> None:
    """
    A repository without incidents owes nothing, and says why.
    """
    assert succeed(incidents.path, "deadlines") == "Nothing is owed: there is no incident yet.\n"


def test_fails_once_overdue(resolved: GitRepository) -> None:
    """
    Time makes it fail, and names who owes what.
    """
    assert succeed(resolved.path, "deadlines", now=IN_TIME).endswith("2 owed, 0 overdue.\n")
    ended = call(resolved.path, "deadlines", now=LATE)
    assert ended.code == 1
    assert ended.out.endswith("2 owed, 2 overdue, by grace, ada-lovelace.\n")


def test_of_one_person(resolved: GitRepository) -> None:
    """
    `--mine` is whoever types, `--as` anybody; another's debt fails neither.
    """
    assert subjects(resolved.path, "--mine") == ["postmortem"]
    assert subjects(resolved.path, "--as", "grace") == ["Alert"]
    assert succeed(resolved.path, "deadlines", "--as", "linus", now=LATE) == "Nothing is owed by linus.\n"


def test_within(resolved: GitRepository) -> None:
    """
    Days end with the day, business days skip the weekend, and what is overdue is always within.
    """
    assert subjects(resolved.path, "--within", "1d") == []
    assert subjects(resolved.path, "--within", "2d") == ["Alert", "postmortem"]
    assert subjects(resolved.path, "--within", "2 business days") == ["Alert", "postmortem"]
    assert subjects(resolved.path, "--within", "1h", now=LATE) == ["Alert", "postmortem"]
    ended = call(resolved.path, "deadlines", "--within", "soon")
    assert (ended.code, ended.err.splitlines()[1]) == (2, "hint: write 7d, 12h or 3 business days")


def test_remind(resolved: GitRepository) -> None:
    """
    A schedule hears of what is near or late; it never fails, and says nothing where there is nothing.
    """
    assert succeed(resolved.path, "deadlines", "--remind", now="2026-12-01T09:00:00Z") == ""
    assert succeed(resolved.path, "deadlines", "--remind", now=IN_TIME).startswith("Due in two workdays\n")
    assert succeed(resolved.path, "deadlines", "--remind", now=LATE).startswith("Overdue\n")
    content = json.loads(succeed(resolved.path, "deadlines", "--remind", "--format", "json", now=LATE))
    assert {deadline["occasion"] for deadline in content["deadlines"]} == {"overdue"}
    assert call(resolved.path, "deadlines", "--remind", "--format", "ics").code == 2


def test_of_a_commit(resolved: GitRepository) -> None:
    """
    A commit is read as it stands there, whatever is on disk.
    """
    assert subjects(resolved.path, "--rev", "HEAD~1") == ["postmortem"]
    assert subjects(resolved.path) == ["Alert", "postmortem"]
    assert call(resolved.path, "deadlines", "--rev", "").code == 3


def test_unreadable(resolved: GitRepository) -> None:
    """
    What a record that cannot be read owes is not known, which is no green light.
    """
    resolved.write(RECORD, "a: [")

    ended = call(resolved.path, "deadlines")

    assert (ended.code, ended.out) == (3, "Nothing is owed.\n")
    assert (
        ended.err
        == f"error: {RECORD} cannot be read, so what is owed there is not known\nhint: incidentrepo check\n"
    )


@pytest.mark.parametrize("form", ("ics", "markdown"))
def test_other_formats(resolved: GitRepository, form: str) -> None:
    """
    A calendar and an issue fail like the list that people read.
    """
    ended = call(resolved.path, "deadlines", "--format", form, now=LATE)

    assert (ended.code, "Alert" in ended.out) == (1, True)
