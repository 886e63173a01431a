from pathlib import Path

from tests.duties.records import FOLLOW_UP, A, duties, record


def test_what_is_owed(tmp_path: Path) -> None:
    """
    SEV1 owes a postmortem, a review and its follow-ups, the first to be due first.
    """
    assert duties(tmp_path, record(more=FOLLOW_UP)) == [
        ("postmortem", A, "2026-11-05T23:59+00:00"),
        ("review", A, "2026-11-16T23:59+00:00"),
        ("follow-up", A, "2026-12-02T23:59+00:00"),
    ]
