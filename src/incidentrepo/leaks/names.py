"""Full names, in the ways in which people write them."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass

from incidentrepo.leaks.leak import Span
from incidentrepo.leaks.view import View
from incidentrepo.leaks.words import Words, read_words, split_words

# Between first and last name at most two others, or a nickname: Ada "Countess" King Lovelace.
_MOST_BETWEEN = 2
_NEXT_TO = re.compile(r"[\s._\->*~`\"']{1,8}")
_ABBREVIATED = re.compile(r"\.[\s>*_]{0,4}")
_APART = re.compile(r"[\s._\-\"'()>*]{1,8}")
_TURNED_ROUND = re.compile(r",?[\s>*_]{1,4}")
# `van`, `de`, `el`: small words inside a name.
_LONGEST_PARTICLE = 3


@dataclass(frozen=True, slots=True, kw_only=True)
class FullName:
    """A name's first and last part, each in folded words."""

    first: tuple[str, ...]
    last: tuple[str, ...]


def read_name(text: str) -> FullName | None:
    """Return the name, or None where it has one part only: that may be an ordinary word."""
    parts = [words for part in text.split() if (words := split_words(part))]
    return FullName(first=parts[0], last=parts[-1]) if len(parts) > 1 else None


def find_names(view: View, names: Mapping[str, tuple[FullName, ...]]) -> Iterator[Span]:
    """Yield where in `view` one of `names` is, which are by the last name's first word."""
    if names.keys().isdisjoint(view.words):
        return
    words = read_words(view)
    for number, word in enumerate(words.texts):
        for name in names.get(word, ()):
            if words.holds(name.last, number) and (found := _whole_name(words, name, number)):
                yield words.span_of(*found)


def _whole_name(words: Words, name: FullName, start: int) -> Span | None:
    """Return the numbers of the words that make up `name`, whose last part begins at `start`."""
    end = start + len(name.last)
    first = _find_before(words, name, start)
    if first is not None:
        return first, end
    if _is_abbreviated(words, name, start) and _are_names(words, start - 1, end):
        return start - 1, end
    turned = end + len(name.first)
    if words.holds(name.first, end) and _TURNED_ROUND.fullmatch(words.gap_after(end - 1)):
        return (start, turned) if _are_names(words, start, turned) else None
    return None


def _find_before(words: Words, name: FullName, start: int) -> int | None:
    """Return the number of the word where the first name begins, next to the last one or not far off."""
    for between in range(_MOST_BETWEEN + 1):
        first = start - between - len(name.first)
        if words.holds(name.first, first):
            gaps = [words.gap_after(number) for number in range(start - between - 1, start)]
            if between == 0 and _NEXT_TO.fullmatch(gaps[0]):
                return first
            if all(map(_APART.fullmatch, gaps)) and _are_names(words, first, start + 1):
                return first
    return None


def _is_abbreviated(words: Words, name: FullName, start: int) -> bool:
    """Whether an initial stands before the last name: A. Lovelace."""
    initial = (name.first[0][0],)
    return words.holds(initial, start - 1) and bool(_ABBREVIATED.fullmatch(words.gap_after(start - 1)))


def _are_names(words: Words, first: int, end: int) -> bool:
    """Whether each word begins as names do: with a capital, but for `van` and the like inside."""
    return all(
        words.is_capital(number)
        or (first < number < end - 1 and len(words.texts[number]) <= _LONGEST_PARTICLE)
        for number in range(first, end)
    )
