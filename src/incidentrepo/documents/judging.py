"""jsonschema, made strict where its defaults are not: the slow way, taken only to explain a refusal."""

import json
import math
from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from typing import Any

from incidentrepo.documents.patterns import LONGEST, compile_pattern
from incidentrepo.documents.text_formats import FORMATS
from incidentrepo.model.place import Pointer


@dataclass(frozen=True, slots=True, kw_only=True)
class Refusal:
    """
    One keyword of a schema that a value does not satisfy, as jsonschema found it.

    `steps` is how far inside the value that was judged `value` is: none where it is that value.
    `branches` are the refusals of each branch of an `anyOf` or `oneOf`.
    """

    pointer: Pointer
    steps: int
    keyword: str
    operand: Any
    value: Any
    schema: Mapping[str, Any]
    cause: str
    is_about_name: bool
    branches: tuple[tuple["Refusal", ...], ...] = ()


def find_refusals(schema: Mapping[str, Any], value: object, *, at: Pointer = ()) -> Iterator[Refusal]:
    """Yield what is wrong with `value`, which stands at `at` in its document, in no particular order."""
    for error in make_validator(schema).iter_errors(value):
        yield _as_refusal(error, at)


def _as_refusal(error: Any, at: Pointer) -> Refusal:
    branches: dict[object, list[Refusal]] = {}
    for inner in error.context:
        branches.setdefault(inner.schema_path[0], []).append(_as_refusal(inner, at))
    return Refusal(
        pointer=(*at, *error.absolute_path),
        steps=len(error.relative_path),
        keyword=error.validator or "",
        operand=error.validator_value,
        value=error.instance,
        schema=error.schema if isinstance(error.schema, dict) else {},
        cause=str(error.cause),
        is_about_name="propertyNames" in error.absolute_schema_path,
        branches=tuple(map(tuple, branches.values())),
    )


def make_validator(schema: Mapping[str, Any]) -> Any:
    """Return jsonschema's validator, one that reads nothing from the network and knows our formats."""
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
        where = ".".join(map(str, error.absolute_path)) or "it"
        return f"{where} is not as JSON Schema wants it: {error.message}"
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


def find_names(part: object, keyword: str) -> Iterator[str]:
    """Yield the names in the mappings under this keyword, wherever in a schema they stand."""
    if isinstance(part, dict) and isinstance(part.get(keyword), dict):
        yield from part[keyword]
    for item in part.values() if isinstance(part, dict) else part if isinstance(part, list) else ():
        yield from find_names(item, keyword)


def _as_predicate(check: Callable[[str], None]) -> Callable[[object], bool]:
    def passes(value: object) -> bool:
        if isinstance(value, str):
            check(value)
        return True

    return passes


@cache
def _strict_class() -> Any:
    from jsonschema import Draft202012Validator, validators

    types = Draft202012Validator.TYPE_CHECKER.redefine_many(
        {"integer": lambda _, value: type(value) is int, "number": lambda _, value: _is_number(value)}
    )
    keywords = {"pattern": _check_pattern, "uniqueItems": _check_unique}
    extend: Callable[..., Any] = validators.extend
    return extend(Draft202012Validator, validators=keywords, type_checker=types)


def _is_number(value: object) -> bool:
    # NaN and the infinities are YAML but not JSON, and pass any `minimum`.
    return type(value) is int or (type(value) is float and math.isfinite(value))


def _check_pattern(_: object, pattern: str, value: object, schema: Any) -> Iterator[Exception]:
    from jsonschema.exceptions import ValidationError

    if not isinstance(value, str):
        return
    if len(value) > LONGEST:
        if schema.get("maxLength", math.inf) > LONGEST:
            yield ValidationError("is too long to be compared")
    elif compile_pattern(pattern).search(value) is None:
        yield ValidationError(f"does not match {pattern}")


def _check_unique(_: object, is_unique: object, value: object, __: object) -> Iterator[Exception]:
    """Name the second of two equal items; jsonschema's own compares each with each, and names none."""
    from jsonschema.exceptions import ValidationError

    if not is_unique or not isinstance(value, list):
        return
    seen: set[str] = set()
    for index, item in enumerate(value):
        key = json.dumps(item, sort_keys=True)
        if key in seen:
            yield ValidationError("is there twice", cause=IndexError(index))
        seen.add(key)
