"""What an issue declares, in the words of the records."""

from dataclasses import replace
from datetime import UTC, datetime

import pytest

from incidentrepo.changes.filed_issue import FiledIssue
from incidentrepo.changes.filing import FiledIncident, handle_of_login, read_filed
from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.config.loading import Config
from incidentrepo.documents.schemas import load_schema
from incidentrepo.model.people import People, Person
from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.tags import Tags

NOW = datetime(2026, 11, 23, 9, 20, tzinfo=UTC)
PEOPLE = People(
    by_handle={
        "ada": Person(handle="ada", name="Ada", logins=("ada-l",)),
        "noor": Person(handle="noor", name="Noor"),
    },
    is_declared=True,
)


def file(login: str = "ada-l", policy: Policy = DEFAULT_POLICY, **answers: str) -> FiledIncident:
    issue = FiledIssue(
        title="Mail is late",
        login=login,
        filed_at=NOW,
        url="https://github.com/acme/incidents/issues/1",
        answers={"severity": "SEV3"} | answers,
    )
    config = Config(
        policy=policy,
        people=PEOPLE,
        tags=Tags(by_name={}, is_declared=False),
        rotations=(),
        problems={},
    )
    return read_filed(issue, config, now=NOW)


@pytest.mark.parametrize(
    ("said", "severity"),
    (("Very bad", "SEV1"), ("rather very  BAD", "SEV1"), ("bad", "SEV2"), ("SEV3", "SEV3")),
)
def test_own_labels(said: str, severity: str) -> None:
    """
    An organisation's own word is known, of however many words it is made; the longer one is meant.
    """
    labels = {Severity.SEV1: "Very bad", Severity.SEV2: "Bad"}
    severities = {
        known: replace(asked, label=labels.get(known, asked.label))
        for known, asked in DEFAULT_POLICY.severities.items()
    }

    filed = file(policy=replace(DEFAULT_POLICY, severities=severities), severity=said)

    assert filed.declaration.severity == severity


def test_time_at_the_end_of_the_calendar() -> None:
    """
    A year that there is not in some zone is no time, and no fault of ours.
    """
    for text in ("0001-01-01 00:00", "9999-12-31 23:59", "0001-01-01T00:00:00Z"):
        filed = file(started=text)

        assert filed.declaration.started_at is None
        assert filed.left_out[0].startswith("When did it begin? It could not be read as a time")


@pytest.mark.parametrize(
    ("login", "handle"),
    (
        ("Ada-L", "ada"),
        ("ada", "ada-2"),
        ("Noor", "noor"),
        ("Some_Body[bot]", "some-body-bot"),
        ("...", "unknown"),
    ),
)
def test_handle_of_login(login: str, handle: str) -> None:
    """
    An account is whose `logins` name it; no other one takes the handle of somebody who has some.
    """
    assert handle_of_login(login, PEOPLE) == handle


def test_namesake_is_told() -> None:
    """
    Whoever gets another handle than their account's name is told so.
    """
    filed = file(login="ada")

    assert filed.by == "ada-2"
    assert filed.left_out == (
        "The name ada: in people.yaml it is somebody with another account, so the record says ada-2.",
    )


@pytest.mark.parametrize("field", ("tags", "services"))
def test_as_many_names_as_a_record_takes(field: str) -> None:
    """
    No more names are taken over than the schema lets a record hold.
    """
    many = ", ".join(f"n{number}" for number in range(60))
    filed = file(tags=many) if field == "tags" else file(services=many)

    most = load_schema("incident")["properties"][field]["maxItems"]
    assert len(getattr(filed.declaration, field)) == most
    assert filed.left_out[0].endswith("10 more names: a record takes 50.")


def test_name_too_long() -> None:
    """
    A name that no record takes is left out, and the others stay.
    """
    filed = file(tags=f"mail, {'x' * 61}, {'y' * 60}, not a tag")

    assert filed.declaration.tags == ("mail", "y" * 60)
    assert filed.left_out == (
        "What is it about? 2 of 4 names: a name is of up to 60 small letters, digits and dashes.",
    )


def test_unknown_kind() -> None:
    """
    What is no kind is taken for an incident, and told.
    """
    filed = file(kind="disaster")

    assert filed.declaration.kind is Kind.INCIDENT
    assert filed.left_out[0].startswith("What is it? It was taken for an incident")


def test_planned_work() -> None:
    """
    Planned work comes with its time, in the policy's zone; an end before the beginning is left out.
    """
    filed = file(kind="Maintenance", planned_from="2026-12-01 22:00", planned_until="2026-12-02T02:00:00Z")
    turned = file(kind="Maintenance", planned_from="2026-12-09", planned_until="2026-12-01")
    odd = file(kind="Maintenance", planned_from="soon", planned_until="2026-12-01")

    assert str(filed.declaration.planned_from) == "2026-12-01T22:00:00Z"
    assert str(filed.declaration.planned_until) == "2026-12-02T02:00:00Z"
    assert (turned.declaration.planned_until, len(turned.left_out)) == (None, 1)
    assert odd.declaration.planned_from is None
    assert odd.left_out[0].startswith("When is it planned to begin? It could not be read as a time")
