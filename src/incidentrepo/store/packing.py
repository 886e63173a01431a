"""
Pack values to be kept, and unpack them: as `pickle` does, and frozen values several times as fast.

A dataclass with slots looks its own fields up for every value that is unpacked, which is most of what
reading ten thousand records costs: https://docs.python.org/3/library/dataclasses.html
"""

import io
import pickle
from collections.abc import Callable
from dataclasses import fields, is_dataclass
from functools import cache, partial
from operator import attrgetter
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


class _Reducers(dict[type, Callable[[Any], Any]]):
    """How values are taken apart, by their class; worked out when the first of a class is met."""

    def __missing__(self, kind: type) -> Callable[[Any], Any]:
        if issubclass(kind, type):
            raise KeyError(kind)  # a class, which is written by its name
        names = _names(kind) if is_dataclass(kind) and hasattr(kind, "__slots__") else ()
        # Of one attribute alone this would give the value itself, and of none nothing.
        take = attrgetter(*names) if len(names) > 1 else None
        reducer = partial(_reduce, kind, take) if take else _reduce_plainly
        self[kind] = reducer
        return reducer


class _Packer(pickle.Pickler):
    dispatch_table = _Reducers()


def _reduce(kind: type, take: Callable[[Any], tuple[object, ...]], value: object) -> Any:
    return _rebuild, (kind, *take(value))


def _reduce_plainly(value: Any) -> Any:
    return value.__reduce_ex__(_PROTOCOL)


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
