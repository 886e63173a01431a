"""`check --preview-policy`: what another policy would do, before anybody agrees to it."""

import json

import jsonschema
import pytest

from incidentrepo.resources import resource_folder
from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

POLICY = "schema_version: 1\norganisation: {name: Tern}\ntimezone: UTC\nadopted_on: 2026-11-01\n"
SEVERITY = "severities:\n  SEV1: {{label: Bad, postmortem: {}, review: {}}}\n"
# A Monday, two weeks after the incident.
NOW = "2026-12-07T09:00:00Z"
ID = "2026-11-22-mail-is-late"


@pytest.fixture
def decided(incidents: GitRepository) -> GitRepository:
    """A resolved SEV1 that owes a postmortem within 20 business days, and no review."""
    incidents.write("incidentrepo.yaml", POLICY + SEVERITY.format("20 business days", "no"))
    incidents.commit("Decide")
    succeed(incidents.path, "declare", "Mail is late", "-s", "SEV1")
    succeed(incidents.path, "resolve")
    return incidents


def preview(repository: GitRepository, policy: str, *arguments: str) -> str:
    repository.write("incidentrepo.yaml", POLICY + policy)
    return succeed(repository.path, "check", "--preview-policy", *arguments, now=NOW)


def test_newly_owed(decided: GitRepository) -> None:
    """
    What would be owed is told with its date, and whether that has passed already.
    """
    assert preview(decided, SEVERITY.format("20 business days", "5 business days")) == (
        "The policy of the work tree against that of HEAD, over 1 incident:\n"
        "Newly owed (1)\n"
        f"  {ID}: review, due 2026-11-27, overdue at once\n"
    )


def test_moved_and_let_off(decided: GitRepository) -> None:
    """
    A shorter time moves what is owed; none at all lets it off.
    """
    assert preview(decided, SEVERITY.format("5 business days", "no")).splitlines()[1:] == [
        "Due at another time (1)",
        f"  {ID}: postmortem, due 2026-11-27, was 2026-12-18, overdue at once",
    ]
    assert preview(decided, SEVERITY.format("no", "no")).splitlines()[1:] == [
        "Owed no longer (1)",
        f"  {ID}: postmortem",
    ]


def test_failing_and_passing(decided: GitRepository) -> None:
    """
    Findings that would become errors, or stop being any, are told at their place.
    """
    record = f"incidents/2026/11/{ID}/incident.yaml"
    succeed(decided.path, "set", "services=[chekout]")
    decided.write("tags.yaml", "checkout: {kind: service}\n")
    strict = SEVERITY.format("20 business days", "no") + "rules: {unknown-service: error}\n"

    failing = preview(decided, strict).splitlines()[1:]
    decided.commit("Be strict")
    passing = preview(decided, SEVERITY.format("20 business days", "no")).splitlines()[1:]

    assert failing[0] == "Newly failing (1)"
    assert failing[1].startswith(f"  {record}:")
    assert failing[1].endswith(": unknown-service: tags.yaml does not know 'chekout'")
    assert passing == ["Newly passing (1)", failing[1]]


def test_duty_that_cannot_be_read(decided: GitRepository) -> None:
    """
    A duty whose definition has an error would be dropped: the error is told, and not of the base's policy.
    """
    same = SEVERITY.format("20 business days", "no")
    duty = "{name: press, when: {tag: a}, from: declared_at, within: soon, satisfied_by: update}"
    broken = f"{same}duties:\n  - {duty}\n"

    failing = preview(decided, broken).splitlines()[1:]
    decided.commit("Break it")
    passing = preview(decided, same).splitlines()[1:]

    must = "it must be a duration like 20 minutes, 30 days or 3 business days"
    line = f"  incidentrepo.yaml:8: schema-violation: within is 'soon'; {must}"
    assert failing == ["Newly failing (1)", line]
    assert passing == ["Newly passing (1)", line]


def test_nothing(decided: GitRepository) -> None:
    """
    Where nothing would change, that is what is said.
    """
    assert preview(decided, SEVERITY.format("20 business days", "no")).endswith("Nothing would change.\n")


def test_json(decided: GitRepository) -> None:
    """
    The JSON says the same, as its schema has it.
    """
    text = preview(decided, SEVERITY.format("5 business days", "9 business days"), "--format", "json")

    content = json.loads(text)
    schema = json.loads(
        (resource_folder("schema") / "policy-preview.schema.json").read_text(encoding="utf-8")
    )
    jsonschema.Draft202012Validator(schema).validate(content)
    assert [(row["duty"], row["is_overdue"]) for row in content["newly_owed"]] == [("review", True)]
    assert [row["was_due_at"] for row in content["due_at_another_time"]] == [
        "2026-12-18T23:59:59.999999+00:00"
    ]


def test_between_commits(decided: GitRepository) -> None:
    """
    Any two versions can be compared.
    """
    decided.write("incidentrepo.yaml", POLICY + SEVERITY.format("no", "no"))
    decided.commit("Owe nothing")

    said = succeed(decided.path, "check", "--preview-policy", "--rev", "HEAD", "--base", "HEAD~1", now=NOW)

    assert said.splitlines()[:2] == [
        "The policy of HEAD against that of HEAD~1, over 1 incident:",
        "Owed no longer (1)",
    ]


def test_check_says_how_many(decided: GitRepository) -> None:
    """
    A change of policy says how many incidents it would reach, and how to see which.
    """
    decided.write("incidentrepo.yaml", POLICY + SEVERITY.format("20 business days", "5 business days"))

    said = succeed(decided.path, "check", "--base", "HEAD", now=NOW)

    assert (
        "note: by the new policy, of 1 incidents 1 would newly owe, 0 newly fail, 0 newly pass:"
        " `incidentrepo check --preview-policy --base HEAD` names them\n"
    ) in said
    decided.write("incidentrepo.yaml", f"# As before.\n{POLICY}{SEVERITY.format('20 business days', 'no')}")
    assert "note: by the new policy, no incident would owe, fail or pass otherwise\n" in succeed(
        decided.path, "check", "--base", "HEAD", now=NOW
    )


def test_no_policy_to_compare_with(repository: GitRepository) -> None:
    """
    Without a policy on either side there is nothing to compare.
    """
    repository.write("README", "Hello\n")
    repository.commit("Start")
    repository.write("incidentrepo.yaml", POLICY)

    ended = call(repository.path, "check", "--preview-policy")

    assert (ended.code, ended.err.splitlines()[0]) == (3, "error: there is no incidentrepo.yaml in HEAD")


def test_other_formats(decided: GitRepository) -> None:
    """
    A format for findings is none for this.
    """
    assert call(decided.path, "check", "--preview-policy", "--format", "sarif").code == 2


def test_before_the_first_incident(incidents: GitRepository) -> None:
    """
    A policy changes freely where it reaches no incident yet: the check passes, as at a hook.
    """
    incidents.write("incidentrepo.yaml", POLICY)

    assert succeed(incidents.path, "check", "--base", "HEAD", now=NOW).splitlines() == [
        "note: this change edits incidentrepo.yaml; it is judged by what HEAD has",
        "note: by the new policy, no incident would owe, fail or pass otherwise",
        "Checked 0 incidents in the work tree against HEAD: nothing found.",
    ]
    assert succeed(incidents.path, "check", "--preview-policy", now=NOW).splitlines() == [
        "The policy of the work tree against that of HEAD, over 0 incidents:",
        "Nothing would change.",
    ]
