"""What is left of a document when the values its schema refused are taken out."""

from collections.abc import Iterable
from typing import Any

from incidentrepo.model.place import Pointer


def prune(value: Any, refused: Iterable[Pointer]) -> Any:
    """
    Return `value` without the values at `refused`, so that the rest can still be judged.

    An item taken out of a list leaves None, so that the others keep their positions.
    """
    pointers = set(refused)
    if () in pointers:
        return {}
    return _copy(value, (), pointers) if pointers else value


def _copy(value: Any, at: Pointer, refused: set[Pointer]) -> Any:
    if isinstance(value, dict):
        return {
            key: _copy(item, (*at, key), refused) for key, item in value.items() if (*at, key) not in refused
        }
    if isinstance(value, list):
        return [
            None if (*at, index) in refused else _copy(item, (*at, index), refused)
            for index, item in enumerate(value)
        ]
    return value
