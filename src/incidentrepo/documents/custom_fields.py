"""`custom_fields`: the owner's own JSON Schema for the `custom` of each record."""

import json
import re
from collections.abc import Mapping
from functools import cache, lru_cache
from typing import Any

from incidentrepo.documents.accepting import Accept, UnsupportedSchemaError, compile_accept
from incidentrepo.documents.judging import find_names, find_schema_fault, find_texts
from incidentrepo.documents.patterns import compile_pattern
from incidentrepo.documents.phrases import shorten
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.schemas import explain
from incidentrepo.documents.slow_patterns import is_slow
from incidentrepo.documents.strict_yaml import Document
from incidentrepo.model.place import Pointer

CUSTOM: Pointer = ("custom",)
CUSTOM_FIELDS: Pointer = ("custom_fields",)

_SCHEMA: Mapping[str, Any] = {"$ref": "#/$defs/schema"}
_COUNT = {"type": "integer", "minimum": 0}
_TEXTS = {"type": "array", "items": {"type": "string"}, "uniqueItems": True}
_TYPE_NAMES = ["object", "array", "string", "boolean", "integer", "number", "null"]
# The part of JSON Schema that most people use, and that `compile_accept` knows.
_PLAIN_SCHEMA: Mapping[str, Any] = {
    **_SCHEMA,
    "$defs": {
        "schema": {
            "type": "object",
            "additionalProperties": False,
            "properties": {
                **{
                    name: {"type": "string"}
                    for name in ("$schema", "$comment", "title", "description", "pattern", "format")
                },
                **dict.fromkeys(("minLength", "maxLength", "minItems", "maxItems"), _COUNT),
                **dict.fromkeys(("minProperties", "maxProperties"), _COUNT),
                **{name: {"type": "number"} for name in ("minimum", "maximum")},
                **{
                    name: {"type": "object", "additionalProperties": _SCHEMA}
                    for name in ("properties", "$defs")
                },
                "type": {"enum": _TYPE_NAMES},
                "enum": {"type": "array", "items": {"type": ["string", "number", "boolean", "null"]}},
                "const": {"type": ["string", "number", "boolean", "null"]},
                "required": _TEXTS,
                "uniqueItems": {"type": "boolean"},
                "items": _SCHEMA,
                "propertyNames": _SCHEMA,
                "additionalProperties": {"anyOf": [{"type": "boolean"}, _SCHEMA]},
                "anyOf": {"type": "array", "items": _SCHEMA, "minItems": 1},
                "oneOf": {"type": "array", "items": _SCHEMA, "minItems": 1},
                "$ref": {"type": "string"},
                "default": {},
                "examples": {"type": "array"},
            },
        }
    },
}


def validate_custom_schema(schema: Mapping[str, Any], document: Document) -> tuple[Problem, ...]:
    """Return why the `custom_fields` of a policy, read from `document`, is no JSON Schema we can use."""
    fault = _find_broken_pattern(schema)
    if not fault and not _is_plain(schema):
        fault = find_schema_fault(schema)
    return (_problem(CUSTOM_FIELDS, document, shorten(fault, 300)),) if fault else ()


def validate_custom(schema: Mapping[str, Any], value: object, document: Document) -> tuple[Problem, ...]:
    """
    Return what is wrong with `value`, the `custom` of a record read from `document`.

    `schema` has passed `validate_custom_schema`.
    """
    accept = _compile(json.dumps(schema))
    try:
        if accept is not None and accept(value):
            return ()
        return explain(schema, value, document, at=CUSTOM)
    except RecursionError:
        # A `$ref` that leads to itself shows only on the values that reach it.
        message = "custom cannot be checked: the policy's custom_fields lead back to themselves"
        return (_problem(CUSTOM, document, message),)


def _problem(pointer: Pointer, document: Document, message: str) -> Problem:
    place = document.place(pointer)
    return Problem(rule="schema-violation", pointer=pointer, place=place, message=message)


def _is_plain(schema: Mapping[str, Any]) -> bool:
    """Whether the schema is fine, told without jsonschema, whose import takes 0.2 s of every command."""
    return _accept_plain_schema()(schema) and _compile(json.dumps(schema)) is not None


def _find_broken_pattern(schema: Mapping[str, Any]) -> str:
    """Return why a pattern cannot be used; one that hangs on some text would hang every check of it."""
    for pattern in (*find_texts(schema, "pattern"), *find_names(schema, "patternProperties")):
        try:
            compile_pattern(pattern)
        except re.error as error:
            return f"the pattern '{pattern}' cannot be read: {error}"
        if is_slow(pattern):
            why = "repeats what can be read in more than one way, which can take for ever"
            return f"the pattern '{pattern}' {why}"
    return ""


@cache
def _accept_plain_schema() -> Accept:
    return compile_accept(_PLAIN_SCHEMA)


@lru_cache(maxsize=8)
def _compile(text: str) -> Accept | None:
    """The schema comes as text, because a mapping cannot be a key of the cache."""
    try:
        return compile_accept(json.loads(text))
    except UnsupportedSchemaError:
        return None
