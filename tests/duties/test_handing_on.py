from pathlib import Path

import pytest

from tests.duties.records import A, B, C, duties, record


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
