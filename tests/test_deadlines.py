"""What is still owed, found in a repository."""

from datetime import UTC, datetime, timedelta
from pathlib import Path
from shutil import copytree

import pytest

from incidentrepo.deadlines import find_deadlines
from incidentrepo.model.deadline import Deadlines
from incidentrepo.repository import load_repository
from incidentrepo.resources import resource_folder
from incidentrepo.store.cache import open_cache
from incidentrepo.store.clone import open_clone
from incidentrepo.store.worktree import worktree_snapshot
from incidentrepo.unsettled import load_unsettled
from tests.folders import load
from tests.git_repository import GitRepository

# A Monday.
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
HEAD = """\
schema_version: 1
id: {id}
title: {id} fails
kind: incident
severity: SEV1
status: resolved
owner: grace
declared_by: ada
declared_at: 2026-11-02T09:14:00Z
resolved_at: 2026-11-02T11:05:00Z
"""
A, B = "2026-11-02-checkout", "2026-11-02-checkout-again"


def path_of(incident: str) -> str:
    return f"incidents/2026/11/{incident}/incident.yaml"


def record(incident: str = A, more: str = "") -> dict[str, str]:
    return {path_of(incident): HEAD.format(id=incident) + more}


def find(folder: Path, *records: dict[str, str]) -> Deadlines:
    return find_deadlines(
        load(folder, {path: text for files in records for path, text in files.items()}), now=NOW
    )


def told(found: Deadlines) -> list[tuple[str, str, bool]]:
    return [(entry.duty.name, f"{entry.due_at:%Y-%m-%d}", entry.is_overdue) for entry in found.entries]


def test_what_is_left(tmp_path: Path) -> None:
    """
    What is unpaid is owed, overdue or not, the one due first first.
    """
    found = find(tmp_path, record())

    assert told(found) == [("postmortem", "2026-11-05", True), ("review", "2026-11-16", True)]
    assert (found.organisation, found.now, found.incidents) == ("Tern Parcels", NOW, 1)


def test_paid(tmp_path: Path) -> None:
    """
    What is paid is not owed.
    """
    assert told(find(tmp_path, record(more="review: {held_at: 2026-11-09T10:00:00Z}\n"))) == [
        ("postmortem", "2026-11-05", True)
    ]


@pytest.mark.parametrize(
    ("until", "owed"),
    (
        ("", []),
        (", until: 2026-12-01", [("review", "2026-12-01", False)]),
        (", until: 2026-11-20", [("review", "2026-11-20", True)]),
        (", until: 2026-11-10", [("review", "2026-11-16", True)]),
    ),
)
def test_waived(tmp_path: Path, until: str, owed: list[tuple[str, str, bool]]) -> None:
    """
    A waiver without an end lets it off; one with an end puts it off, and brings nothing forward.
    """
    waiver = f"waivers: [{{duty: review, reason: x, by: ada, approved_by: linus{until}}}]\n"

    assert [row for row in told(find(tmp_path, record(more=waiver))) if row[0] == "review"] == owed


def test_short_commands(tmp_path: Path) -> None:
    """
    A command names its incident as briefly as can be, where another is called alike too.
    """
    found = find(tmp_path, record(), record(B))

    commands = {entry.command.split()[-1] for entry in found.entries if entry.duty.name == "postmortem"}
    assert commands == {A, "checkout-again"}


@pytest.mark.parametrize("days", (0, 30, 400))
def test_settled_incidents_owe_nothing(tmp_path: Path, days: int) -> None:
    """
    What a check need not read owes nothing, whatever the day: the list is the same without it.
    """
    repository = GitRepository.init(tmp_path)
    copytree(resource_folder("example-repo"), tmp_path, dirs_exist_ok=True)
    repository.commit()
    clone, now = open_clone(tmp_path), NOW + timedelta(days=days)
    snapshot = worktree_snapshot(clone)

    some = find_deadlines(load_unsettled(snapshot, cache=open_cache(clone)), now=now)

    assert len(some.entries) > 3
    assert some == find_deadlines(load_repository(snapshot), now=now)


def test_what_to_do_next_with_a_draft(tmp_path: Path) -> None:
    """
    A postmortem that was started is to be finished.
    """
    draft = {path_of(A).replace("incident.yaml", "postmortem.md"): "---\nstatus: draft\n---\n\nSo far.\n"}

    assert find(tmp_path, record(), draft).entries[0].command == "incidentrepo postmortem finish checkout"


def test_unreadable(tmp_path: Path) -> None:
    """
    A record that cannot be read is named: what it owes is not known.
    """
    found = find(tmp_path, record(), {path_of(B): "a: ["})

    assert (found.unreadable, len(found.entries)) == ((path_of(B),), 2)
