"""Duties of an organisation's own that could never be owed, paid or waived."""

import pytest

from incidentrepo.config.duty_faults import find_duty_faults
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
    document = load_yaml(f"duties: [{{{duty}}}]\n".encode())
    assert isinstance(document.value, dict)
    found = find_duty_faults(document.value, document)
    return [f"{document.text[problem.place.column - 1 :][:6]}: {problem.message}" for problem in found]


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
