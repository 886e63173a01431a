"""What is read of a Markdown text once it is shown, and where each character of it was written."""

import re
from array import array
from bisect import bisect_left
from collections.abc import Sequence
from dataclasses import dataclass
from html import unescape

from incidentrepo.markup.engine import to_placed_html

# Of a text without these nothing is shown in another way.
_SIGNS = re.compile(r"[*_~`<\[\\]")
# The engine's own, for it lets no other one through; where one was there is a comment.
_TAG = re.compile(r"<(?P<closing>/?)(?P<name>[a-z][a-z0-9]*)(?P<attributes>[^>]*)>|<!--[^>]*-->")
_ATTRIBUTE = re.compile(r" (?P<name>[a-z-]+)=\"(?P<value>[^\"]*)\"")
_WRITTEN_AT = re.compile(r"(\d{1,9}):(\d{1,9})-(\d{1,9}):(\d{1,9})")
_LINE_END = re.compile(r"\r\n?|\n")
# Words on both sides of such a tag are two, with or without a space; others may stand inside of one.
_PARTING = frozenset(
    {
        *("blockquote", "br", "div", "hr", "input", "li", "ol", "p", "pre", "section", "ul"),
        *("h1", "h2", "h3", "h4", "h5", "h6", "table", "tbody", "td", "th", "thead", "tr"),
    }
)
_EMPTY = frozenset({"br", "hr", "img", "input"})
# How far on a word is looked for: between it and the last one stand signs and addresses.
_REACH = 2000


@dataclass(frozen=True, slots=True, kw_only=True)
class ReadText:
    """
    What is read, and in `places`, for each character, the offset where it was written.

    Spelt in another way there, or added by the engine, it has the place of what stands before it.
    """

    text: str
    places: Sequence[int]


def read_text(text: str) -> ReadText:
    """
    Return what is read of `text`: its words without their markup, and at the end what is shown on pointing.

    HTML in it is not read, as on our pages.
    """
    if not _SIGNS.search(text):
        return ReadText(text=text, places=range(len(text)))
    html = to_placed_html(text)
    reader = _Reader(text)
    position = 0
    for tag in _TAG.finditer(html):
        reader.read(unescape(html[position : tag.start()]))
        reader.pass_tag(tag)
        position = tag.end()
    reader.read(unescape(html[position:]))
    return reader.finish()


class _Reader:
    """Follows the HTML of a text through its source."""

    def __init__(self, source: str) -> None:
        self._source = source
        self._bytes = _byte_offsets(source)
        self._line_starts = [0, *(self._bytes[end.end()] for end in _LINE_END.finditer(source))]
        self._position = 0
        # What is open: its name, and where it ends in the source.
        self._open: list[tuple[str, int]] = []
        self._words: list[str] = []
        self._places = array("q")
        self._asides: list[tuple[str, int]] = []

    def read(self, words: str) -> None:
        """Take over these words, each from its next place in the source."""
        end = min(
            self._open[-1][1] if self._open else len(self._source), self._position + _REACH + len(words)
        )
        start = self._source.find(words, self._position, end)
        if start >= 0:
            self._places.extend(range(start, start + len(words)))
            self._position = start + len(words)
        else:
            for sign in words:
                self._read_sign(sign, end)
        self._words.append(words)

    def pass_tag(self, tag: re.Match[str]) -> None:
        """Go to where what begins here was written, or to behind what ends here."""
        name = tag["name"] or ""
        if name in _PARTING:
            self._add("\n")
        if tag["closing"]:
            if self._open and self._open[-1][0] == name:
                self._position = max(self._position, self._open.pop()[1])
        elif name:
            self._begin(name, _read_attributes(tag["attributes"]))

    def finish(self) -> ReadText:
        """Return all that was read."""
        self._open.clear()
        for words, start in self._asides:
            self._add("\n")
            self._position = start
            self.read(words)
        return ReadText(text="".join(self._words), places=self._places)

    def _begin(self, name: str, attributes: dict[str, str]) -> None:
        span = self._span_of(attributes.get("data-sourcepos", ""))
        if span:
            self._position = span[0]
            self._open.append((name, span[1]))
        if name == "img":
            self.read(attributes.get("alt", ""))
        if title := attributes.get("title"):
            self._asides.append((title, self._position))
        if span and name in _EMPTY:
            self._position = self._open.pop()[1]

    def _span_of(self, written_at: str) -> tuple[int, int] | None:
        found = _WRITTEN_AT.fullmatch(written_at)
        if not found:
            return None
        from_line, from_column, to_line, to_column = map(int, found.groups())
        return self._offset(from_line, from_column - 1), self._offset(to_line, to_column)

    def _offset(self, line: int, column: int) -> int:
        # `column` is in bytes, from 0.
        number = min(max(line, 1), len(self._line_starts)) - 1
        offset = bisect_left(self._bytes, self._line_starts[number] + column)
        return min(offset, len(self._source))

    def _read_sign(self, sign: str, end: int) -> None:
        start = self._source.find(sign, self._position, end)
        if start >= 0:
            self._position = start + 1
        self._places.append(start if start >= 0 else self._here())

    def _add(self, sign: str) -> None:
        self._words.append(sign)
        self._places.append(self._here())

    def _here(self) -> int:
        return min(self._position, len(self._source) - 1)


def _byte_offsets(text: str) -> Sequence[int]:
    """Return where each character begins in UTF-8, and where the last one ends."""
    if text.isascii():
        return range(len(text) + 1)
    data = text.encode(errors="surrogatepass")
    # All bytes of a character but its first are 10xxxxxx: RFC 3629, 3.
    starts = array("q", (place for place, byte in enumerate(data) if byte & 0b11000000 != 0b10000000))
    starts.append(len(data))
    return starts


def _read_attributes(written: str) -> dict[str, str]:
    return {one["name"]: unescape(one["value"]) for one in _ATTRIBUTE.finditer(written)}
