"""Ways to let oneself off by hand: a change that takes one is an error, or leaves owed what was owed."""

from pathlib import Path

import pytest

from incidentrepo.checks import check_change
from incidentrepo.duties import owed_duties
from incidentrepo.model.policy import Level
from incidentrepo.repository import Repository
from tests.folders import INCIDENT, NOW, POLICY, RECORD, load

LAW = POLICY + "adopted_on: 2026-11-01\n"
# Written by somebody who writes no timeline.
BARE = (
    RECORD
    + """\
severity: SEV1
status: resolved
owner: grace
tags: [data]
started_at: 2026-11-02T09:02:00Z
detected_at: 2026-11-02T09:10:00Z
declared_at: 2026-11-02T09:14:00Z
resolved_at: 2026-11-02T11:05:00Z
"""
)
DECLARED = "  - {id: t22222222, at: 2026-11-02T09:14:00Z, by: ada, entry: declared, severity: SEV1}\n"
LOWERED = (
    "  - {id: t33333333, at: 2026-11-02T09:20:00Z, by: ada, entry: severity,"
    " from: SEV1, to: SEV3, reason: It is the canary alone.}\n"
)
RESOLVED = "  - {id: t44444444, at: 2026-11-02T11:05:00Z, by: ada, entry: status, from: open, to: resolved}\n"
FOLLOW_UP = """\
follow_ups:
  - id: f22222222
    title: Alert on success rate
    owner: grace
    created_at: 2026-11-02T11:20:00Z
    due_on: 2026-12-02
    status: open
"""
OWED = f"{BARE.replace('SEV1', 'SEV3')}timeline:\n{DECLARED}{LOWERED}{RESOLVED}{FOLLOW_UP}"


def entry(more: str, at: str = "2026-11-20T11:05:00Z", name: str = "t55555555") -> str:
    return f"{{id: {name}, at: {at}, by: ada, {more}}}"


def added(*entries: str) -> dict[str, str]:
    """Return the edit that puts `entries` at the end of the timeline."""
    return {FOLLOW_UP: "".join(f"  - {each}\n" for each in entries) + FOLLOW_UP}


LATER = {"\nresolved_at: 2026-11-02": "\nresolved_at: 2026-11-20"}
KIND = "entry: field, field: kind, from: incident, to: near_miss"
MOVES = "due_on: 2027-12-22\n    moves: [{from: 2026-12-02, to: 2027-12-22, by: grace, reason: Later%s}]"

