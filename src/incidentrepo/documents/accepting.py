"""A quick yes for documents that are fine: jsonschema takes a millisecond for each, this some 30 µs."""

import math
from collections.abc import Callable, Mapping, Sequence
from functools import reduce
from typing import Any

from incidentrepo.documents.patterns import LONGEST, compile_pattern
from incidentrepo.documents.text_formats import FORMATS

Accept = Callable[[Any], bool]
"""Whether a value satisfies a schema; why one does not is for jsonschema to say."""

_Schema = Mapping[str, Any]
_Compile = Callable[[Any], Accept]

_ANNOTATIONS = frozenset(
    {"$schema", "$defs", "$comment", "title", "description", "examples", "default", "x-audience", "x-must"}
)


class UnsupportedSchemaError(Exception):
    """The schema uses a keyword, or a form of one, that only jsonschema knows."""


def compile_accept(schema: _Schema) -> Accept:
    """
    Return a function that judges values as our jsonschema validator does.

    It knows the keywords that our schemas use and raises `UnsupportedSchemaError` for others.
    Raises `re.error` for a pattern that cannot be read.
    """
    definitions: Mapping[str, _Schema] = schema.get("$defs", {})
    compiled: dict[str, Accept] = {}

    def resolve(reference: object) -> Accept:
        name = str(reference).removeprefix("#/$defs/")
        if name not in definitions:
            raise UnsupportedSchemaError(reference)
        if name not in compiled:
            # Definitions may refer to themselves: the name stands for what it will become.
            compiled[name] = lambda value: compiled[name](value)  # noqa: PLW0108  # bound when it is called
            compiled[name] = compile_one(definitions[name])
        return compiled[name]

    def compile_one(part: Any) -> Accept:
        if not isinstance(part, dict):
            raise UnsupportedSchemaError(part)
        left = part.keys() - _ANNOTATIONS
        checks = [resolve(part["$ref"])] if "$ref" in part else []
        checks += [build(part, compile_one) for keywords, build in _BUILDERS if left & keywords]
        if left - _KNOWN:
            raise UnsupportedSchemaError(sorted(left - _KNOWN))
        return _accept_all(checks)

    return compile_one(schema)


def _accept_all(checks: Sequence[Accept]) -> Accept:
    if not checks:
        return lambda _: True
    # Pairs of plain calls take half the time of `all` over a list, and most schemas have two.
    return reduce(lambda first, second: lambda value: first(value) and second(value), checks)


def _build_type(schema: _Schema, _: _Compile) -> Accept:
    names = schema["type"]
    checks = [_find_type(name) for name in ([names] if isinstance(names, str) else names)]
    return checks[0] if len(checks) == 1 else lambda value: any(check(value) for check in checks)


def _find_type(name: str) -> Accept:
    if name not in _TYPES:
        raise UnsupportedSchemaError(name)
    return _TYPES[name]


_TYPES: Mapping[str, Accept] = {
    "object": lambda value: type(value) is dict,
    "array": lambda value: type(value) is list,
    "string": lambda value: type(value) is str,
    "boolean": lambda value: type(value) is bool,
    "null": lambda value: value is None,
    "integer": lambda value: type(value) is int,
    "number": lambda value: type(value) is int or (type(value) is float and math.isfinite(value)),
}


def _build_const(schema: _Schema, _: _Compile) -> Accept:
    return _build_enum({"enum": [schema["const"]]}, _)


def _build_enum(schema: _Schema, _: _Compile) -> Accept:
    choices = schema["enum"]
    if any(isinstance(choice, dict | list) for choice in choices):
        raise UnsupportedSchemaError("enum of mappings or lists")
    # 1 and true are equal to Python, 1 and 1.0 to JSON Schema too.
    kinds = [(choice, isinstance(choice, bool)) for choice in choices]
    return lambda value: (value, isinstance(value, bool)) in kinds


def _build_text(schema: _Schema, _: _Compile) -> Accept:
    shortest, longest = schema.get("minLength", 0), schema.get("maxLength", math.inf)
    if "pattern" in schema:
        longest = min(longest, LONGEST)
    search = compile_pattern(schema.get("pattern", "")).search
    check_format = FORMATS.get(schema.get("format", ""))

    def accept(value: Any) -> bool:
        if type(value) is not str:
            return True
        if not shortest <= len(value) <= longest or search(value) is None:
            return False
        return check_format is None or _passes(check_format, value)

    return accept


