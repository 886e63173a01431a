"""jsonschema, made strict where its defaults are not: the slow way, taken only to explain a refusal."""

import json
import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import TYPE_CHECKING, Any

from incidentrepo.documents.patterns import compile_pattern
from incidentrepo.documents.text_formats import FORMATS

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError
    from jsonschema.protocols import Validator


def find_errors(schema: Mapping[str, Any], value: object) -> "Iterator[ValidationError]":
    """Yield what is wrong with `value`, in no particular order."""
    return make_validator(schema).iter_errors(value)


def make_validator(schema: Mapping[str, Any]) -> "Validator":
    """Return a validator that reads nothing from the network and knows our formats."""
    # Importing jsonschema takes longer than most of our commands.
    from jsonschema import FormatChecker
    from referencing import Registry

    checker = FormatChecker(formats=())
    for name, check in FORMATS.items():
        checker.checks(name, raises=ValueError)(_as_predicate(check))
    # An explicit registry is what keeps jsonschema from fetching a remote `$ref`.
    return _strict_class()(schema, registry=Registry(), format_checker=checker)


def find_schema_fault(schema: Mapping[str, Any]) -> str:
    """Return why `schema` is no JSON Schema that we can use, or an empty text."""
    from jsonschema.exceptions import SchemaError
    from referencing import Registry
    from referencing.exceptions import Unresolvable
    from referencing.jsonschema import DRAFT202012

    try:
        _strict_class().check_schema(schema)
    except SchemaError as error:
        return f"{'.'.join(map(str, error.absolute_path)) or 'it'} is not as JSON Schema wants it: {error.message}"
    resolver = Registry().with_resource("", DRAFT202012.create_resource(schema)).resolver()
    for reference in find_texts(schema, "$ref", "$dynamicRef"):
        try:
            resolver.lookup(reference)
        except Unresolvable:
            return f"$ref '{reference}' leads nowhere; it can only lead to a place inside custom_fields"
    return ""


def find_texts(part: object, *keywords: str) -> Iterator[str]:
    """Yield the texts under these keywords, wherever in a schema they stand."""
    if isinstance(part, dict):
        yield from (part[name] for name in keywords if isinstance(part.get(name), str))
    for item in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from find_texts(item, *keywords)


def _as_predicate(check: Any) -> Any:
    def passes(value: object) -> bool:
        if isinstance(value, str):
            check(value)
        return True

    return passes


@cache
def _strict_class() -> Any:
    from jsonschema import Draft202012Validator
    from jsonschema.validators import extend

    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"integer": lambda _, value: type(value) is int, "number": lambda _, value: _is_number(value)}
    )
    keywords = {"pattern": _check_pattern, "uniqueItems": _check_unique}
    return extend(Draft202012Validator, validators=keywords, type_checker=types)


def _is_number(value: object) -> bool:
    # NaN and the infinities are YAML but not JSON, and pass any `minimum`.
    return type(value) is int or (type(value) is float and math.isfinite(value))


def _check_pattern(_: object, pattern: str, value: object, __: object) -> "Iterator[ValidationError]":
    from jsonschema.exceptions import ValidationError

    if isinstance(value, str) and compile_pattern(pattern).search(value) is None:
        yield ValidationError(f"does not match {pattern}")


def _check_unique(_: object, is_unique: object, value: object, __: object) -> "Iterator[ValidationError]":
    """jsonschema's own compares each with each where items cannot be sorted, and names none."""
    from jsonschema.exceptions import ValidationError

    if not is_unique or not isinstance(value, list):
        return
    seen: set[str] = set()
    for index, item in enumerate(value):
        key = json.dumps(item, sort_keys=True)
        if key in seen:
            yield ValidationError("is there twice", cause=IndexError(index))
        seen.add(key)
