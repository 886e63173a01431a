import pytest

from incidentrepo.changes.settling import read_sound, settle
from incidentrepo.errors import UsageError

RECORD = """\
schema_version: 1
id: 2026-11-02-x
title: X
kind: incident
severity: SEV3  # as it seemed
status: open
declared_at: 2026-11-02T09:14:00Z
timeline:
  - {id: taaaaaaaa, at: 2026-11-02T09:14:00Z, entry: declared, severity: SEV3}
"""
EARLY = "  - {id: tbbbbbbbb, at: 2026-11-02T09:20:00Z, entry: severity, to: SEV2, reason: More}\n"
LATE = "  - {id: tcccccccc, at: 2026-11-02T09:30:00Z, entry: severity, to: SEV1, reason: All}\n"
OVER = "  - {id: tdddddddd, at: 2026-11-02T09:40:00Z, entry: status, to: resolved}\n"


def settled(text: str) -> str:
    return settle(text.encode(), read_sound(RECORD.encode())).decode()


def test_the_timeline_rules() -> None:
    """
    The latest entry by its time is what the fields say, wherever it stands in the file.
    """
    assert settled(RECORD + LATE + EARLY) == RECORD.replace("SEV3  #", "SEV1  #") + LATE + EARLY


def test_times_of_stages() -> None:
    """
    A stage that was reached says when, in its place.
    """
    text = settled(RECORD + OVER)

    assert "status: resolved\ndeclared_at: 2026-11-02T09:14:00Z\nresolved_at: 2026-11-02T09:40:00Z\n" in text


def test_what_agrees_stays() -> None:
    """
    A record that agrees with itself is kept to the byte.
    """
    assert settled(RECORD) == RECORD


@pytest.mark.parametrize(
    ("field", "message"),
    (
        ("started_at: 2026-11-02T10:00:00Z", "resolved_at 2026-11-02T09:40:00Z would be before started_at"),
        ("nonsense: 1", "nonsense"),
    ),
)
def test_what_cannot_stand(field: str, message: str) -> None:
    """
    A story that is impossible, or no record at all, is refused.
    """
    with pytest.raises(UsageError, match=message):
        settled(RECORD.replace("timeline:", f"{field}\ntimeline:") + OVER)


def test_old_mistakes_stop_nobody() -> None:
    """
    A disorder that was there before is for `check` to tell, not for the next command.
    """
    wrong = RECORD.replace("timeline:", "started_at: 2026-11-02\nmitigated_at: 2026-11-01\ntimeline:")

    assert settle(wrong.encode(), read_sound(wrong.encode())).decode() == wrong
