"""What the commands leave owed, from the first line typed to the list of deadlines."""

import json

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

ID = "2026-11-22-checkout-answers-500"


@pytest.fixture
def open_incident(incidents: GitRepository) -> GitRepository:
    """One incident, open since 09:14."""
    succeed(incidents.path, "declare", "Checkout answers 500", "-s", "SEV3")
    return incidents


@pytest.mark.parametrize(
    ("words", "owed"),
    (
        ((), ["postmortem 2026-11-25", "review 2026-12-04"]),
        (("--correction",), ["postmortem 2026-11-25", "review 2026-12-04"]),
        (("--correction", "--confirmed-by", "grace"), ["postmortem 2026-12-04"]),
    ),
)
def test_severe_for_a_minute(open_incident: GitRepository, words: tuple[str, ...], owed: list[str]) -> None:
    """
    What was SEV1 for a minute owes what SEV1 owes; a slip that a second person confirms does not.
    """
    where = open_incident.path
    succeed(where, "severity", "SEV1", "--reason", "All of them", now="2026-11-22T09:20:00Z")
    succeed(where, "severity", "SEV3", "--reason", "A typo", *words, now="2026-11-22T09:21:00Z")
    succeed(where, "resolve", now="2026-11-22T10:00:00Z")

    said = json.loads(call(where, "deadlines", "--format", "json", now="2026-11-22T10:00:00Z").out)

    assert [f"{each['duty']} {each['due_at'][:10]}" for each in said["deadlines"]] == owed


def test_own_duties_bar_closing(open_incident: GitRepository) -> None:
    """
    A duty of the organisation's own is paid before closing, by the command that is named.
    """
    policy = open_incident.path / "incidentrepo.yaml"
    duty = (
        "{name: told, when: {severity: SEV3}, from: declared_at, within: 72 hours,"
        " satisfied_by: {field: custom.told_at}}"
    )
    policy.write_text(policy.read_text(encoding="utf-8") + f"duties:\n  - {duty}\n", encoding="utf-8")
    closing = ("close", "--postmortem", "A cable fell out.")

    ended = call(open_incident.path, *closing, now="2026-11-22T10:00:00Z")
    succeed(open_incident.path, "set", "custom.told_at=2026-11-22T09:50:00Z", now="2026-11-22T10:01:00Z")
    succeed(open_incident.path, *closing, now="2026-11-22T10:02:00Z")

    assert [" ".join(line.split()) for line in ended.err.splitlines()] == [
        f"error: {ID} cannot be closed yet",
        f"told is owed incidentrepo set {ID} custom.told_at=TIME",
    ]
