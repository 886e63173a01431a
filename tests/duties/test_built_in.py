from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.model.duty import Duty
from tests.duties.records import FOLLOW_UP, HEAD, A, duties, owed, path_of, record


def test_a_duty_in_full(tmp_path: Path) -> None:
    """
    A duty says who owes what since when; a follow-up's is its owner's, else the incident's.
    """
    text = HEAD.format(id=A, severity="SEV3").replace("status: resolved", "status: open")
    open_incident = {path_of(A): text.replace("resolved_at: 2026-11-02T11:05:00Z\n", FOLLOW_UP)}

    *_, follow_up = owed(tmp_path, open_incident)

    assert follow_up == Duty(
        name="follow-up",
        incident=A,
        subject="Alert on it",
        owed_by="grace",
        since=datetime(2026, 11, 2, 11, 20, tzinfo=UTC),
        due_at=datetime(2026, 12, 2, 23, 59, 59, 999_999, tzinfo=UTC),
        within="30 days",
        follow_up="f3a6q2m7x",
        satisfied_by="follow_ups",
    )


def test_closed_at_once(tmp_path: Path) -> None:
    """
    Closing without resolving skips the time, and no duty with it.
    """
    files = {path: text.replace("resolved_at", "closed_at") for path, text in record(severity="SEV2").items()}

    assert duties(tmp_path, files) == [("postmortem", A, "2026-11-09T23:59+00:00")]


def test_day_in_the_policys_zone(tmp_path: Path) -> None:
    """
    A date counts from that day in the policy's zone, on whichever side of Greenwich.
    """
    text = HEAD.format(id=A, severity="SEV2").replace("2026-11-02T11:05:00Z", "2026-11-02")
    policy = "timezone: Pacific/Auckland\n"

    assert duties(tmp_path, {path_of(A): text}, policy=policy) == [
        ("postmortem", A, "2026-11-09T23:59+13:00")
    ]


@pytest.mark.parametrize(
    ("page", "is_satisfied", "satisfied_at"),
    (
        ("---\nstatus: draft\n---\nA cable.\n", False, None),
        (
            "---\nstatus: final\nfinished_at: 2026-11-04T10:00:00Z\n---\nA cable. It hangs now.\n",
            True,
            datetime(2026, 11, 4, 10, tzinfo=UTC),
        ),
    ),
)
def test_postmortem(tmp_path: Path, page: str, satisfied_at: datetime | None, *, is_satisfied: bool) -> None:
    """
    A postmortem is paid when it is final, and not before.
    """
    (duty,) = owed(tmp_path, record(severity="SEV2"), {path_of(A, "postmortem.md"): page})

    assert (duty.is_satisfied, duty.satisfied_at) == (is_satisfied, satisfied_at)


@pytest.mark.parametrize(
    ("change", "expected"),
    (
        (("status: open", "status: proposed"), []),
        (("status: open", "status: open\n    when: now"), []),
        (("status: open", "status: open\n    due_on: 2026-11-10"), ["2026-11-10T23:59+00:00"]),
        (("    created_at: 2026-11-02T11:20:00Z\n", ""), []),
        (("created_at: 2026-11-02T11:20:00Z", "due_on: 2026-11-10"), ["2026-11-10T23:59+00:00"]),
        (
            ("created_at: 2026-11-02T11:20:00Z", "created_at: 9999-12-31T09:00:00Z"),
            ["9999-12-31T23:59+00:00"],
        ),
    ),
)
def test_follow_ups(tmp_path: Path, change: tuple[str, str], expected: list[str]) -> None:
    """
    A follow-up is due on its own date, else so long after it was made; what is not agreed is not owed.
    """
    incident = record(severity="SEV5", more=FOLLOW_UP.replace(*change))

    found = duties(tmp_path, incident, policy="severities: {SEV5: {}}\n")

    assert [due for _, _, due in found] == expected


def test_ended_follow_ups(tmp_path: Path) -> None:
    """
    Done and dropped are both paid.
    """
    done = FOLLOW_UP.replace("status: open", "status: done\n    done_at: 2026-11-09T09:00:00Z")
    dropped = FOLLOW_UP.replace("status: open", "status: wont_do\n    reason: Too dear.")

    for index, more in enumerate((done, dropped)):
        *_, duty = owed(tmp_path / str(index), record(more=more))
        assert duty.is_satisfied
