"""`list`, `show` and `next` read what is there, whatever state it is in."""

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

RECORD = "incidents/2026/11/2026-11-22-checkout-answers-500/incident.yaml"


@pytest.mark.parametrize("command", ("show", "next"))
def test_unreadable_record(incidents: GitRepository, command: str) -> None:
    """
    A record that cannot be read, as in the middle of a merge, is named by its line.
    """
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3")
    incidents.write(RECORD, "id: a\n<<<<<<< ours\n")

    ended = call(incidents.path, command, "checkout")

    assert ended.code == 1
    assert ended.err.startswith(f"error: {RECORD}:2:1: ")


def test_record_that_git_does_not_see(incidents: GitRepository) -> None:
    """
    A record that an ignore rule hides is said to be hidden.
    """
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3", "--no-commit")
    incidents.write(".gitignore", "incidents/\n")

    ended = call(incidents.path, "show", "checkout")

    assert (ended.code, ended.err.splitlines()[0]) == (3, f"error: git sees no {RECORD}")


def test_empty_list(incidents: GitRepository) -> None:
    """
    A list that is empty says whether nothing fits, or nothing is there.
    """
    assert call(incidents.path, "list").err.startswith("There is no incident yet: incidentrepo declare")
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3")

    assert call(incidents.path, "list", "-s", "SEV1").err.startswith("No incident is like that.")


def test_list_by_a_severity(incidents: GitRepository) -> None:
    """
    A severity is known by its name and the policy's own word, and by what records still have of an older one.
    """
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV2")
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")
    record = "incidents/2026/11/2026-11-22-mail-is-late/incident.yaml"
    incidents.write(record, (incidents.path / record).read_text().replace("SEV3", "SEV5"))

    assert "checkout" in succeed(incidents.path, "list", "-s", "major")
    assert "mail" in succeed(incidents.path, "list", "-s", "sev5")
    assert "mail" not in succeed(incidents.path, "list", "--was", "Minor")
    refused = call(incidents.path, "list", "-s", "SEV4")
    assert refused.code == 2
    assert refused.err.splitlines()[1] == "hint: one of SEV1 (Critical), SEV2 (Major), SEV3 (Minor)"


def test_next_of_several(incidents: GitRepository) -> None:
    """
    Of several that go on, `next` says of each what to do first, the worst one first.
    """
    for number in range(10):
        succeed(incidents.path, "declare", f"Mail {number} is late", "-s", "SEV3")
    succeed(incidents.path, "declare", "Payments fail", "-s", "SEV1")

    said = succeed(incidents.path, "next").splitlines()

    assert said[0] == "2026-11-22-payments-fail is open."
    assert said[1].startswith("  incidentrepo role payments commander=")
    assert sum(" is open." in line for line in said) == 10
    assert said[-1] == "And 1 more: `incidentrepo list` shows them all."


def test_planned_work(incidents: GitRepository) -> None:
    """
    Planned work is shown with its time; nothing of it burns, or has begun before somebody says so.
    """
    window = ("--planned-from", "2026-12-01 22:00", "--planned-until", "2026-12-02 02:00")
    declared = succeed(incidents.path, "declare", "We move the database", "-k", "maintenance", *window)

    assert declared.startswith("Declared 2026-11-22-we-move-the-database, planned. ")
    assert "incidentrepo set we started_at=TIME" in declared
    said = succeed(incidents.path, "show", "we")
    assert said.startswith("maintenance, planned: We move the database\n")
    assert " planned    2026-11-22-we-move-the-database " in succeed(incidents.path, "list")
    assert succeed(incidents.path, "next").startswith("2026-11-22-we-move-the-database is planned.\n")
    assert "  planned     2026-12-01 22:00 to 2026-12-02 02:00\n" in said
    assert "declared.\n" in said
    assert "burns" not in said
    assert "  started" not in said
