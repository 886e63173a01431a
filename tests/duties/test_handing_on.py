from pathlib import Path

import pytest

from tests.duties.records import A, B, C, duties, owed, record


def test_duplicates_hand_on(tmp_path: Path) -> None:
    """
    A duplicate owes nothing, and what it was counts for the one it repeats, by alias and by chain too.
    """
    original = record(A, "SEV3", "aliases: [2026-11-02-old]\n")
    duplicate = record(B, "SEV2", "related: {duplicate_of: 2026-11-02-old}\n")
    twice = record(C, "SEV1", f"related: {{duplicate_of: {B}}}\n")

    assert duties(tmp_path, original, duplicate, twice) == [
        ("postmortem", A, "2026-11-05T23:59+00:00"),
        ("review", A, "2026-11-16T23:59+00:00"),
    ]


@pytest.mark.parametrize("target", (A, B, "2026-01-01-nowhere"))
def test_duplicates_of_nothing(tmp_path: Path, target: str) -> None:
    """
    Incidents that point at themselves, at each other or at nothing keep their own duties.
    """
    first = record(A, "SEV2", f"related: {{duplicate_of: {target}}}\n")
    second = record(B, "SEV2", f"related: {{duplicate_of: {A}}}\n")

    found = duties(tmp_path, first, second)

    assert found == [("postmortem", incident, "2026-11-09T23:59+00:00") for incident in (A, B)]


def test_duplicate_of_what_owes_nothing(tmp_path: Path) -> None:
    """
    Duties are not handed to a near miss, where they would be gone.
    """
    near_miss = {path: text.replace("kind: incident", "kind: near_miss") for path, text in record(B).items()}
    duplicate = record(A, "SEV2", f"related: {{duplicate_of: {B}}}\n")

    assert duties(tmp_path, near_miss, duplicate) == [("postmortem", A, "2026-11-09T23:59+00:00")]


PROMISED = "follow_ups: [{id: f3a6q2m7x, title: Alert, owner: ada, due_on: 2026-11-30, status: open}]\n"
REGULATOR = """\
duties:
  - name: first-word
    when: {tag: payments}
    from: declared_at
    within: 24 hours
    satisfied_by: {field: custom.first_word_at}
"""


def test_what_a_duplicate_keeps(tmp_path: Path) -> None:
    """
    What it promised stays its own, and so does a clock that the other incident does not have.
    """
    harmless, tagged = record(A, "SEV3"), record(A, "SEV3", "tags: [payments]\n")
    duplicate = record(B, "SEV2", f"tags: [payments]\nrelated: {{duplicate_of: {A}}}\n{PROMISED}")

    kept = [
        [(duty.name, duty.bars_closing) for duty in found if duty.incident == B]
        for found in (
            owed(tmp_path / "one", harmless, duplicate, policy=REGULATOR),
            owed(tmp_path / "two", tagged, duplicate, policy=REGULATOR),
        )
    ]

    assert kept == [[("first-word", False), ("follow-up", False)], [("follow-up", False)]]
