from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.duties.records import HEAD, A, owed, path_of

DECLARED = HEAD.replace("resolved_at: 2026-11-02T11:05:00Z\n", "")
NOTE = "timeline: [{{at: {}, by: {}, entry: {}, text: Seen.}}]\n"


def running(folder: Path, severity: str, status: str, more: str = "", *, now: str) -> list[tuple[str, str]]:
    """Return which duties run while it is open, and when each is due."""
    text = DECLARED.format(id=A, severity=severity).replace("status: resolved", f"status: {status}")
    found = owed(folder, {path_of(A): text + more}, now=datetime.fromisoformat(now).replace(tzinfo=UTC))
    return [(duty.name, f"{duty.due_at:%m-%d %H:%M}") for duty in found if not duty.bars_closing]


@pytest.mark.parametrize(
    ("severity", "status", "more", "expected"),
    (
        ("SEV1", "open", "", [("update", "11-02 09:44")]),
        ("SEV1", "mitigated", "", [("update", "11-02 09:44")]),
        ("SEV1", "resolved", "", []),
        ("SEV2", "open", "", []),
        ("SEV1", "open", NOTE.format("2026-11-02T09:30:00Z", "ada", "update"), [("update", "11-02 10:00")]),
        ("SEV1", "open", NOTE.format("2026-11-02T09:30:00Z", "ada", "note"), [("update", "11-02 09:44")]),
        # What is dated after now has not happened yet.
        ("SEV1", "open", NOTE.format("2026-11-02T10:30:00Z", "ada", "update"), [("update", "11-02 09:44")]),
        # Once it was worse: what counts is how bad it is now.
        (
            "SEV2",
            "open",
            "timeline: [{at: 2026-11-02T09:20:00Z, entry: severity, from: SEV1, to: SEV2, reason: Less.}]\n",
            [],
        ),
        ("SEV1", "open", "expected_on: 2026-11-20\n", []),
    ),
)
def test_updates(
    tmp_path: Path, severity: str, status: str, more: str, expected: list[tuple[str, str]]
) -> None:
    """
    While it burns, the severity held now says how often people hear something; only that is a nudge.
    """
    assert running(tmp_path, severity, status, more, now="2026-11-02T10:10:00") == expected


@pytest.mark.parametrize(
    ("status", "more", "now", "is_stale"),
    (
        ("open", "", "2026-11-09T23:59:59", False),
        ("open", "", "2026-11-10T00:00:00", True),
        ("mitigated", "", "2026-11-10T00:00:00", True),
        ("resolved", "", "2026-11-10T00:00:00", False),
        ("open", NOTE.format("2026-11-03T08:00:00Z", "ada", "note"), "2026-11-10T00:00:00", False),
        ("open", NOTE.format("2026-11-03T08:00:00Z", "bot", "automation"), "2026-11-10T00:00:00", True),
        ("open", "expected_on: 2026-11-08\n", "2026-11-10T00:00:00", False),
        ("open", "expected_on: 2026-11-08\n", "2026-11-16T00:00:00", True),
        (
            "open",
            "waivers: [{duty: stale-incident, by: ada, approved_by: linus, reason: Known}]\n",
            "2026-11-10T00:00:00",
            True,
        ),
    ),
)
def test_stale(tmp_path: Path, status: str, more: str, now: str, *, is_stale: bool) -> None:
    """
    What is open is owed a word once nobody has written for seven days; no waiver is worth that word.
    """
    found = running(tmp_path, "SEV3", status, more, now=now)

    assert ("stale-incident" in dict(found)) is is_stale


@pytest.mark.parametrize(
    ("more", "now", "is_stale"),
    (
        ("", "2026-11-17T00:00:00", False),
        ("planned_until: 2026-11-17T10:00:00Z\n", "2026-11-18T23:59:59", False),
        ("planned_until: 2026-11-17T10:00:00Z\n", "2026-11-19T00:00:00", True),
        (
            "planned_until: 2026-11-17T10:00:00Z\n" + NOTE.format("2026-11-18T08:00:00Z", "ada", "note"),
            "2026-11-19T00:00:00",
            False,
        ),
    ),
)
@pytest.mark.parametrize("kind", ("maintenance", "exercise"))
def test_planned_work(tmp_path: Path, kind: str, more: str, now: str, *, is_stale: bool) -> None:
    """
    Of planned work somebody says by the end of the next day how it went.
    """
    text = DECLARED.format(id=A, severity="SEV3").replace("kind: incident", f"kind: {kind}")
    files = {path_of(A): text.replace("status: resolved", "status: open") + more}
    found = owed(tmp_path, files, now=datetime.fromisoformat(now).replace(tzinfo=UTC))

    assert [(duty.name, duty.satisfied_by) for duty in found] == [("stale-incident", "closing")] * is_stale


def test_near_misses_may_rest(tmp_path: Path) -> None:
    """
    What only could have hurt waits for nobody's word.
    """
    text = DECLARED.format(id=A, severity="SEV1").replace("kind: incident", "kind: near_miss")

    assert owed(tmp_path, {path_of(A): text.replace("resolved", "open")}) == ()
