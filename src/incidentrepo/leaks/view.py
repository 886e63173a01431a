"""A text as its reader gets it, each character of which knows where it was written."""

import html
import re
from bisect import bisect_right
from collections.abc import Callable
from dataclasses import dataclass
from functools import lru_cache
from urllib.parse import unquote_to_bytes

from incidentrepo.leaks.look_alikes import plain_spelling

Span = tuple[int, int]
"""Where something starts and ends, in characters."""

# A Markdown escape, an HTML entity, or percent-encoded bytes; then a character outside ASCII too.
_ENCODED = re.compile(
    r"\\[!-/:-@\[-`{-~]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});|(?:%[0-9a-fA-F]{2})+"
)
_DISGUISED = re.compile(rf"{_ENCODED.pattern}|[^\x00-\x7f]")
# What Markdown shows nothing of: emphasis, tags and comments, a link's frame and its address.
_MARKUP = re.compile(
    r"\*+|~~|`+|<!--.*?-->|</?[A-Za-z][^<>]*>|!?\[|\]\([^()\s]*(?:\s+\"[^\"\n]*\")?\)|\]\[[^\]\n]*\]|\]"
    r"|(?<!\w)_+|_+(?!\w)",
    re.DOTALL,
)


@dataclass(frozen=True, slots=True, kw_only=True)
class Piece:
    """A stretch of a view: where it starts here and in what it was made of, and if it is the same there."""

    start: int
    source: int
    is_same: bool


@dataclass(frozen=True, slots=True, kw_only=True)
class View:
    """`text` is what is seen; `pieces` lead back to the text, or the view, that it was made of."""

    text: str
    folded: str
    pieces: tuple[Piece, ...]
    below: "View | None" = None

    def source_of(self, span: Span) -> Span:
        """Return where what is seen at `span`, which is not empty, was written."""
        start, _ = self._origin(span[0])
        _, end = self._origin(span[1] - 1)
        return self.below.source_of((start, end)) if self.below else (start, end)

    def _origin(self, position: int) -> Span:
        """Return the span that the character at `position` was made of."""
        number = bisect_right(self.pieces, position, key=lambda piece: piece.start) - 1
        piece = self.pieces[number]
        if piece.is_same:
            start = piece.source + position - piece.start
            return start, start + 1
        return piece.source, self.pieces[number + 1].source


def is_disguised(text: str) -> bool:
    """Whether Markdown, HTML or an address spell a character of `text` in another way."""
    if "\\" not in text and "&" not in text and "%" not in text:
        return False
    return _ENCODED.search(text) is not None


# One text is looked at for one thing after the other.
@lru_cache(maxsize=4)
def as_written(text: str) -> View:
    """Return `text` without its disguises: escapes, entities, percent-encoding, look-alikes."""
    return _view(text, _DISGUISED, _undisguise)


@lru_cache(maxsize=4)
def as_shown(text: str) -> View:
    """Return what is left of it when Markdown has been rendered, near enough: `Ac**me**` is one word."""
    written = as_written(text)
    return _view(written.text, _MARKUP, lambda _: "", below=written)


def _view(
    text: str, pattern: re.Pattern[str], replace: Callable[[str], str], *, below: View | None = None
) -> View:
    seen, pieces = [], []
    length = position = 0
    for match in pattern.finditer(text):
        pieces.append(Piece(start=length, source=position, is_same=True))
        replaced = replace(match[0])
        seen += [text[position : match.start()], replaced]
        length += match.start() - position
        pieces.append(Piece(start=length, source=match.start(), is_same=False))
        length += len(replaced)
        position = match.end()
    pieces.append(Piece(start=length, source=position, is_same=True))
    whole = "".join((*seen, text[position:]))
    return View(text=whole, folded=in_small_letters(whole), pieces=tuple(pieces), below=below)


def in_small_letters(text: str) -> str:
    """Return the text in small letters, character by character: places must not move."""
    lowered = text.lower()
    return lowered if len(lowered) == len(text) else "".join(one.lower()[:1] for one in text)


def _undisguise(written: str) -> str:
    if written[0] == "\\":
        return written[1]
    if written[0] == "%":
        try:
            return plain_spelling(unquote_to_bytes(written).decode())
        except UnicodeDecodeError:
            return written
    return plain_spelling(html.unescape(written) if written[0] == "&" else written)
