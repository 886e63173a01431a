"""Patterns that could hold up every check: those that repeat what can be read in more than one way."""

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import reduce
from importlib import import_module
from typing import Any

# Python's own reading of a pattern; it has no public name, and a second one of ours could differ from it.
_parse = import_module("re._parser").parse
# Beyond ASCII all characters are as one: rather a pattern too many is refused.
_OTHER = 128
_ANY = frozenset(range(_OTHER + 1))
_DIGITS = frozenset(map(ord, "0123456789"))
_SPACES = frozenset(map(ord, " \t\n\r\f\v"))
_WORDS = frozenset(code for code in range(_OTHER) if chr(code).isalnum()) | {ord("_")}
_CATEGORIES: Mapping[str, frozenset[int]] = {
    "CATEGORY_DIGIT": _DIGITS,
    "CATEGORY_NOT_DIGIT": _ANY - _DIGITS,
    "CATEGORY_SPACE": _SPACES,
    "CATEGORY_NOT_SPACE": _ANY - _SPACES,
    "CATEGORY_WORD": _WORDS,
    "CATEGORY_NOT_WORD": _ANY - _WORDS,
}
_REPEATS = frozenset({"MAX_REPEAT", "MIN_REPEAT", "POSSESSIVE_REPEAT"})
# A count of rounds is written out; what is longer than that is no pattern for a field.
_MOST_PLACES = 2000


class _SlowError(Exception):
    """A part of the pattern can be read in more than one way, round after round."""


@dataclass(frozen=True, slots=True, kw_only=True)
class _Part:
    """
    The places in the pattern at which a part of it can begin and end, and whether it can be empty.

    `is_twice_empty` says that there is more than one way for it, or for something in it, to be empty.
    """

    first: tuple[int, ...] = ()
    last: tuple[int, ...] = ()
    can_be_empty: bool = True
    is_twice_empty: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class _Places:
    """The characters that can stand at each place of the pattern, and the places that can come next."""

    characters: list[frozenset[int]] = field(default_factory=list)
    following: list[list[int]] = field(default_factory=list)


def is_slow(pattern: str) -> bool:
    """
    Whether some text could take for ever to be compared with the pattern, which Python can read.

    Where each next character leads to one place only, there is one way to read a repetition: what is known
    as a one-unambiguous expression, https://doi.org/10.1006/inco.1997.2695.
    """
    try:
        _read_all(_parse(pattern), _Places())
    except _SlowError:
        return True
    return False


def _read_all(nodes: Iterable[Any], places: _Places) -> _Part:
    return reduce(lambda part, node: _join(part, _read(node, places), places), nodes, _Part())


def _read(node: tuple[Any, Any], places: _Places) -> _Part:
    name, operand = str(node[0]), node[1]
    if name in _REPEATS:
        return _read_repeat(operand, places)
    if name == "BRANCH":
        return _read_branch(operand[1], places)
    if name == "SUBPATTERN":
        return _read_all(operand[-1], places)
    if name == "ATOMIC_GROUP":
        return _read_all(operand, places)
    if name in {"ASSERT", "ASSERT_NOT"}:
        _read_all(operand[1], places)
        return _Part()
    return _Part() if name == "AT" else _place(_characters(name, operand), places)


def _read_branch(branches: Sequence[Any], places: _Places) -> _Part:
    parts = [_read_all(branch, places) for branch in branches]
    return _Part(
        first=tuple(place for part in parts for place in part.first),
        last=tuple(place for part in parts for place in part.last),
        can_be_empty=any(part.can_be_empty for part in parts),
        # `(a|a)` comes as an `a` with nothing behind it, or nothing.
        is_twice_empty=sum(part.can_be_empty + 2 * part.is_twice_empty for part in parts) > 1,
    )


def _read_repeat(operand: tuple[int, int, Any], places: _Places) -> _Part:
    least, most, nodes = operand
    start = len(places.characters)
    part = _read_all(nodes, places)
    if most == least:
        for _ in range(1, least):
            part = _join(part, _read_all(nodes, places), places)
    elif most > 1:
        _link(part.last, part.first, places)
    if most > 1:
        _refuse_slow(part, start, places)
    return replace(part, can_be_empty=part.can_be_empty or not least)


def _refuse_slow(part: _Part, start: int, places: _Places) -> None:
    """Raise where one of the rounds can be empty, or a character in it can lead to two places."""
    if part.can_be_empty or part.is_twice_empty:
        raise _SlowError
    for following in places.following[start:]:
        seen: frozenset[int] = frozenset()
        for place in following:
            if seen & places.characters[place]:
                raise _SlowError
            seen |= places.characters[place]


def _join(part: _Part, after: _Part, places: _Places) -> _Part:
    _link(part.last, after.first, places)
    return _Part(
        first=part.first + (after.first if part.can_be_empty else ()),
        last=after.last + (part.last if after.can_be_empty else ()),
        can_be_empty=part.can_be_empty and after.can_be_empty,
        is_twice_empty=part.is_twice_empty or after.is_twice_empty,
    )


def _link(last: Iterable[int], first: Iterable[int], places: _Places) -> None:
    for place in last:
        places.following[place].extend(first)


def _place(characters: frozenset[int], places: _Places) -> _Part:
    here = len(places.characters)
    if here >= _MOST_PLACES:
        raise _SlowError
    places.characters.append(characters)
    places.following.append([])
    return _Part(first=(here,), last=(here,), can_be_empty=False)


def _characters(name: str, operand: Any) -> frozenset[int]:
    match name:
        case "LITERAL":
            return frozenset({min(operand, _OTHER)})
        case "NOT_LITERAL":
            return _ANY - {operand}
        case "RANGE":
            return frozenset(range(min(operand[0], _OTHER), min(operand[1], _OTHER) + 1))
        case "CATEGORY":
            return _CATEGORIES[str(operand)]
        case "IN":
            parts = [(str(part[0]), part[1]) for part in operand]
            found = frozenset[int]().union(*(_characters(*part) for part in parts if part[0] != "NEGATE"))
            # Of all that is beyond ASCII, a class that leaves some of it out has the rest.
            return (_ANY - found) | {_OTHER} if parts[0][0] == "NEGATE" else found
        case _:
            return _ANY
