from datetime import UTC, datetime
from pathlib import Path

import pytest

from tests.duties.records import owed, record


@pytest.mark.parametrize(
    ("waiver", "is_waived"),
    (
        ("{duty: review, reason: Known, by: ada, approved_by: linus}", True),
        ("{duty: review, reason: Known, by: ada}", False),
        ("{duty: review, reason: Known, by: ada, approved_by: ada}", False),
        ("{duty: review, reason: Known, by: ada, approved_by: grace}", False),
        ("{duty: postmortem, reason: Known, by: ada, approved_by: linus}", False),
    ),
)
def test_waivers(tmp_path: Path, waiver: str, *, is_waived: bool) -> None:
    """
    A duty is let off by somebody who is neither the waiver's author nor the owner.
    """
    found = owed(tmp_path, record(more=f"waivers: [{waiver}]\n"))

    assert [duty.is_waived for duty in found if duty.name == "review"] == [is_waived]


def test_waiver_that_runs_out(tmp_path: Path) -> None:
    """
    Leave holds to the end of its last day, the longest of several.
    """
    waivers = "\n".join(
        f"  - {{duty: review, reason: Known, by: ada, approved_by: linus, until: {day}}}"
        for day in ("2026-12-01", "2026-11-20")
    )

    *_, review = owed(tmp_path, record(more=f"waivers:\n{waivers}\n"))

    assert review.waived_until == datetime(2026, 12, 1, 23, 59, 59, 999_999, tzinfo=UTC)
    assert [review.is_overdue(datetime(2026, 12, day, tzinfo=UTC)) for day in (1, 2)] == [False, True]
