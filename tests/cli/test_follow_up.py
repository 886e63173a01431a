import pytest

from incidentrepo.documents.reading import read_incident
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.status import FollowUpStatus
from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

RECORD = "incidents/2026/11/2026-11-22-mail-is-late/incident.yaml"


def read(repository: GitRepository) -> FollowUp:
    reading = read_incident((repository.path / RECORD).read_bytes())
    assert reading.value is not None
    return reading.value.follow_ups[0]


@pytest.fixture
def promised(incidents: GitRepository) -> GitRepository:
    """A resolved incident with one follow-up, due in thirty days."""
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")
    succeed(incidents.path, "resolve")
    succeed(incidents.path, "follow-up", "add", "mail", "Alert on the queue", "--purpose", "detect")
    return incidents


def test_a_date_of_its_own(promised: GitRepository) -> None:
    """
    Without a date it gets the one that policy allows.
    """
    follow_up = read(promised)

    assert (follow_up.title, str(follow_up.due_on), follow_up.owner) == (
        "Alert on the queue",
        "2026-12-22",
        None,
    )


def test_by_its_id_alone(promised: GitRepository) -> None:
    """
    A follow-up's id says which incident is meant, closed or not.
    """
    follow_up_id = read(promised).id
    assert follow_up_id is not None
    succeed(promised.path, "follow-up", "assign", follow_up_id, "grace")
    succeed(promised.path, "close", "mail", "--postmortem", "The queue was full.")

    said = succeed(promised.path, "follow-up", "done", follow_up_id, "--evidence", "https://example.org/1")

    assert said == "'Alert on the queue' is done. Committed to main.\n"
    follow_up = read(promised)
    assert (follow_up.status, follow_up.done_by) == (FollowUpStatus.DONE, "ada-lovelace")
    assert follow_up.evidence == ("https://example.org/1",)
    assert call(promised.path, "check").code == 0


def test_moved_openly(promised: GitRepository) -> None:
    """
    Each move is kept with its reason, up to twice the time that policy allows.
    """
    succeed(
        promised.path, "follow-up", "move", "mail", "alert", "--to", "2027-01-21", "--reason", "Christmas"
    )

    follow_up = read(promised)
    assert str(follow_up.due_on) == "2027-01-21"
    assert [(str(move.before), str(move.after), move.reason) for move in follow_up.moves] == [
        ("2026-12-22", "2027-01-21", "Christmas")
    ]


@pytest.mark.parametrize(
    ("to", "now", "message"),
    (
        ("2027-01-22", "2026-11-30T09:00:00Z", "2027-01-22 is more than twice the time that policy allows"),
        ("2027-01-10", "2026-12-23T00:00:00Z", "was due 2026-12-22, which has passed"),
    ),
)
def test_not_moved(promised: GitRepository, to: str, now: str, message: str) -> None:
    """
    Neither beyond that time nor once the date has passed; the hint says what is honest.
    """
    ended = call(promised.path, "follow-up", "move", "mail", "1", "--to", to, "--reason", "Busy", now=now)

    assert ended.code == 1
    assert message in ended.err
    assert "hint: " in ended.err


def test_no_date_of_its_own(incidents: GitRepository) -> None:
    """
    One without a date is due when policy says, and gets no other once that has passed.
    """
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV3")
    text = (incidents.path / RECORD).read_text(encoding="utf-8")
    incidents.write(
        RECORD, f"{text}follow_ups:\n  - {{title: Alert, created_at: 2026-11-22T09:14:00Z, status: open}}\n"
    )
    words = ("follow-up", "move", "mail", "1", "--to", "2027-01-10", "--reason", "Busy")

    late = call(incidents.path, *words, now="2026-12-23T00:00:00Z")
    in_time = call(incidents.path, *words, now="2026-12-22T23:00:00Z")

    assert (late.code, "was due 2026-12-22, which has passed" in late.err) == (1, True)
    assert in_time.code == 0


def test_to_the_same_day(promised: GitRepository) -> None:
    """
    A move that moves nothing is a slip of the hand.
    """
    ended = call(promised.path, "follow-up", "move", "mail", "1", "--to", "2026-12-22", "--reason", "Busy")

    assert (ended.code, ended.err) == (2, "error: 'Alert on the queue' is due 2026-12-22 already\n")


def test_moved_with_leave(promised: GitRepository) -> None:
    """
    Whoever has another person's word may move it further, as long as that holds.
    """
    words = ("--rule", "follow-up-moved-too-far", "--reason", "The maker is late", "--until", "2026-12-01")
    succeed(promised.path, "waive", "mail", *words, "--approved-by", "grace")
    move = ("follow-up", "move", "mail", "1", "--to", "2027-06-01", "--reason", "The maker is late")

    assert call(promised.path, *move, now="2026-12-02T09:00:00Z").code == 1
    assert call(promised.path, *move, now="2026-12-01T09:00:00Z").code == 0


def test_on_its_last_day(promised: GitRepository) -> None:
    """
    A date ends with its day.
    """
    words = ("follow-up", "move", "mail", "1", "--to", "2027-01-10", "--reason", "Busy")

    assert call(promised.path, *words, now="2026-12-22T23:59:59Z").code == 0


def test_dropped(promised: GitRepository) -> None:
    """
    Not doing it is an honest end with a reason, and an end.
    """
    succeed(promised.path, "follow-up", "drop", "mail", "alert", "--reason", "The queue is gone")

    assert (read(promised).status, read(promised).reason) == (FollowUpStatus.WONT_DO, "The queue is gone")
    assert "has ended: wont_do" in call(promised.path, "follow-up", "start", "mail", "alert").err
    assert call(promised.path, "follow-up", "drop", "mail", "alert").code == 2


def test_none_fits(promised: GitRepository) -> None:
    """
    Where none fits, those there are are named.
    """
    ended = call(promised.path, "follow-up", "done", "mail", "runbook")

    assert ended.code == 2
    assert "(Alert on the queue)" in ended.err


@pytest.mark.parametrize("day", ("soon", "2026-02-30", "2026-12"))
def test_no_day(promised: GitRepository, day: str) -> None:
    """
    A date is a day.
    """
    assert "is no day" in call(promised.path, "follow-up", "add", "mail", "x", "--due", day).err


@pytest.mark.parametrize(
    "words", (("add", "mail", "x", "--due"), ("move", "mail", "1", "--reason", "r", "--to"))
)
def test_day_that_has_passed(promised: GitRepository, words: tuple[str, ...]) -> None:
    """
    Nothing is promised by a day that is over: a slip in the year could not be moved any more.
    """
    ended = call(promised.path, "follow-up", *words, "2025-12-01")

    assert (ended.code, ended.err) == (2, "error: 2025-12-01 has passed\nhint: promise a day to come\n")
