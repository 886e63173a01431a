"""The quick way and jsonschema come to the same verdict, whatever the document."""

import copy
import random
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from incidentrepo.documents.accepting import UnsupportedSchemaError, compile_accept
from incidentrepo.documents.judging import make_validator
from incidentrepo.documents.schemas import SCHEMA_NAMES, SchemaName, load_accept, load_schema

TRAPS: tuple[Any, ...] = (
    *(None, True, False, 0, 1, -1, 1.0, 1.5, float("nan"), float("inf"), 10**30),
    *("", " ", "x\n", "٣", "é", "no", "now", "ada", "Ada", "ada\n", "x" * 300, "../x", "https://example.org"),
    *("SEV1", "SEV1\n", "open", "public", "t4kq7xz2a", "f3a6q2m7x", "3 days", "3 days\n"),
    *("2021", "0000", "2026-02-30", "2026-11-02", "2026-11-02\n", "2026-11-02T09:14:00Z"),
    *("Europe/Berlin", "Europe/Atlantis"),
    *([], [1], ["ada", "ada"], ["ada", 1], [{}], [[]], [None]),
    *({}, {"at_least": "SEV2"}, {"x": 1}),
)


def mutate(value: Any, chance: random.Random, names: list[str]) -> Any:
    """Change one thing somewhere in `value`: replace, take away, add, or repeat."""
    if value and chance.random() < 0.9:
        if isinstance(value, dict):
            return mutate_mapping(value, chance, names)
        if isinstance(value, list):
            return mutate_list(value, chance, names)
    return copy.deepcopy(chance.choice(TRAPS))


def mutate_mapping(value: dict[str, Any], chance: random.Random, names: list[str]) -> dict[str, Any]:
    key = chance.choice(list(value))
    match chance.randrange(6):
        case 0:
            return {name: item for name, item in value.items() if name != key}
        case 1:
            return {**value, chance.choice(names): copy.deepcopy(chance.choice(TRAPS))}
    return {**value, key: mutate(value[key], chance, names)}


def mutate_list(value: list[Any], chance: random.Random, names: list[str]) -> list[Any]:
    index = chance.randrange(len(value))
    match chance.randrange(6):
        case 0:
            return [*value, value[index]]
        case 1:
            return value[:index] + value[index + 1 :]
    return [*value[:index], mutate(value[index], chance, names), *value[index + 1 :]]


@pytest.mark.parametrize("name", SCHEMA_NAMES)
def test_same_verdict(name: SchemaName) -> None:
    """
    Of two thousand documents, each some steps away from a good one, both say the same.
    """
    schema, accept = load_schema(name), load_accept(name)
    validator = make_validator(schema)
    chance = random.Random(f"same verdict for {name}")
    names = sorted(
        {key for part in schema["$defs"].values() for key in part.get("properties", {})} | {"x", "ada"}
    )
    verdicts = []
    for _ in range(2000):
        value = chance.choice(schema["examples"])
        for _ in range(chance.randrange(1, 4)):
            value = mutate(value, chance, names)
        verdicts.append(accept(value))

        assert verdicts[-1] == validator.is_valid(value), value

    assert 20 < sum(verdicts) < 1980


KEYWORDS: tuple[dict[str, Any], ...] = (
    *({"type": sort} for sort in ("object", "array", "string", "boolean", "null", "integer", "number")),
    *({"const": value} for value in (None, True, False, 0, 1, 1.0, "", "ada")),
    *({"enum": values} for values in ([None, "ada"], [True, 0], [1, False], ["SEV1", 1.5])),
    *({"pattern": pattern} for pattern in ("^x$", r"^\d", "^[a-z]*$", r"\w$")),
    *({"format": name} for name in ("time-text", "day", "timezone", "date")),
    *({"minLength": 1}, {"maxLength": 2}, {"minimum": 0}, {"maximum": 1}),
    *({"minItems": 1}, {"maxItems": 1}, {"uniqueItems": True, "items": {"type": "string"}}),
    *({"minProperties": 1}, {"maxProperties": 0}, {"required": ["x"]}),
    *(
        {"additionalProperties": False},
        {"propertyNames": {"const": "x"}},
        {"properties": {"x": {"const": 1}}},
    ),
)


