"""What a duty, or a condition that asks for one, cannot be, though its schema has nothing against it."""

from collections.abc import Collection, Iterator
from typing import Any

from incidentrepo.documents.decode_fields import Fields, read_parts
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.strict_yaml import Document
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.field_value import is_field
from incidentrepo.model.place import Pointer


def find_duty_faults(fields: Fields, document: Document) -> Iterator[Problem]:
    """Yield what is wrong with the duties of a policy, read from `document`; they count all the same."""
    for index, duty in read_parts(fields, "duties"):
        at: Pointer = ("duties", index)
        yield from _name_of_ours(duty, at, document)
        yield from _waits_for_itself(duty.get("when"), (*at, "when"), document)
        yield from _no_field(duty.get("satisfied_by"), (*at, "satisfied_by", "field"), document)
    own = (duty.get("name") for _, duty in read_parts(fields, "duties"))
    names = {*map(str, DutyKind), *(name for name in own if isinstance(name, str))}
    yield from _unknown_duty(fields.get("code_yellow"), names, document)


def _name_of_ours(duty: Fields, at: Pointer, document: Document) -> Iterator[Problem]:
    # A waiver names a duty: of two that are called alike, it would let off both or neither.
    if duty.get("name") in tuple(DutyKind):
        message = f"'{duty['name']}' is the name of a duty that every policy has"
        yield _problem((*at, "name"), document, message, "give your own another name")


def _waits_for_itself(condition: Any, at: Pointer, document: Document) -> Iterator[Problem]:
    """Yield each `overdue` of the condition, which could wait for the very duty that it belongs to."""
    for place, _ in _find_overdue(condition, at):
        message = "a duty cannot depend on what is overdue: it is one of the things that can be"
        yield _problem(place, document, message, "take it out; `code_yellow` knows `overdue`")


def _unknown_duty(condition: Any, names: Collection[str], document: Document) -> Iterator[Problem]:
    """Yield each `overdue` of the condition that names no duty, and could never hold."""
    for place, name in _find_overdue(condition, ("code_yellow",)):
        if isinstance(name, str) and name not in names:
            known = ", ".join(sorted(names))
            yield _problem(place, document, f"there is no duty called '{name}'", f"one of: {known}")


def _find_overdue(condition: Any, at: Pointer) -> Iterator[tuple[Pointer, Any]]:
    """Yield where the condition asks for what is overdue, however deep, and what it names."""
    if isinstance(condition, list):
        for index, part in enumerate(condition):
            yield from _find_overdue(part, (*at, index))
    if not isinstance(condition, dict):
        return
    if "overdue" in condition:
        yield (*at, "overdue"), condition["overdue"]
    for name in ("all", "any", "not"):
        yield from _find_overdue(condition.get(name), (*at, name))


def _no_field(paid: Any, at: Pointer, document: Document) -> Iterator[Problem]:
    name = paid.get("field") if isinstance(paid, dict) else None
    if isinstance(name, str) and not is_field(name):
        message = f"'{name}' is no field of an incident that can get a value"
        yield _problem(at, document, message, "name one like acknowledged_at or custom.NAME")


def _problem(pointer: Pointer, document: Document, message: str, hint: str) -> Problem:
    place = document.place(pointer)
    return Problem(rule="schema-violation", pointer=pointer, place=place, message=message, hint=hint)
