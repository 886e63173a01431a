"""What jsonschema found, in the words of the person who wrote the file."""

from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from incidentrepo.documents.judging import Refusal
from incidentrepo.documents.patterns import LONGEST, compile_pattern
from incidentrepo.documents.phrases import find_nearest, join_words, name_subject, shorten, show_value
from incidentrepo.model.place import Pointer

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


def word_refusal(refusal: Refusal) -> Iterator[Fault]:
    """Yield what is wrong, which may be several things: each unknown field is one."""
    if refusal.keyword in {"anyOf", "oneOf"}:
        yield from _word_choice(refusal)
    elif refusal.is_about_name:
        yield _word_name(refusal)
    else:
        yield from _WORDINGS.get(refusal.keyword, _word_otherwise)(refusal)


def _word_choice(refusal: Refusal) -> Iterator[Fault]:
    """A branch that alone is of the value's sort speaks for all; else the schema's own words do."""
    meant = [branch for branch in refusal.branches if not any(map(_is_other_sort, branch))]
    if len(meant) == 1:
        for inner in meant[0]:
            yield from word_refusal(inner)
    else:
        yield from _word_must(refusal, refusal.schema.get("x-must", "have one of the forms that are allowed"))


def _is_other_sort(refusal: Refusal) -> bool:
    is_structure = isinstance(refusal.value, dict | list)
    return refusal.steps == 0 and (
        refusal.keyword == "type" or (refusal.keyword in {"enum", "const"} and is_structure)
    )


def _word_must(refusal: Refusal, must: str) -> Iterator[Fault]:
    subject = name_subject(refusal.pointer)
    if isinstance(refusal.value, dict):
        yield Fault(pointer=refusal.pointer, message=f"{subject} must {must}")
    else:
        yield Fault(
            pointer=refusal.pointer, message=f"{subject} is {show_value(refusal.value)}; it must {must}"
        )


def _word_name(refusal: Refusal) -> Fault:
    name = str(refusal.value)
    must = refusal.schema.get("x-must", f"satisfy `{refusal.keyword}: {refusal.operand}`")
    message = f"the name '{shorten(name)}' must {must}"
    return Fault(pointer=(*refusal.pointer, name), message=message, is_about_key=True)


def _word_type(refusal: Refusal) -> Iterator[Fault]:
    wanted = refusal.operand
    names = [wanted] if isinstance(wanted, str) else list(wanted)
    words = join_words([_TYPES[name] for name in names], last="or")
    yield Fault(
        pointer=refusal.pointer,
        message=f"{name_subject(refusal.pointer)} is {show_value(refusal.value)}; it must be {words}",
        hint=_hint_for_type(names, refusal.value) if refusal.pointer else "",
    )


def _hint_for_type(names: list[str], value: object) -> str:
    if value is None:
        return "give it a value, or leave the line out"
    if "string" in names and isinstance(value, int | float):
        return "put it in quotes to make it text"
    if names == ["array"] and isinstance(value, str) and value:
        return f"put it in brackets: [{shorten(value)}]"
    return ""


def _word_enum(refusal: Refusal) -> Iterator[Fault]:
    said = refusal.value
    choices = [show_value(choice).strip("'") for choice in refusal.operand]
    can = f"{'can be' if len(choices) > 1 else 'can only be'} {join_words(choices, last='or')}"
    nearest = find_nearest(said, choices) if isinstance(said, str) else None
    yield Fault(
        pointer=refusal.pointer,
        message=f"{name_subject(refusal.pointer)} is {show_value(said)}; it {can}",
        hint=f"did you mean {nearest}?" if nearest else "",
    )


def _word_const(refusal: Refusal) -> Iterator[Fault]:
    yield from _word_must(refusal, f"be {show_value(refusal.operand)}")


def _word_required(refusal: Refusal) -> Iterator[Fault]:
    """Tell each missing field: jsonschema refuses once for each, and names it in its message only."""
    for name in refusal.operand:
        if name not in refusal.value:
            yield Fault(
                pointer=(*refusal.pointer, name),
                message=f"{name_subject(refusal.pointer)} has no `{name}`",
                hint=_hint_for_missing(name, refusal.schema),
            )