ERRORS = (
    (OWED, {"severity: SEV1": "severity: SEV3", "from: SEV1": "from: SEV3"}, "entry-changed"),
    (OWED, {DECLARED: "", LOWERED: ""}, "entry-deleted"),
    (OWED, {DECLARED: DECLARED.replace("id: t22222222, ", "").replace("SEV1", "SEV3")}, "entry-deleted"),
    (OWED.replace("id: t22222222, ", ""), {"severity: SEV1": "severity: SEV3"}, "entry-deleted"),
    (OWED, {"canary alone.": "canary alone., correction: true, confirmed_by: grace"}, "entry-changed"),
    (OWED, {"09:20:00Z": "09:10:00Z"}, "entry-changed"),
    (OWED, LATER, "summary-differs-from-timeline"),
    (
        OWED,
        LATER | added(entry("entry: status, from: resolved, to: resolved")),
        "summary-differs-from-timeline",
    ),
    (OWED, added(entry("entry: status, from: resolved, to: open")), "status-changed-without-reason"),
    (OWED, {"\ndeclared_at: 2026-11-02T09:14:00Z": "", DECLARED: ""}, "never-declared"),
    (
        OWED,
        {"\ndeclared_at: 2026-11": "\ndeclared_at: 2026-10"}
        | added(entry("entry: declared", "2026-10-02T09:14:00Z")),
        "fact-changed-without-entry",
    ),
    (OWED, {FOLLOW_UP: ""}, "follow-up-taken-back"),
    (OWED, {"f22222222": "f33333333"}, "follow-up-taken-back"),
    (OWED, {"status: open": "status: proposed"}, "follow-up-taken-back"),
    (OWED, {"status: open": "status: open\n    when: now"}, "follow-up-taken-back"),
    (OWED, {"due_on: 2026-12-02": "due_on: 2026-12-03"}, "follow-up-date-changed"),
    (OWED, {"    due_on: 2026-12-02\n": ""}, "follow-up-date-changed"),
    (OWED, {"created_at: 2026-11-02": "created_at: 2026-11-22"}, "follow-up-date-changed"),
    (OWED, {"due_on: 2026-12-02": MOVES % ""}, "follow-up-date-changed"),
    (OWED, {"due_on: 2026-12-02": MOVES % ", at: 2026-11-20"}, "follow-up-moved-too-far"),
    (OWED, {"due_on: 2026-12-02": MOVES % ", at: 2026-12-20"}, "follow-up-moved-too-far"),
    *(
        (BARE, {old: new}, "fact-changed-without-entry")
        for old, new in (
            ("severity: SEV1", "severity: SEV3"),
            ("severity: SEV1\n", ""),
            ("kind: incident", "kind: near_miss"),
            ("status: resolved", "status: invalid"),
            ("status: resolved", "status: open"),
            ("resolved_at: 2026-11-02", "resolved_at: 2026-11-22"),
            ("resolved_at: 2026-11-02T11:05:00Z\n", ""),
            ("declared_at: 2026-11", "declared_at: 2026-10"),
            ("declared_at: 2026-11-02T09:14:00Z\n", "source: {organisation: Elsewhere}\n"),
            ("detected_at: 2026-11-02T09:10", "detected_at: 2026-11-02T10:10"),
            ("started_at: 2026-11-02T09:02:00Z", "expected_on: 2027-01-01"),
            ("tags: [data]", "tags: []"),
            ("owner: grace", "owner: linus"),
            ("owner: grace\n", "owner: grace\nrelated: {duplicate_of: 2026-11-01-other}\n"),
        )
    ),
)

RELEASES = (
    added(entry("entry: severity, from: SEV1, to: SEV3, reason: A typo., correction: true")),
    {"kind: incident": "kind: near_miss"} | added(entry(KIND)),
    {"kind: incident": "kind: near_miss"} | added(entry(f"{KIND}, confirmed_by: ada")),
    {"\nstatus: resolved": "\nstatus: invalid"}
    | added(entry("entry: status, from: resolved, to: invalid, reason: A drill.")),
)


def edit(text: str, edits: dict[str, str]) -> str:
    for old, new in edits.items():
        assert old in text
        text = text.replace(old, new, 1)
    return text


def load_version(folder: Path, text: str) -> Repository:
    return load(folder, {"incidentrepo.yaml": LAW, INCIDENT: text})


@pytest.mark.parametrize(("text", "edits", "rule"), ERRORS)
def test_errors(tmp_path: Path, text: str, edits: dict[str, str], rule: str) -> None:
    """
    A change by hand that would ease what is owed is an error.
    """
    before, after = load_version(tmp_path / "1", text), load_version(tmp_path / "2", edit(text, edits))

    found = check_change([before], after, now=NOW)

    assert rule in {finding.rule for finding in found if finding.level is Level.ERROR and not finding.is_old}


@pytest.mark.parametrize("edits", RELEASES)
def test_releases(tmp_path: Path, edits: dict[str, str]) -> None:
    """
    What one person says alone releases nothing, and is told.
    """
    before, after = load_version(tmp_path / "1", OWED), load_version(tmp_path / "2", edit(OWED, edits))

    found = check_change([before], after, now=NOW)

    assert [finding.rule for finding in found if not finding.is_old] == ["released-without-second-person"]
    assert owed_duties(after, now=NOW) == owed_duties(before, now=NOW)


def test_leave_given_to_oneself(tmp_path: Path) -> None:
    """
    A waiver lets nothing off in the change that brings it, whoever it says has approved it.
    """
    waiver = "waivers: [{rule: follow-up-taken-back, reason: No time., by: ada, approved_by: linus}]\n"
    before, after = (
        load_version(tmp_path / "1", OWED),
        load_version(tmp_path / "2", edit(OWED, {FOLLOW_UP: waiver})),
    )

    found = check_change([before], after, now=NOW)

    assert "follow-up-taken-back" in {finding.rule for finding in found if finding.level is Level.ERROR}
