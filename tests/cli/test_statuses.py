import pytest

from incidentrepo.documents.reading import read_incident
from incidentrepo.model.incident import Incident
from incidentrepo.model.status import Status
from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

ID = "2026-11-22-checkout-answers-500"
RECORD = f"incidents/2026/11/{ID}/incident.yaml"


def read(repository: GitRepository) -> Incident:
    reading = read_incident((repository.path / RECORD).read_bytes())
    assert reading.value is not None
    return reading.value


@pytest.fixture
def open_incident(incidents: GitRepository) -> GitRepository:
    """One incident, open since 09:14."""
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3")
    return incidents


def test_stages_may_be_skipped(open_incident: GitRepository) -> None:
    """
    From open straight to resolved; the time is where its stage belongs.
    """
    said = succeed(open_incident.path, "resolve", "-m", "It went away", now="2026-11-22T10:00:00Z")

    assert said == f"{ID} is resolved now. Committed to main.\n"
    text = (open_incident.path / RECORD).read_text(encoding="utf-8")
    assert "declared_at: 2026-11-22T09:14:00Z\nresolved_at: 2026-11-22T10:00:00Z\ndeclared_by:" in text


@pytest.mark.parametrize(
    ("first", "second", "message"),
    (
        ("resolve", ("mitigate", "checkout"), "is resolved already"),
        ("mitigate", ("mitigate",), "is mitigated already"),
        ("note", ("reopen", "--reason", "x"), "is open already"),
    ),
)
def test_never_backwards(
    open_incident: GitRepository, first: str, second: tuple[str, ...], message: str
) -> None:
    """
    What is there already, or further, is refused.
    """
    words = ("Seen once",) if first == "note" else ()
    succeed(open_incident.path, first, *words, now="2026-11-22T10:00:00Z")

    ended = call(open_incident.path, *second, now="2026-11-22T10:01:00Z")

    assert ended.code == 2
    assert message in ended.err


def test_told_late(open_incident: GitRepository) -> None:
    """
    A stage told after a later one takes its place in the story, and changes nothing that came after.
    """
    succeed(open_incident.path, "resolve", now="2026-11-22T11:00:00Z")
    succeed(open_incident.path, "mitigate", "checkout", "--at", "10:00", now="2026-11-22T11:05:00Z")

    incident = read(open_incident)
    assert (incident.status, str(incident.times.mitigated_at)) == (Status.RESOLVED, "2026-11-22T10:00:00Z")
    assert call(open_incident.path, "check").code == 0


def test_times_in_order(open_incident: GitRepository) -> None:
    """
    A time that would make the story impossible is refused before it is written.
    """
    succeed(open_incident.path, "mitigate", now="2026-11-22T10:00:00Z")

    ended = call(open_incident.path, "set", "started_at=2026-11-22T10:30:00Z", now="2026-11-22T11:00:00Z")

    assert ended.code == 2
    assert "mitigated_at 2026-11-22T10:00:00Z would be before started_at 2026-11-22T10:30:00Z" in ended.err


def test_reopening(open_incident: GitRepository) -> None:
    """
    What is reopened is open again, and no longer says when it was over.
    """
    succeed(open_incident.path, "resolve", now="2026-11-22T10:00:00Z")
    succeed(open_incident.path, "reopen", "checkout", "--reason", "It is back", now="2026-11-22T10:10:00Z")

    incident = read(open_incident)
    assert (incident.status, incident.times.resolved_at) == (Status.OPEN, None)


def test_closed_stays_closed(open_incident: GitRepository) -> None:
    """
    After closed comes a new incident.
    """
    succeed(open_incident.path, "close", "--postmortem", "A cable fell out.", now="2026-11-22T10:00:00Z")

    ended = call(open_incident.path, "reopen", ID, "--reason", "It is back", now="2026-11-22T11:00:00Z")

    assert ended.code == 2
    assert f"related.repeat_of={ID}" in ended.err


def test_calling_it_none_undoes_no_end(open_incident: GitRepository) -> None:
    """
    What was closed cannot be opened again by way of `invalidate`.
    """
    succeed(open_incident.path, "close", "--postmortem", "The cable was loose.")
    succeed(open_incident.path, "invalidate", "checkout", "--reason", "It was a drill")

    ended = call(open_incident.path, "reopen", "checkout", "--reason", "It was not")

    assert ended.code == 2
    assert "was closed, and stays so" in ended.err


def test_closing_needs_what_is_owed(open_incident: GitRepository) -> None:
    """
    `close` lists everything that is missing, each with its command; nothing is written.
    """
    succeed(
        open_incident.path, "severity", "SEV1", "--reason", "Everybody is hit", now="2026-11-22T09:20:00Z"
    )
    succeed(open_incident.path, "severity", "SEV3", "--reason", "Hardly anybody", now="2026-11-22T09:30:00Z")
    succeed(open_incident.path, "follow-up", "add", "Alert on it", "--due", "2026-12-01")
    succeed(
        open_incident.path,
        "follow-up",
        "add",
        "Write it down",
        "--owner",
        "ada-lovelace",
        "--due",
        "2026-12-01",
    )
    succeed(open_incident.path, "resolve", now="2026-11-22T10:00:00Z")
    follow_ups = [follow_up.id for follow_up in read(open_incident).follow_ups]

    ended = call(open_incident.path, "close", "checkout", now="2026-12-24T10:00:00Z")

    assert ended.code == 1
    assert [" ".join(line.split()) for line in ended.err.splitlines()] == [
        f"error: {ID} cannot be closed yet",
        f"its postmortem is not final incidentrepo postmortem new {ID}",
        f"nobody else has read it in a review incidentrepo review held {ID}",
        f"'Alert on it' was due 2026-12-01 incidentrepo follow-up done {ID} {follow_ups[0]}",
        f"'Write it down' was due 2026-12-01 incidentrepo follow-up done {ID} {follow_ups[1]}",
        f"'Alert on it' has no owner incidentrepo follow-up assign {ID} {follow_ups[0]} WHO",
    ]
    assert open_incident.git("status", "--porcelain") == ""


