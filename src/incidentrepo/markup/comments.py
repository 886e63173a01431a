"""Comments in Markdown, whose writers never meant them to be read."""

import re
from collections.abc import Iterator, Sequence
from itertools import count

from incidentrepo.markup.engine import to_html

# `<!-->` and `<!--->` are whole comments, and say nothing.
_OPENING = re.compile(r"<!--(?!-?>)")
_CLOSING = "-->"
_CODE = re.compile(r"<code[^>]*>(.*?)</code>", re.DOTALL)
# Unicode leaves these to whoever needs a sign that nobody else has.
_PRIVATE_USE = range(0xE000, 0xF900)
_MOST_ROUNDS = 4

_Span = tuple[int, int]


def without_comments(text: str) -> str:
    """Return `text` without its comments; code may show some."""
    for spans in find_comments(text):
        text = _cut(text, spans)
    return text


def find_comments(text: str) -> Iterator[tuple[_Span, ...]]:
    """
    Yield where comments stand: whatever begins like one, and is not shown as code.

    That is more than Markdown takes for comments: one that nothing closes was meant as one too. What stands
    around some may be others once they are gone: each time these places are those in what is then left.
    """
    for _ in range(_MOST_ROUNDS):
        spans = tuple(_find_outside_code(text))
        if not spans:
            return
        yield spans
        text = _cut(text, spans)
    # Nobody means so many inside of one another: it could go on for as long as there is text.
    if opening := _OPENING.search(text):
        yield ((opening.start(), len(text)),)


def _cut(text: str, spans: Sequence[_Span]) -> str:
    starts, ends = [start for start, _ in spans], [end for _, end in spans]
    pieces = zip((0, *ends), (*starts, len(text)), strict=True)
    return "".join(text[start:end] for start, end in pieces)


def _find_outside_code(text: str) -> Iterator[_Span]:
    openings = list(_OPENING.finditer(text))
    in_code = _openings_in_code(text) if openings else frozenset()
    end = 0
    for number, opening in enumerate(openings):
        if number in in_code or opening.start() < end:
            continue
        closing = text.find(_CLOSING, opening.end())
        end = closing + len(_CLOSING) if closing >= 0 else len(text)
        yield opening.start(), end


def _openings_in_code(text: str) -> frozenset[int]:
    """
    Return the numbers, from 0, of the openings that Markdown shows as code.

    What is code only the engine knows for sure. A comment means the same with one more sign in it: so each
    opening is marked, and what is made of the text tells where the marks went.
    """
    mark = next(sign for sign in map(chr, _PRIVATE_USE) if sign not in text)
    numbers = count()
    marked = _OPENING.sub(lambda opening: f"{opening[0]}{mark}{next(numbers)}{mark}", text)
    code = "".join(_CODE.findall(to_html(marked)))
    return frozenset(int(number) for number in re.findall(rf"{mark}(\d+){mark}", code))