@pytest.mark.parametrize("schema", KEYWORDS, ids=str)
def test_same_verdict_for_each_keyword(schema: dict[str, Any]) -> None:
    """
    Every keyword alone is read the same way, trap by trap.
    """
    validator, accept = make_validator(schema), compile_accept(schema)

    assert [value for value in TRAPS if accept(value) != validator.is_valid(value)] == []


@pytest.mark.parametrize(
    ("schema", "value"),
    (
        ({"type": "number"}, float("nan")),
        ({"type": "number"}, float("inf")),
        ({"type": "number"}, True),
        ({"type": "integer"}, 1.0),
        ({"type": "integer"}, False),
        ({"const": 1}, True),
        ({"enum": [0]}, False),
        ({"pattern": "^x$"}, "x\n"),
    ),
)
def test_traps_are_refused(schema: dict[str, Any], value: Any) -> None:
    """
    What JSON Schema's readers in Python let slip is refused both ways.
    """
    assert not compile_accept(schema)(value)
    assert not make_validator(schema).is_valid(value)


ANYTHING = st.recursive(
    st.sampled_from(TRAPS) | st.text(max_size=5) | st.integers() | st.floats(),
    lambda inner: (
        st.lists(inner, max_size=3)
        | st.dictionaries(st.sampled_from(("at", "entry", "severity", "x")), inner)
    ),
    max_leaves=8,
)
PART = st.recursive(
    st.fixed_dictionaries(
        {},
        optional={
            "type": st.sampled_from(("object", "array", "string", "integer", "number", "boolean", "null")),
            "enum": st.lists(st.sampled_from((None, True, 0, 1, 1.0, "x", "")), min_size=1),
            "const": st.sampled_from((None, False, 1, "x")),
            "pattern": st.sampled_from(("^x$", r"\d", "^$", "[$]")),
            "minLength": st.integers(0, 3),
            "maxLength": st.integers(0, 3),
            "minimum": st.integers(-1, 1),
            "maximum": st.integers(-1, 1),
            "minItems": st.integers(0, 2),
            "maxItems": st.integers(0, 2),
            "required": st.lists(st.sampled_from(("at", "x")), unique=True),
            "minProperties": st.integers(0, 2),
            "maxProperties": st.integers(0, 2),
        },
    ),
    lambda inner: st.fixed_dictionaries(
        {},
        optional={
            "items": inner,
            "properties": st.dictionaries(st.sampled_from(("at", "x")), inner),
            "additionalProperties": inner | st.booleans(),
            "propertyNames": inner,
            "anyOf": st.lists(inner, min_size=1, max_size=3),
            "oneOf": st.lists(inner, min_size=1, max_size=3),
        },
    ),
    max_leaves=5,
)


@settings(max_examples=400, deadline=None, derandomize=True)
@given(schema=PART, value=ANYTHING)
def test_same_verdict_for_any_schema(schema: dict[str, Any], value: Any) -> None:
    """
    Keyword by keyword, in any combination, both say the same.
    """
    assert compile_accept(schema)(value) == make_validator(schema).is_valid(value)


@pytest.mark.parametrize(
    "schema",
    (
        {"multipleOf": 2},
        {"$ref": "https://example.org/schema.json"},
        {"items": True},
        {"allOf": [{"type": "string"}]},
        {"type": "text"},
        {"enum": [[1]]},
    ),
)
def test_unsupported(schema: dict[str, Any]) -> None:
    """
    What only jsonschema knows is refused, never ignored.
    """
    with pytest.raises(UnsupportedSchemaError):
        compile_accept(schema)
