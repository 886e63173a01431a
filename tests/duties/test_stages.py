from pathlib import Path

import pytest

from tests.duties.records import A, owed, path_of

OPEN = """\
schema_version: 1
id: 2026-11-02-a
title: A storm is coming
kind: incident
severity: SEV3
status: {status}
owner: grace
declared_at: 2026-11-02T09:14:00Z
"""
POLICY = """\
duties:
  - {name: own, when: {severity: SEV3}, from: STAGE, within: 24 hours, satisfied_by: public_update}
"""


def since(folder: Path, text: str, stage: str = "declared_at") -> list[str]:
    """Return since when the own duty is owed, and whether it is paid."""
    found = owed(folder, {path_of(A): text}, policy=POLICY.replace("STAGE", stage))
    return [f"{duty.since:%m-%dT%H:%M} {duty.is_satisfied}" for duty in found if duty.is_own]


@pytest.mark.parametrize(
    ("status", "more", "expected"),
    (
        ("open", "", ["11-02T09:14 False"]),
        ("open", "expected_on: 2026-11-20\n", []),
        ("open", "expected_on: 2026-11-20\nstarted_at: 2026-11-19T18:00:00Z\n", ["11-19T18:00 False"]),
        ("resolved", "expected_on: 2026-11-20\nresolved_at: 2026-11-21T09:00:00Z\n", ["11-20T23:59 False"]),
    ),
)
def test_what_was_foreseen(tmp_path: Path, status: str, more: str, expected: list[str]) -> None:
    """
    Clocks of a forecast wait for its start; where it is over and never said so, for its day.
    """
    assert since(tmp_path, OPEN.format(status=status) + more) == expected


def test_not_reached(tmp_path: Path) -> None:
    """
    A stage that was not reached starts no clock; closing at once reaches that of resolving.
    """
    assert since(tmp_path / "1", OPEN.format(status="open"), "mitigated_at") == []
    closed = OPEN.format(status="closed") + "closed_at: 2026-11-03T09:00:00Z\n"
    assert since(tmp_path / "2", closed, "resolved_at") == ["11-03T09:00 False"]


def test_reopened(tmp_path: Path) -> None:
    """
    Reopening starts the clock anew, and keeps what was paid the first time.
    """
    timeline = """\
resolved_at: 2026-11-10T09:00:00Z
timeline:
  - {at: 2026-11-02T09:14:00Z, by: ada, entry: declared, severity: SEV3}
  - {at: 2026-11-02T11:00:00Z, by: ada, entry: status, from: open, to: resolved}
  - {at: 2026-11-02T12:00:00Z, by: ada, entry: update, audience: public, text: It is over.}
  - {at: 2026-11-09T09:00:00Z, by: ada, entry: status, from: resolved, to: open, reason: It is back.}
  - {at: 2026-11-10T09:00:00Z, by: ada, entry: status, from: open, to: resolved}
"""
    paid = OPEN.format(status="resolved") + timeline
    unpaid = paid.replace("audience: public", "audience: internal")

    assert since(tmp_path / "1", paid, "resolved_at") == ["11-10T09:00 True"]
    assert since(tmp_path / "2", unpaid, "resolved_at") == ["11-10T09:00 False"]
