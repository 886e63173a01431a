"""Plain values, already held to their schema, as the values of the model."""

from collections.abc import Mapping
from enum import Enum
from typing import Any, TypeVar

from incidentrepo.model.time import Time, parse_time

Fields = Mapping[str, Any]
"""A mapping out of a document that its schema accepted, or what is left of one after pruning."""

_Choice = TypeVar("_Choice", bound=Enum)


def read_time(fields: Fields, name: str) -> Time | None:
    """Return the time under `name`, or None where there is none."""
    text = fields.get(name)
    return parse_time(text) if text else None


def read_texts(fields: Fields, name: str) -> tuple[str, ...]:
    """Return the texts listed under `name`; one that stands alone is a list of one."""
    found = fields.get(name)
    if found is None:
        return ()
    return (found,) if isinstance(found, str) else tuple(item for item in found if item is not None)


def read_choice(fields: Fields, name: str, choices: type[_Choice]) -> _Choice | None:
    """Return the member of `choices` that the text under `name` stands for, or None."""
    text = fields.get(name)
    return choices(text) if text is not None else None


def read_part(fields: Fields, name: str) -> Fields:
    """Return the mapping under `name`, empty where there is none."""
    return fields.get(name) or {}


def read_parts(fields: Fields, name: str) -> tuple[tuple[int, Fields], ...]:
    """Return the mappings listed under `name`, each with its position in the file."""
    return tuple((index, part) for index, part in enumerate(fields.get(name) or ()) if part)
