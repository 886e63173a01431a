"""Duties of an organisation's own that could never be owed, paid or waived."""

import pytest

from incidentrepo.config.duty_faults import find_duty_faults
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.strict_yaml import load_yaml

DUTY = {
    "name": "press",
    "when": "{tag: press}",
    "from": "declared_at",
    "within": "2 hours",
    "satisfied_by": "update",
}


def told(**fields: str) -> list[str]:
    """What is said of a duty with these fields, with its column."""
    duty = ", ".join(f"{name}: {value}" for name, value in {**DUTY, **fields}.items())
    text = f"duties: [{{{duty}}}]\n"
    return [f"{text[problem.place.column - 1 :][:6]}: {problem.message}" for problem in faults(text)]


def faults(text: str) -> list[Problem]:
    """What is wrong with a policy of that text."""
    document = load_yaml(text.encode())
    assert isinstance(document.value, dict)
    return list(find_duty_faults(document.value, document))


def test_good_duty() -> None:
    """
    Of one that can be owed, paid and waived nothing is said.
    """
    assert told() == []
    assert told(satisfied_by="{field: custom.press_told_at}") == []


@pytest.mark.parametrize("name", ("update", "stale-incident", "postmortem", "review", "follow-up"))
def test_name_of_ours(name: str) -> None:
    """
    A waiver could not tell it from the one that is called so already.
    """
    assert told(name=name) == [f"{name:.6}: '{name}' is the name of a duty that every policy has"]


@pytest.mark.parametrize(
    "when",
    ("{overdue: true}", "{not: {overdue: review}}", "{any: [{tag: a}, {all: [{overdue: true}]}]}"),
)
def test_overdue(when: str) -> None:
    """
    Nothing overdue is known where duties are found, however deep the condition asks for it.
    """
    (only,) = told(when=when)

    assert only.endswith(": a duty cannot depend on what is overdue: it is one of the things that can be")


def test_unknown_field() -> None:
    """
    A field that no incident has would never pay it.
    """
    assert told(satisfied_by="{field: acknowleged_at}") == [
        "acknow: 'acknowleged_at' is no field of an incident that can get a value"
    ]


@pytest.mark.parametrize("name", ("true", "false", "postmortem", "follow-up", "press"))
def test_code_yellow(name: str) -> None:
    """
    Code yellow may wait for anything, for a duty of ours, and for one of the policy's own.
    """
    text = f"duties: [{{name: press, when: {{tag: a}}}}]\ncode_yellow: {{overdue: {name}}}\n"

    assert faults(text) == []


def test_code_yellow_that_never_holds() -> None:
    """
    A name that no duty has would never be overdue, and nobody would learn of it.
    """
    (problem,) = faults("code_yellow:\n  all:\n    - overdue: postmortems\n")

    assert problem.message == "there is no duty called 'postmortems'"
    assert problem.hint == "one of: follow-up, postmortem, review, stale-incident, update"
    assert problem.place.line == 3
