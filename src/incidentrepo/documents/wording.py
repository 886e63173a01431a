"""What jsonschema found, in the words of the person who wrote the file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from incidentrepo.documents.patterns import compile_pattern
from incidentrepo.documents.phrases import find_nearest, join_words, name_subject, shorten, show_value
from incidentrepo.model.place import Pointer

if TYPE_CHECKING:
    from jsonschema.exceptions import ValidationError  # at run time this would cost every start 0.2 s

_MANY_NAMES = 14

_TYPES = {
    "object": "a mapping of names to values",
    "array": "a list",
    "string": "text",
    "boolean": "true or false",
    "integer": "a whole number",
    "number": "a number",
    "null": "empty",
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Fault:
    """One thing that is wrong, at the value at `pointer`, or at its key."""

    pointer: Pointer
    message: str
    hint: str = ""
    is_about_key: bool = False


def word_error(error: "ValidationError") -> Iterator[Fault]:
    """Yield what is wrong, which may be several things: each unknown field is one."""
    must = error.schema.get("x-must") if isinstance(error.schema, dict) else None
    if error.validator in {"anyOf", "oneOf"}:
        yield from _word_choice(error, must)
    elif "propertyNames" in error.absolute_schema_path:
        yield _word_name(error, must)
    else:
        yield from _WORDINGS.get(str(error.validator), _word_otherwise)(error)


def _word_choice(error: "ValidationError", must: str | None) -> Iterator[Fault]:
    """A branch that alone is of the value's sort speaks for all; else the schema's own words do."""
    branches: dict[object, list[ValidationError]] = {}
    for inner in error.context or ():
        branches.setdefault(inner.schema_path[0], []).append(inner)
    meant = [branch for branch in branches.values() if not any(map(_is_other_sort, branch))]
    if len(meant) == 1:
        for inner in meant[0]:
            yield from word_error(inner)
    else:
        yield from _word_must(error, must or "be one of the forms that the documentation shows")


def _is_other_sort(error: "ValidationError") -> bool:
    is_structure = isinstance(error.instance, dict | list)
    return not error.relative_path and (
        error.validator == "type" or (error.validator in {"enum", "const"} and is_structure)
    )


def _word_must(error: "ValidationError", must: str) -> Iterator[Fault]:
    pointer = tuple(error.absolute_path)
    subject = name_subject(pointer)
    if isinstance(error.instance, dict):
        yield Fault(pointer=pointer, message=f"{subject} must {must}")
    else:
        yield Fault(pointer=pointer, message=f"{subject} is {show_value(error.instance)}; it must {must}")


def _word_name(error: "ValidationError", must: str | None) -> Fault:
    name = str(error.instance)
    pointer = (*error.absolute_path, name)
    message = (
        f"the name '{shorten(name)}' must {must}" if must else f"the name '{shorten(name)}' is not allowed"
    )
    return Fault(pointer=pointer, message=message, is_about_key=True)


def _word_type(error: "ValidationError") -> Iterator[Fault]:
    wanted = error.validator_value
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    pointer = tuple(error.absolute_path)
    words = join_words([_TYPES[name] for name in names], last="or")
    yield Fault(
        pointer=pointer,
        message=f"{name_subject(pointer)} is {show_value(error.instance)}; it must be {words}",
        hint=_hint_for_type(names, error.instance),
    )


def _hint_for_type(names: list[str], value: object) -> str:
    if value is None:
        return "give it a value, or leave the line out"
    if "string" in names and isinstance(value, int | float):
        return "put it in quotes to make it text"
    if names == ["array"] and isinstance(value, str) and value:
        return f"put it in brackets: [{shorten(value)}]"
    return ""


def _word_enum(error: "ValidationError") -> Iterator[Fault]:
    choices = [show_value(choice).strip("'") for choice in error.validator_value]
    pointer = tuple(error.absolute_path)
    can = "can be" if len(choices) > 1 else "can only be"
    said = error.instance
    nearest = find_nearest(said, choices) if isinstance(said, str) else None
    yield Fault(
        pointer=pointer,
        message=f"{name_subject(pointer)} is {show_value(said)}; it {can} {join_words(choices, last='or')}",
        hint=f"did you mean {nearest}?" if nearest else "",
    )


def _word_const(error: "ValidationError") -> Iterator[Fault]:
    yield from _word_must(error, f"be {show_value(error.validator_value)}")


def _word_required(error: "ValidationError") -> Iterator[Fault]:
    """One fault for each missing field: jsonschema yields an error for each, which names it in words only."""
    pointer = tuple(error.absolute_path)
    for name in error.validator_value:
        if name not in error.instance:
            yield Fault(
                pointer=(*pointer, name),
                message=f"{name_subject(pointer)} has no `{name}`",
                hint=_hint_for_missing(name, error.schema),
            )


def _hint_for_missing(name: str, schema: Mapping[str, Any]) -> str:
    what = schema.get("properties", {}).get(name, {}).get("description", "")
    meaning = f"{what[0].lower()}{what[1:]}".rstrip(".") if what else ""
    return f"add `{name}:`, {meaning}" if meaning else f"add `{name}:`"


def _word_unknown(error: "ValidationError") -> Iterator[Fault]:
    known = error.schema.get("properties", {})
    patterns = [compile_pattern(pattern) for pattern in error.schema.get("patternProperties", ())]
    for name in error.instance:
        if name not in known and not any(pattern.search(name) for pattern in patterns):
            yield Fault(
                pointer=(*error.absolute_path, name),
                message=f"unknown field '{shorten(str(name))}'",
                hint=_hint_for_unknown(str(name), known),
                is_about_key=True,
            )


def _hint_for_unknown(name: str, known: Iterable[str]) -> str:
    names = list(known)
    nearest = find_nearest(name, names)
    if nearest:
        return f"did you mean {nearest}?"
    if "custom" in names:
        return "fields of your own go under `custom:`"
    return f"there can be {join_words(names, last='and')}" if 0 < len(names) <= _MANY_NAMES else ""


def _word_format(error: "ValidationError") -> Iterator[Fault]:
    pointer = tuple(error.absolute_path)
    because = str(error.cause)
    said = show_value(error.instance)
    start = "" if because.startswith(str(error.instance)) else f"{name_subject(pointer)} is {said}; "
    yield Fault(pointer=pointer, message=f"{start}{because}")


def _word_pattern(error: "ValidationError") -> Iterator[Fault]:
    yield from _word_must(error, error.schema.get("x-must", f"match {error.validator_value}"))


def _word_shortest(error: "ValidationError") -> Iterator[Fault]:
    least = error.validator_value
    yield from _word_must(error, "hold something" if least == 1 else f"have {least} characters at least")


def _word_longest(error: "ValidationError") -> Iterator[Fault]:
    pointer = tuple(error.absolute_path)
    length, most = len(error.instance), error.validator_value
    message = f"{name_subject(pointer)} has {length:,} characters; it can have {most:,}"
    yield Fault(pointer=pointer, message=message)


def _word_few(error: "ValidationError") -> Iterator[Fault]:
    pointer = tuple(error.absolute_path)
    least, found = error.validator_value, len(error.instance)
    number = "empty" if found == 0 else f"{found} long"
    message = f"{name_subject(pointer)} is {number}; it must hold {least} or more"
    yield Fault(pointer=pointer, message=message)


def _word_many(error: "ValidationError") -> Iterator[Fault]:
    pointer = tuple(error.absolute_path)
    most = error.validator_value
    must = error.schema.get("x-must", f"have {most} items at most")
    yield Fault(pointer=pointer, message=f"{name_subject(pointer)} must {must}")


def _word_twice(error: "ValidationError") -> Iterator[Fault]:
    """Our own `uniqueItems` says, in `cause`, which item is there for the second time."""
    pointer = tuple(error.absolute_path)
    index = int(str(error.cause))
    message = f"{name_subject(pointer)} has {show_value(error.instance[index])} twice"
    yield Fault(pointer=(*pointer, index), message=message, hint="leave one of them out")


def _word_least(error: "ValidationError") -> Iterator[Fault]:
    yield from _word_must(error, f"be {error.validator_value} or more")


def _word_most(error: "ValidationError") -> Iterator[Fault]:
    yield from _word_must(error, f"be {error.validator_value} or less")


def _word_otherwise(error: "ValidationError") -> Iterator[Fault]:
    """Take the keywords that only an organisation's own `custom_fields` can use."""
    yield from _word_must(error, f"satisfy `{error.validator}: {shorten(str(error.validator_value))}`")


_WORDINGS: Mapping[str, Callable[["ValidationError"], Iterator[Fault]]] = {
    "type": _word_type,
    "enum": _word_enum,
    "const": _word_const,
    "required": _word_required,
    "additionalProperties": _word_unknown,
    "format": _word_format,
    "pattern": _word_pattern,
    "minLength": _word_shortest,
    "maxLength": _word_longest,
    "minItems": _word_few,
    "minProperties": _word_few,
    "maxItems": _word_many,
    "maxProperties": _word_many,
    "uniqueItems": _word_twice,
    "minimum": _word_least,
    "maximum": _word_most,
}