def _passes(check: Callable[[str], None], text: str) -> bool:
    try:
        check(text)
    except ValueError:
        return False
    return True


def _build_number(schema: _Schema, _: _Compile) -> Accept:
    least, most = schema.get("minimum", -math.inf), schema.get("maximum", math.inf)
    is_number = _TYPES["number"]
    return lambda value: not is_number(value) or least <= value <= most


def _build_list(schema: _Schema, compile_one: _Compile) -> Accept:
    shortest, longest = schema.get("minItems", 0), schema.get("maxItems", math.inf)
    accept_item = compile_one(schema.get("items", {}))
    is_unique = schema.get("uniqueItems", False)

    def accept(value: Any) -> bool:
        if type(value) is not list:
            return True
        if not shortest <= len(value) <= longest or not all(accept_item(item) for item in value):
            return False
        # Only texts are compared here; lists of anything else are left to jsonschema.
        return not is_unique or (all(type(item) is str for item in value) and len(set(value)) == len(value))

    return accept


def _build_mapping(schema: _Schema, compile_one: _Compile) -> Accept:
    fewest, most = schema.get("minProperties", 0), schema.get("maxProperties", math.inf)
    required = frozenset(schema.get("required", ()))
    known = {name: compile_one(part) for name, part in schema.get("properties", {}).items()}
    accept_name = compile_one(schema.get("propertyNames", {}))
    other = schema.get("additionalProperties", True)
    accept_other: Accept = compile_one(other) if isinstance(other, dict) else lambda _: other is True

    def accept(value: Any) -> bool:
        if type(value) is not dict:
            return True
        if not fewest <= len(value) <= most or not required <= value.keys():
            return False
        for name, item in value.items():  # noqa: SIM110  # a third faster than `all` of a generator
            if not known.get(name, accept_other)(item):
                return False
        return True

    if "propertyNames" in schema:
        return _accept_all([accept, lambda value: type(value) is not dict or all(map(accept_name, value))])
    return accept


def _build_any_of(schema: _Schema, compile_one: _Compile) -> Accept:
    branches = [compile_one(branch) for branch in schema["anyOf"]]
    return lambda value: any(branch(value) for branch in branches)


def _build_one_of(schema: _Schema, compile_one: _Compile) -> Accept:
    branches = [compile_one(branch) for branch in schema["oneOf"]]
    return lambda value: sum(branch(value) for branch in branches) == 1


def _build_choice(schema: _Schema, compile_one: _Compile) -> Accept:
    """Take `allOf` of `if` a field has some text, `then`: one look decides which branch holds."""
    branches: dict[str, Accept] = {}
    fields: set[str] = set()
    for branch in schema["allOf"]:
        match branch:
            case {"if": {"properties": properties, "required": [str(field)]}, "then": then} if (
                len(branch) == 2
            ):
                fields.add(field)
                branches[_only_const(properties, field)] = compile_one(then)
            case _:
                raise UnsupportedSchemaError("allOf")
    if len(fields) != 1:
        raise UnsupportedSchemaError("allOf")
    (decisive,) = fields

    def accept(value: Any) -> bool:
        if type(value) is not dict:
            return False
        word = value.get(decisive)
        return type(word) is not str or word not in branches or branches[word](value)

    return accept


def _only_const(properties: _Schema, field: str) -> str:
    match properties:
        case {**names} if list(names) == [field] and list(names[field]) == ["const"]:
            return str(names[field]["const"])
    raise UnsupportedSchemaError("if")


_BUILDERS: tuple[tuple[frozenset[str], Callable[[_Schema, _Compile], Accept]], ...] = (
    (frozenset({"type"}), _build_type),
    (frozenset({"const"}), _build_const),
    (frozenset({"enum"}), _build_enum),
    (frozenset({"minLength", "maxLength", "pattern", "format"}), _build_text),
    (frozenset({"minimum", "maximum"}), _build_number),
    (frozenset({"items", "minItems", "maxItems", "uniqueItems"}), _build_list),
    (
        frozenset(
            {
                "required",
                "properties",
                "propertyNames",
                "additionalProperties",
                "minProperties",
                "maxProperties",
            }
        ),
        _build_mapping,
    ),
    (frozenset({"anyOf"}), _build_any_of),
    (frozenset({"oneOf"}), _build_one_of),
    (frozenset({"allOf"}), _build_choice),
)
_KNOWN = frozenset({"$ref"}).union(*(keywords for keywords, _ in _BUILDERS))
