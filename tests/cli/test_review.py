"""`review`: planned, held, or approved by somebody who did not write it."""

import pytest

from incidentrepo.documents.reading import read_incident
from incidentrepo.model.incident import Incident
from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

FOLDER = "incidents/2026/11/2026-11-22-mail-is-late"
LATER = "2026-11-24T09:00:00Z"


@pytest.fixture
def resolved(incidents: GitRepository) -> GitRepository:
    """A resolved SEV1, which owes a review."""
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV1")
    succeed(incidents.path, "resolve")
    return incidents


@pytest.fixture
def written(resolved: GitRepository) -> GitRepository:
    """The same, with its postmortem, which Ada finished."""
    succeed(resolved.path, "postmortem", "new", now=LATER)
    text = (resolved.path / FOLDER / "postmortem.md").read_text(encoding="utf-8")
    resolved.write(f"{FOLDER}/postmortem.md", f"{text}\nThe queue was full.\n")
    succeed(resolved.path, "postmortem", "finish", now=LATER)
    return resolved


def read(repository: GitRepository) -> Incident:
    reading = read_incident((repository.path / FOLDER / "incident.yaml").read_bytes())
    assert (reading.value is not None, reading.problems) == (True, ())
    assert reading.value is not None
    return reading.value


def owed(repository: GitRepository) -> str:
    return call(repository.path, "deadlines", now=LATER).out


@pytest.mark.parametrize(
    ("time", "planned"),
    (
        ("14:00", "2026-11-24T14:00:00Z"),
        ("08:30", "2026-11-25T08:30:00Z"),
        ("2026-12-01 14:00", "2026-12-01T14:00:00Z"),
        ("2026-12-01T14:00:00+01:00", "2026-12-01T14:00:00+01:00"),
    ),
)
def test_scheduled(resolved: GitRepository, time: str, planned: str) -> None:
    """
    A meeting is planned for a time to come, with its entry; the review is still owed.
    """
    said = succeed(resolved.path, "review", "schedule", time, now=LATER)

    incident = read(resolved)
    assert said == f"The review of {incident.id} is planned for {planned}. Committed to main.\n"
    assert str(incident.review.scheduled_at) == planned
    assert incident.timeline[-1].kind == "review"
    assert "review: Mail is late" in owed(resolved)


@pytest.mark.parametrize(("time", "message"), (("2026-11-23 14:00", "has passed"), ("soon", "is no time")))
def test_not_scheduled(resolved: GitRepository, time: str, message: str) -> None:
    """
    A time that has passed, or none, is refused.
    """
    ended = call(resolved.path, "review", "schedule", "mail", time, now=LATER)

    assert (ended.code, message in ended.err) == (2, True)


def test_held(resolved: GitRepository) -> None:
    """
    A meeting pays the duty from when it took place, and says who took part.
    """
    words = ("--at", "2026-11-23T16:00:00Z", "--attendee", "grace", "--attendee", "linus")
    succeed(resolved.path, "review", "held", *words, now=LATER)

    review = read(resolved).review
    assert (str(review.held_at), review.attendees) == ("2026-11-23T16:00:00Z", ("grace", "linus"))
    assert "review: Mail is late" not in owed(resolved)
    again = call(resolved.path, "review", "held", now=LATER)
    assert (again.code, "was held already" in again.err) == (2, True)
    assert call(resolved.path, "check", now=LATER).code == 0


def test_approved(written: GitRepository) -> None:
    """
    The word of somebody who did not write it pays the duty, and is on the timeline.
    """
    said = succeed(written.path, "review", "approved", "--by", "grace", now=LATER)

    incident = read(written)
    assert said == f"grace has approved the postmortem of {incident.id}. Committed to main.\n"
    assert incident.review.approved_by == ("grace",)
    assert "approved" in succeed(written.path, "show", "mail")
    assert "review: Mail is late" not in owed(written)
    assert call(written.path, "review", "approved", "--by", "grace", now=LATER).code == 2
    assert call(written.path, "check", now=LATER).code == 0


def test_not_approved_by_its_author(written: GitRepository) -> None:
    """
    Whoever wrote it cannot approve it, and it is the one who types where nobody is named.
    """
    ended = call(written.path, "review", "approved", now=LATER)

    assert (ended.code, ended.err.splitlines()[0]) == (
        1,
        "error: ada-lovelace wrote the postmortem of 2026-11-22-mail-is-late",
    )


def test_nothing_to_approve(resolved: GitRepository) -> None:
    """
    Nothing can be approved that nobody has finished writing.
    """
    ended = call(resolved.path, "review", "approved", "--by", "grace", now=LATER)

    assert ended.code == 1
    assert ended.err.endswith("hint: incidentrepo postmortem new 2026-11-22-mail-is-late\n")
