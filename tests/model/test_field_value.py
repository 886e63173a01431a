"""The fields of a record by their dotted names."""

import pytest

from incidentrepo.model.field_value import is_field, value_of
from incidentrepo.model.incident import Impact, Incident, Times
from incidentrepo.model.time import parse_time

NOON = parse_time("2026-11-02T12:00:00Z")
INCIDENT = Incident(
    id="a",
    title="A",
    roles={"scribe": "ada"},
    impact=Impact(customers=3),
    times=Times(detected_at=NOON),
    custom={"regulator": {"told": True}},
)


@pytest.mark.parametrize(
    ("name", "value"),
    (
        ("title", "A"),
        ("owner", None),
        ("detected_at", NOON),
        ("impact.customers", 3),
        ("review.held_at", None),
        ("source.url", None),
        ("roles.scribe", "ada"),
        ("roles.commander", None),
        ("custom.regulator.told", True),
    ),
)
def test_field(name: str, value: object) -> None:
    """
    A field is found at any depth, and one without a value is a field all the same.
    """
    assert is_field(name)
    assert value_of(INCIDENT, name) == value


@pytest.mark.parametrize(
    "name",
    (
        "colour",
        "acknowleged_at",
        "impact.people",
        "title.length",
        "detected_at.text",
        "times",
        "impact",
        "happened_at",
    ),
)
def test_no_field(name: str) -> None:
    """
    What no record has is none, nor what only has parts: that would have a value from the beginning.
    """
    assert not is_field(name)