def test_one_sentence(open_incident: GitRepository) -> None:
    """
    Where policy is content with one sentence, closing and learning are one command.
    """
    succeed(open_incident.path, "close", "--postmortem", "A cable fell out.", now="2026-11-22T10:00:00Z")

    text = (open_incident.path / RECORD.replace("incident.yaml", "postmortem.md")).read_text(encoding="utf-8")
    assert text == (
        "---\nstatus: final\nauthors: [ada-lovelace]\nfinished_at: 2026-11-22T10:00:00Z\n---\n\n"
        "A cable fell out.\n"
    )
    assert [str(entry.kind) for entry in read(open_incident).timeline] == ["declared", "postmortem", "status"]
    assert call(open_incident.path, "check", now="2026-11-22T11:00:00Z").code == 0


def test_one_sentence_is_too_little(open_incident: GitRepository) -> None:
    """
    Where policy asks for more, one sentence closes nothing.
    """
    succeed(
        open_incident.path, "severity", "SEV2", "--reason", "Everybody is hit", now="2026-11-22T09:20:00Z"
    )

    ended = call(open_incident.path, "close", "--postmortem", "A cable fell out.", now="2026-11-22T10:00:00Z")

    assert ended.code == 1
    assert "it asks for more than one sentence" in ended.err


def test_invalid(open_incident: GitRepository) -> None:
    """
    What was no incident says why, and who else agreed.
    """
    succeed(
        open_incident.path,
        *("invalidate", "--reason", "A test alert", "--confirmed-by", "grace"),
        now="2026-11-22T10:00:00Z",
    )

    incident = read(open_incident)
    assert incident.status is Status.INVALID
    assert incident.timeline[-1].reason == "A test alert"
    assert "confirmed_by: grace" in (open_incident.path / RECORD).read_text(encoding="utf-8")


def test_a_duplicate_hands_on_what_it_owes(open_incident: GitRepository) -> None:
    """
    The duplicate closes with nothing; the original owes what the worse of the two does.
    """
    succeed(open_incident.path, "declare", "Checkout is broken", "-s", "SEV2", now="2026-11-22T09:20:00Z")
    succeed(open_incident.path, "duplicate", "broken", "answers", now="2026-11-22T09:25:00Z")
    succeed(open_incident.path, "close", "broken", now="2026-11-22T09:26:00Z")

    ended = call(
        open_incident.path, "close", "answers", "--postmortem", "A cable.", now="2026-11-22T10:00:00Z"
    )

    assert ended.code == 1
    assert "it asks for more than one sentence" in ended.err
    assert call(open_incident.path, "check", now="2026-11-22T10:00:00Z").code == 0


def test_hand_edits_are_committed_and_said_so(open_incident: GitRepository) -> None:
    """
    An edit by hand of the same record goes along, and the person is told.
    """
    record = open_incident.path / RECORD
    record.write_text(record.read_text(encoding="utf-8") + "# mine\n", encoding="utf-8")

    ended = call(open_incident.path, "mitigate", now="2026-11-22T10:00:00Z")

    assert ended.code == 0
    assert ended.err == f"Edits by hand in {RECORD} were committed with it.\n"
    assert open_incident.git("status", "--porcelain") == ""


def test_without_a_commit(open_incident: GitRepository) -> None:
    """
    `--no-commit` writes the file and leaves the rest to the person.
    """
    said = succeed(open_incident.path, "mitigate", "--no-commit", now="2026-11-22T10:00:00Z")

    assert said == f"{ID} is mitigated now. Not committed.\n"
    assert open_incident.git("status", "--porcelain") == f" M {RECORD}\n"


def test_a_record_with_mistakes(open_incident: GitRepository) -> None:
    """
    A record that cannot be read as it must be is named with its line, and not touched.
    """
    record = open_incident.path / RECORD
    text = record.read_text(encoding="utf-8").replace("kind: incident", "kind: fire")
    record.write_text(text, encoding="utf-8")

    ended = call(open_incident.path, "note", "checkout", "One in ten fails")

    assert ended.code == 1
    assert f"{RECORD}:5:7: kind is 'fire'" in ended.err
    assert record.read_text(encoding="utf-8") == text


def test_ring_of_duplicates(open_incident: GitRepository) -> None:
    """
    Incidents cannot be duplicates of each other, by however many steps: none would owe anything.
    """
    for title in ("Payments fail", "Shop is down"):
        succeed(open_incident.path, "declare", title, "-s", "SEV3")
    succeed(open_incident.path, "duplicate", "checkout", "payments")
    succeed(open_incident.path, "duplicate", "payments", "shop")

    ended = call(open_incident.path, "duplicate", "shop", "checkout")

    assert (ended.code, ended.err) == (
        2,
        f"error: {ID} is a duplicate of 2026-11-22-shop-is-down already\n",
    )
