"""What stands in a Markdown body: its sections, and what only a writer sees."""

import re
from bisect import bisect_left
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from functools import lru_cache
from itertools import zip_longest

# A fenced block, a comment, or code in a line: whichever begins first holds the others.
# `(?!~)` keeps a run of a million tildes, which no line ends, from being tried at each length.
_SPECIAL = re.compile(
    r"^ {0,3}(?P<fence>`{3,}(?=[^`\n]*$)|~{3,}(?!~))[^\n]*\n(?:.*?^ {0,3}(?P=fence)|.*)"
    r"|(?P<comment><!--.*?(?:-->|\Z))"
    r"|(?<!`)(?P<tick>`{1,8})(?!`)[^\n]+?(?<!`)(?P=tick)(?!`)",
    re.MULTILINE | re.DOTALL,
)
_HEADING = re.compile(r"^ {0,3}(#{1,6})[ \t]([^\n]*)$", re.MULTILINE)
_BREAK = re.compile("\n")
_WRITTEN = re.compile(r"\S")
_CODE = "x"  # which is text, but none of the signs that have a meaning


@dataclass(frozen=True, slots=True, kw_only=True)
class Excerpt:
    """A piece of a body, and the line that it begins on, from 1."""

    line: int
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Section:
    """A heading and what stands beneath it, up to the next one; `has_parts`: that is a lesser one."""

    title: str
    depth: int
    line: int
    text: str
    has_parts: bool

    @property
    def is_empty(self) -> bool:
        """Whether nothing stands beneath it that a reader would see."""
        return not self.has_parts and not self.text.strip()


# Several rules ask about one body, one after the other.
@lru_cache(maxsize=4)
def plain_text(body: str) -> str:
    """Return the body at its own length: comments are spaces, and code is words that say nothing."""
    if not any(sign in body for sign in ("`", "~~~", "<!--")):
        return body
    return _SPECIAL.sub(_cover, body)


def read_sections(body: str) -> tuple[Section, ...]:
    """Return the sections in their order; what stands before the first heading is in none."""
    plain = plain_text(body)
    headings = tuple(_HEADING.finditer(plain))
    line_of = _line_counter(body)
    return tuple(
        Section(
            title=_title(body[heading.start(2) : heading.end(2)]),
            depth=len(heading[1]),
            line=line_of(heading.start(1)),
            text=plain[heading.end() : following.start() if following else len(plain)],
            has_parts=following is not None and len(following[1]) > len(heading[1]),
        )
        for heading, following in zip_longest(headings, headings[1:])
    )


def read_comments(body: str) -> Iterator[Excerpt]:
    """Yield each comment, without its signs."""
    if "<!--" not in body:
        return
    line_of = _line_counter(body)
    for found in _SPECIAL.finditer(body):
        if found["comment"]:
            text = found["comment"].removeprefix("<!--").removesuffix("-->").strip()
            yield Excerpt(line=line_of(found.start()), text=text)


def find_excerpts(pattern: re.Pattern[str], body: str) -> Iterator[Excerpt]:
    """Yield what `pattern` finds, or its group 1, where it is neither code nor in a comment."""
    line_of = _line_counter(body)
    for found in pattern.finditer(plain_text(body)):
        start, end = found.span(pattern.groups and 1)
        yield Excerpt(line=line_of(start), text=body[start:end])


def _title(text: str) -> str:
    """Return a heading's words, without the signs that may close it; `C#` keeps its own."""
    words = text.strip()
    opened = words.rstrip("#")
    return opened.strip() if opened[-1:] in {"", " ", "\t"} else words


def _cover(found: re.Match[str]) -> str:
    if found["comment"]:
        return _WRITTEN.sub(" ", found[0])
    return _WRITTEN.sub(_CODE, found[0])


def _line_counter(body: str) -> Callable[[int], int]:
    """Return what tells an offset's line, without counting from the top each time."""
    breaks: list[int] = []

    def line_of(offset: int) -> int:
        if not breaks:  # Most bodies hold nothing that anybody asks the line of.
            breaks.extend((*(found.start() for found in _BREAK.finditer(body)), len(body)))
        return bisect_left(breaks, offset) + 1

    return line_of
