from pathlib import Path

import pytest

from tests.duties.records import A, B, owed, record

REGULATOR = """\
duties:
  - name: first-word
    description: Tell the regulator that it happened
    when: {severity: {at_least: SEV2}, tag: payments}
    from: declared_at
    within: 24 hours
    satisfied_by: {field: custom.first_word_at}
  - name: full-report
    when: {severity: {at_least: SEV2}, tag: payments}
    from: declared_at
    within: 72 hours
    satisfied_by: {field: custom.report_at}
    effective_from: 2026-11-02
"""
PAYMENTS = "tags: [payments]\n"


def own(folder: Path, *records: dict[str, str], policy: str = REGULATOR) -> list[tuple[str, str, str]]:
    """Return each own duty that is not paid: of which incident, what, and when it is due."""
    found = owed(folder, *records, policy=policy)
    return [
        (duty.incident[-1], duty.name, f"{duty.due_at:%m-%d %H:%M}")
        for duty in found
        if duty.is_own and duty.is_open
    ]


def test_side_by_side(tmp_path: Path) -> None:
    """
    A regulator's 24 and 72 hours run side by side, and one that is paid leaves the other.
    """
    paid = "custom: {first_word_at: 2026-11-02T20:00:00Z}\n"

    assert own(tmp_path / "1", record(more=PAYMENTS)) == [
        ("a", "first-word", "11-03 09:14"),
        ("a", "full-report", "11-05 09:14"),
    ]
    assert own(tmp_path / "2", record(more=PAYMENTS + paid)) == [("a", "full-report", "11-05 09:14")]


def test_only_where_it_holds(tmp_path: Path) -> None:
    """
    What the condition does not hold for owes nothing, by the highest severity that it or its duplicate had.
    """
    original = record(A, "SEV3", PAYMENTS)
    duplicate = record(B, "SEV2", f"related: {{duplicate_of: {A}}}\n")

    assert own(tmp_path / "1", original, record(B, "SEV1")) == []
    assert [name for _, name, _ in own(tmp_path / "2", original, duplicate)] == ["first-word", "full-report"]


@pytest.mark.parametrize("line", ("adopted_on: 2026-11-03\n", "effective_from: 2026-11-03"))
def test_older_incidents(tmp_path: Path, line: str) -> None:
    """
    What was declared before the policy, or this duty of it, was in force does not owe it.
    """
    policy = (
        REGULATOR.replace("effective_from: 2026-11-02", line) if "effective" in line else line + REGULATOR
    )

    assert "full-report" not in [name for _, name, _ in own(tmp_path, record(more=PAYMENTS), policy=policy)]


def test_only_what_names_near_misses(tmp_path: Path) -> None:
    """
    A near miss owes what asks for near misses by name, and nothing else.
    """
    near = {path: text.replace("kind: incident", "kind: near_miss") for path, text in record().items()}
    named = (
        "duties: [{name: own, when: {kind: near_miss}, from: declared_at, "
        "within: 1 day, satisfied_by: update}]\n"
    )

    assert own(tmp_path / "1", near, policy=named) == [("a", "own", "11-03 23:59")]
    assert own(tmp_path / "2", near, policy=named.replace("kind: near_miss", "severity: SEV1")) == []


@pytest.mark.parametrize(
    ("stage", "paid_by", "bars"),
    (
        ("resolved_at", "publication", True),
        ("closed_at", "publication", False),
        ("resolved_at", "follow_ups", False),
        ("resolved_at", "closing", False),
    ),
)
def test_what_bars_closing(tmp_path: Path, stage: str, paid_by: str, *, bars: bool) -> None:
    """
    An own duty bars closing, unless closing starts it or pays it, or follow-ups do, which may outlast it.
    """
    policy = (
        f"duties: [{{name: own, when: {{severity: SEV1}}, from: {stage}, "
        f"within: 1 day, satisfied_by: {paid_by}}}]\n"
    )

    found = owed(tmp_path, record(more="closed_at: 2026-11-04T09:00:00Z\n"), policy=policy)

    assert [duty.bars_closing for duty in found if duty.is_own] == [bars]
