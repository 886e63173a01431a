"""An organisation's own fields are held to its own schema."""

from typing import Any

import pytest

from incidentrepo.documents.custom_fields import validate_custom, validate_custom_schema
from incidentrepo.documents.strict_yaml import load_yaml

SCHEMA: dict[str, Any] = {
    "type": "object",
    "required": ["region"],
    "additionalProperties": False,
    "properties": {"region": {"enum": ["eu", "us"]}, "loss": {"type": "number", "minimum": 0}},
}


def problems(schema: dict[str, Any], text: str) -> list[str]:
    """Each problem with `custom`, as `line:column message`."""
    document = load_yaml(text.encode())
    assert isinstance(document.value, dict)
    found = validate_custom(schema, document.value["custom"], document)
    return [f"{problem.place.line}:{problem.place.column} {problem.message}" for problem in found]


@pytest.mark.parametrize(
    ("custom", "expected"),
    (
        ("{region: eu, loss: 2.5}", []),
        ("{region: asia}", ["1:18 region is 'asia'; it can be eu or us"]),
        ("{loss: 1}", ["1:9 custom has no `region`"]),
        ("{region: eu, los: 1}", ["1:22 unknown field 'los'"]),
        ("{region: eu, loss: -1}", ["1:28 loss is -1; it must be 0 or more"]),
    ),
)
def test_custom(custom: str, expected: list[str]) -> None:
    """
    What is wrong is said at its place in the record, as for our own fields.
    """
    assert problems(SCHEMA, f"custom: {custom}\n") == expected


def test_keyword_we_have_no_words_for() -> None:
    """
    A keyword of JSON Schema that we never use ourselves holds all the same.
    """
    schema = {"type": "object", "properties": {"packs": {"multipleOf": 6}}}

    assert problems(schema, "custom: {packs: 7}\n") == ["1:17 packs is 7; it must satisfy `multipleOf: 6`"]


def test_field_without_a_schema() -> None:
    """
    `true` and `false` are schemas too.
    """
    schema = {"type": "object", "required": ["a"], "properties": {"a": True, "b": False}}

    assert problems(schema, "custom: {a: 1, b: 2}\n") == ["1:9 custom holds 2 where nothing is allowed"]
    assert problems(schema, "custom: {}\n") == ["1:9 custom has no `a`"]


@pytest.mark.parametrize("more", ({}, {"multipleOf": 1}), ids=("plain", "with jsonschema alone"))
def test_text_too_long_for_a_pattern(more: dict[str, Any]) -> None:
    """
    What is longer than any pattern needs is not searched, which could take the square of its length.
    """
    schema = {"type": "object", "properties": {"ref": {"type": "string", "pattern": "^.*x.*$", **more}}}

    assert problems(schema, f"custom: {{ref: {'x' * 2000}}}\n") == []
    assert problems(schema, f"custom: {{ref: {'x' * 2001}}}\n") == [
        "1:15 ref has 2,001 characters; it can have 2,000"
    ]


def test_schema_without_end() -> None:
    """
    A schema that leads to itself is a problem, not a crash.
    """
    schema = {"$ref": "#/$defs/a", "$defs": {"a": {"$ref": "#/$defs/b"}, "b": {"$ref": "#/$defs/a"}}}

    assert problems(schema, "custom: {x: 1}\n") == [
        "1:9 custom cannot be checked: the policy's custom_fields lead back to themselves"
    ]


@pytest.mark.parametrize(
    ("schema", "expected"),
    (
        (SCHEMA, []),
        ({"properties": {"packs": {"multipleOf": 6}}}, []),
        ({"$ref": "#/$defs/a", "$defs": {"a": {}}}, []),
        (
            {"properties": {"x": {"pattern": "("}}},
            ["the pattern '(' cannot be read: missing ), unterminated subpattern at position 0"],
        ),
        (
            {"properties": {"x": {"pattern": "(a+)+$"}}},
            ["the pattern '(a+)+$' repeats what can be read in more than one way, which can take for ever"],
        ),
        (
            {"patternProperties": {"^(x*)*$": {}}},
            ["the pattern '^(x*)*$' repeats what can be read in more than one way, which can take for ever"],
        ),
        (
            {"type": "text"},
            ["type is not as JSON Schema wants it: 'text' is not valid under any of the given schemas"],
        ),
        ({"required": "x"}, ["required is not as JSON Schema wants it: 'x' is not of type 'array'"]),
        (
            {"$ref": "https://example.org/x"},
            ["$ref 'https://example.org/x' leads nowhere; it can only lead to a place inside custom_fields"],
        ),
        (
            {"items": {"$ref": "#/$defs/a"}},
            ["$ref '#/$defs/a' leads nowhere; it can only lead to a place inside custom_fields"],
        ),
    ),
)
def test_custom_schema(schema: dict[str, Any], expected: list[str]) -> None:
    """
    A policy's `custom_fields` that is no JSON Schema, or reaches outside the file, is told why.
    """
    document = load_yaml(b"custom_fields: {}\n")

    assert [problem.message for problem in validate_custom_schema(schema, document)] == expected