def _hint_for_missing(name: str, schema: Mapping[str, Any]) -> str:
    about = schema.get("properties", {}).get(name)
    what = about.get("description", "") if isinstance(about, dict) else ""
    meaning = f"{what[0].lower()}{what[1:]}".rstrip(".") if what else ""
    return f"add `{name}:`, {meaning}" if meaning else f"add `{name}:`"


def _word_unknown(refusal: Refusal) -> Iterator[Fault]:
    known = refusal.schema.get("properties", {})
    patterns = [compile_pattern(pattern) for pattern in refusal.schema.get("patternProperties", ())]
    for name in refusal.value:
        if name not in known and not any(pattern.search(name) for pattern in patterns):
            yield Fault(
                pointer=(*refusal.pointer, name),
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


def _word_format(refusal: Refusal) -> Iterator[Fault]:
    because = refusal.cause
    said = show_value(refusal.value)
    start = "" if because.startswith(str(refusal.value)) else f"{name_subject(refusal.pointer)} is {said}; "
    yield Fault(pointer=refusal.pointer, message=f"{start}{because}")


def _word_pattern(refusal: Refusal) -> Iterator[Fault]:
    if len(refusal.value) > LONGEST:
        yield from _word_too_long(refusal, LONGEST)
    else:
        yield from _word_must(refusal, refusal.schema.get("x-must", f"match {refusal.operand}"))


def _word_shortest(refusal: Refusal) -> Iterator[Fault]:
    least = refusal.operand
    yield from _word_must(refusal, "hold something" if least == 1 else f"have {least} characters at least")


def _word_longest(refusal: Refusal) -> Iterator[Fault]:
    yield from _word_too_long(refusal, refusal.operand)


def _word_too_long(refusal: Refusal, most: int) -> Iterator[Fault]:
    length = len(refusal.value)
    message = f"{name_subject(refusal.pointer)} has {length:,} characters; it can have {most:,}"
    yield Fault(pointer=refusal.pointer, message=message)


def _word_few(refusal: Refusal) -> Iterator[Fault]:
    least, found = refusal.operand, len(refusal.value)
    number = "empty" if found == 0 else f"{found} long"
    message = f"{name_subject(refusal.pointer)} is {number}; it must hold {least} or more"
    yield Fault(pointer=refusal.pointer, message=message)


def _word_many(refusal: Refusal) -> Iterator[Fault]:
    most = refusal.operand
    must = refusal.schema.get("x-must", f"have {most} items at most")
    yield Fault(pointer=refusal.pointer, message=f"{name_subject(refusal.pointer)} must {must}")


def _word_twice(refusal: Refusal) -> Iterator[Fault]:
    """Our own `uniqueItems` says, in `cause`, which item is there for the second time."""
    index = int(refusal.cause)
    message = f"{name_subject(refusal.pointer)} has {show_value(refusal.value[index])} twice"
    yield Fault(pointer=(*refusal.pointer, index), message=message, hint="leave one of them out")


def _word_least(refusal: Refusal) -> Iterator[Fault]:
    yield from _word_must(refusal, f"be {refusal.operand} or more")


def _word_most(refusal: Refusal) -> Iterator[Fault]:
    yield from _word_must(refusal, f"be {refusal.operand} or less")


def _word_otherwise(refusal: Refusal) -> Iterator[Fault]:
    """Take the keywords that only an organisation's own `custom_fields` can use."""
    if not refusal.keyword:
        # A field whose schema is `false`: jsonschema does not say which one, only what it held.
        said = show_value(refusal.value)
        message = f"{name_subject(refusal.pointer)} holds {said} where nothing is allowed"
        yield Fault(pointer=refusal.pointer, message=message)
        return
    yield from _word_must(refusal, f"satisfy `{refusal.keyword}: {shorten(str(refusal.operand))}`")


_WORDINGS: Mapping[str, Callable[[Refusal], Iterator[Fault]]] = {
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
