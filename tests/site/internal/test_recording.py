"""The gap between what happened and when it was written down."""

from datetime import UTC, datetime, timedelta

import pytest

from incidentrepo.model.change import Change, Signature
from incidentrepo.model.time import parse_time
from incidentrepo.site.internal.recording import find_recording, measure_delay

ADA = Signature(name="Ada", email="ada@example.org")


def commit(hour: int, minute: int = 0, body: str = "") -> Change:
    at = datetime(2026, 11, 2, hour, minute, 30, tzinfo=UTC)
    return Change(
        commit_id="a" * 40,
        author=ADA,
        committer=ADA,
        authored_at=at,
        committed_at=at,
        subject="Note",
        body=body,
        is_signed=False,
        files=(),
    )


CHANGES = (commit(14), commit(12, 0), commit(9, 14))


@pytest.mark.parametrize(
    ("at", "delay"),
    (
        ("2026-11-02T09:14:00Z", None),
        ("2026-11-02T11:50:00Z", None),
        ("2026-11-02T10:00:30Z", timedelta(hours=2)),
        ("2026-11-02T08:00:00Z", None),
        ("2026-11-02T15:00:00Z", None),
        ("2026-11-02", None),
    ),
    ids=("at once", "soon", "late", "told with the beginning", "still to come", "no more than a day"),
)
def test_the_next_commit(at: str, delay: timedelta | None) -> None:
    """
    An entry that no commit followed for long was written down by the next one, at the earliest.
    """
    assert measure_delay(parse_time(at), find_recording(CHANGES)) == delay


def test_a_commit_that_says_so() -> None:
    """
    What a command says of its own entry counts more than what lies between.
    """
    told = commit(14, 0, body="It was the fuse.\n\nDone by ada at 2026-11-02T12:00:00Z.")

    recording = find_recording((told, commit(12, 1), commit(9)))

    assert measure_delay(parse_time("2026-11-02T12:00:00Z"), recording) == timedelta(hours=2, seconds=30)


def test_no_history() -> None:
    """
    Without a history, or a time, nothing is said.
    """
    assert measure_delay(parse_time("2026-11-02T12:00:00Z"), find_recording(())) is None
    assert measure_delay(None, find_recording(CHANGES)) is None
