from pathlib import Path

import pytest

from tests.duties.records import A, duties, record


@pytest.mark.parametrize(
    ("severity", "expected"),
    (
        ("SEV1", [("postmortem", A, "2026-11-05T23:59+00:00"), ("review", A, "2026-11-16T23:59+00:00")]),
        ("SEV2", [("postmortem", A, "2026-11-09T23:59+00:00")]),
        ("SEV3", [("postmortem", A, "2026-11-16T23:59+00:00")]),
        ("SEV4", []),
    ),
)
def test_each_severity(tmp_path: Path, severity: str, expected: list[tuple[str, str, str]]) -> None:
    """
    Each severity owes what the policy says of it; one that the policy does not have owes nothing.
    """
    assert duties(tmp_path, record(severity=severity)) == expected


def test_highest_severity(tmp_path: Path) -> None:
    """
    A downgrade changes nothing: duties come from the highest severity ever held.
    """
    downgrade = """\
timeline:
  - {at: 2026-11-02T09:30:00Z, by: ada, entry: severity, from: SEV1, to: SEV3, reason: Quieter.}
"""

    assert duties(tmp_path, record(severity="SEV3", more=downgrade))[0] == (
        "postmortem",
        A,
        "2026-11-05T23:59+00:00",
    )


def test_severity_above_the_policys(tmp_path: Path) -> None:
    """
    A severity worse than any the policy has owes what the worst there does.
    """
    policy = "severities:\n  SEV2: {postmortem: 1 day}\n  SEV3: {}\n"

    assert duties(tmp_path, record(severity="SEV1"), policy=policy) == [
        ("postmortem", A, "2026-11-03T23:59+00:00")
    ]
