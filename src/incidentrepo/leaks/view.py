"""A text as its reader gets it, each character of which knows where it was written."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from functools import lru_cache

from incidentrepo.leaks.leak import Span
from incidentrepo.leaks.look_alikes import in_small_letters, plain_spelling

# A Markdown escape, an HTML entity, or percent-encoded bytes; then a character outside ASCII too.
_ENCODED = re.compile(
    r"\\[!-/:-@\[-`{-~]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});|(?:%[0-9a-fA-F]{2})+"
)
_DISGUISED = re.compile(rf"{_ENCODED.pattern}|[^\x00-\x7f]")
# What Markdown shows nothing of: emphasis, tags and comments, a link's frame and its address. What stands
# side by side is one piece, for a hostile text is nothing else.
_MARKUP = re.compile(
    r"(?:\*+|~~|`+|<!--[^<]{0,2000}?-->|</?[A-Za-z][^<>]*>|!?\[|\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)|\]\[[^\]\n]*\]|\]"
    r"|(?<!\w)_++|(?<!_)_++(?!\w))++"
)


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """
    What is seen, and the same in small letters.

    It is made of pieces: of each, `starts` has where it begins here, `sources` where it was written, and
    `is_same` whether it was written as it is seen. `below` is the view that it was made of, if not the text.
    """

    text: str
    folded: str
    starts: Sequence[int]
    sources: Sequence[int]
    is_same: Sequence[int]
    below: "View | None" = None

    def source_of(self, span: Span) -> Span:
        """Return where what is seen at `span`, which is not empty, was written."""
        start, _ = self._origin(span[0])
        _, end = self._origin(span[1] - 1)
        return self.below.source_of((start, end)) if self.below else (start, end)

    def _origin(self, position: int) -> Span:
        """Return the span that the character at `position` was made of."""
        number = bisect_right(self.starts, position) - 1
        if self.is_same[number]:
            start = self.sources[number] + position - self.starts[number]
            return start, start + 1
        return self.sources[number], self.sources[number + 1]


# One text is looked at for one thing after the other.
@lru_cache(maxsize=4)
def as_written(text: str) -> View:
    """Return `text` without its disguises: escapes, entities, percent-encoding, look-alikes."""
    return _view(text, _DISGUISED, _undisguise)


def both_views(text: str) -> tuple[View, ...]:
    """Return `text` as it is written, and as Markdown shows it where that is something else."""
    written, shown = as_written(text), as_shown(text)
    return (written,) if shown.text == written.text else (written, shown)


@lru_cache(maxsize=4)
def as_shown(text: str) -> View:
    """Return what is left of it when Markdown has been rendered, near enough: `Ac**me**` is one word."""
    written = as_written(text)
    return _view(written.text, _MARKUP, lambda _: "", below=written)


def _view(
    text: str, pattern: re.Pattern[str], replace: Callable[[str], str], *, below: View | None = None
) -> View:
    # Arrays, since a hostile text has a million pieces.
    starts, sources, is_same = array("q"), array("q"), bytearray()
    seen: list[str] = []
    length = position = 0
    for match in pattern.finditer(text):
        start, end = match.span()
        replaced = replace(match[0])
        starts.extend((length, length + start - position))
        sources.extend((position, start))
        is_same += b"\1\0"
        seen += (text[position:start], replaced)
        length += start - position + len(replaced)
        position = end
    starts.append(length)
    sources.append(position)
    is_same.append(1)
    whole = "".join((*seen, text[position:]))
    folded = in_small_letters(whole)
    return View(text=whole, folded=folded, starts=starts, sources=sources, is_same=is_same, below=below)


def _undisguise(written: str) -> str:
    if written[0] == "\\":
        return written[1]
    if written[0] == "%":
        try:
            return plain_spelling(bytes.fromhex(written.replace("%", "")).decode())
        except UnicodeDecodeError:
            return written
    if written[0] != "&":
        return plain_spelling(written)
    # Imported here: it brings a table of all two thousand names, and entities are rare.
    from html import unescape

    return plain_spelling(unescape(written))
