"""
Pack values to be kept, and unpack them: as `pickle` does, and frozen values several times as fast.

A dataclass with slots looks its own fields up for every value that is unpacked, which is most of what
reading ten thousand records costs: https://docs.python.org/3/library/dataclasses.html
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache
from typing import Any

_PROTOCOL = 5


def pack(value: object) -> bytes:
    """Return `value` as bytes that `unpack` takes."""
    packed = io.BytesIO()
    _Packer(packed, protocol=_PROTOCOL).dump(value)
    return packed.getvalue()


def unpack(data: bytes) -> Any:
    """Return what was packed; `data` has to come from `pack`, for it can run anything."""
    # Only this tool writes the cache, in a folder that only its user can write.
    return pickle.loads(data)  # noqa: S301


class _Packer(pickle.Pickler):
    def reducer_override(self, value: object) -> Any:
        kind = type(value)
        if not is_dataclass(kind) or not hasattr(kind, "__slots__"):
            return NotImplemented
        return _rebuild, (kind, *(getattr(value, name) for name in _names(kind)))


def _rebuild(kind: type, *values: object) -> object:
    made: object = object.__new__(kind)
    for put, value in zip(_setters(kind), values, strict=True):
        put(made, value)
    return made


@cache
def _names(kind: type) -> tuple[str, ...]:
    return tuple(field.name for field in fields(kind))


@cache
def _setters(kind: type) -> tuple[Callable[[object, object], None], ...]:
    """Return what puts each field's value into its slot, past what makes the value frozen."""
    return tuple(getattr(kind, name).__set__ for name in _names(kind))
