"""What a duty of the organisation's own cannot be, though its schema has nothing against it."""

from collections.abc import Iterator
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
        yield from _overdue(duty.get("when"), (*at, "when"), document)
        yield from _no_field(duty.get("satisfied_by"), (*at, "satisfied_by", "field"), document)


def _name_of_ours(duty: Fields, at: Pointer, document: Document) -> Iterator[Problem]:
    # A waiver names a duty: of two that are called alike, it would let off both or neither.
    if duty.get("name") in tuple(DutyKind):
        message = f"'{duty['name']}' is the name of a duty that every policy has"
        yield _problem((*at, "name"), document, message, "give your own another name")


def _overdue(condition: Any, at: Pointer, document: Document) -> Iterator[Problem]:
    """Yield each `overdue` of the condition, which could wait for the very duty that it belongs to."""
    if isinstance(condition, list):
        for index, part in enumerate(condition):
            yield from _overdue(part, (*at, index), document)
    if not isinstance(condition, dict):
        return
    if "overdue" in condition:
        message = "a duty cannot depend on what is overdue: it is one of the things that can be"
        yield _problem((*at, "overdue"), document, message, "take it out; `code_yellow` knows `overdue`")
    for name in ("all", "any", "not"):
        yield from _overdue(condition.get(name), (*at, name), document)


def _no_field(paid: Any, at: Pointer, document: Document) -> Iterator[Problem]:
    name = paid.get("field") if isinstance(paid, dict) else None
    if isinstance(name, str) and not is_field(name):
        message = f"'{name}' is no field of an incident that can get a value"
        yield _problem(at, document, message, "name one like acknowledged_at or custom.NAME")


def _problem(pointer: Pointer, document: Document, message: str, hint: str) -> Problem:
    place = document.place(pointer)
    return Problem(rule="schema-violation", pointer=pointer, place=place, message=message, hint=hint)
