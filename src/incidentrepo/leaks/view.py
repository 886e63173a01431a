"""A text as its reader gets it, each character of which knows where it was written."""

import re
from array import array
from bisect import bisect_right
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from functools import cached_property, lru_cache

from incidentrepo.leaks.leak import Span
from incidentrepo.leaks.look_alikes import in_small_letters, plain_spelling

WORD = re.compile(r"[^\W_]+")
# A Markdown escape, an HTML entity, or percent-encoded bytes; then a character outside ASCII too.
_ENCODED = re.compile(
    r"\\[!-/:-@\[-`{-~]|&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|[A-Za-z]\w{1,31});|(?:%[0-9a-fA-F]{2})+"
)
# Markdown makes control characters of these, which show nothing, and HTML makes others.
_CONTROL = re.compile(r"&#(?:0*1(?:2[89]|[345]\d)|[xX]0*[89][0-9a-fA-F]);")
_FOREIGN = re.compile(r"[^\x00-\x7f]")
_DISGUISED = re.compile(rf"{_ENCODED.pattern}|{_FOREIGN.pattern}")
# What is left of markup that means nothing where it stands: a reader overlooks it inside of a word.
_STRAY = re.compile(r"(?<=\w)(?:[*~`\[\]]|</?[A-Za-z][^<>]*>)++(?=\w)")


# No slots: its words are asked for more than once, and kept in the instance.
@dataclass(frozen=True, kw_only=True)
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

    @cached_property
    def words(self) -> frozenset[str]:
        """The words in it, in small letters: far quicker than to ask where they are."""
        return frozenset(WORD.findall(self.folded))

    def source_of(self, span: Span) -> Span:
        """Return where what is seen at `span`, which is not empty, was written."""
        start, next_to_start = self._origin(span[0])
        _, end = self._origin(span[1] - 1)
        # Footnotes are shown last, and may be written first.
        end = max(end, next_to_start)
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
def views_of(text: str, *, is_markdown: bool) -> tuple[View, ...]:
    """Return `text` as it is written, without stray markup, and as it is shown; each that is different."""
    told = _without_comments(text) if is_markdown else _as_it_is(text)
    written = _undisguise(told)
    views = [written, _without_strays(written)]
    if is_markdown:
        views.append(_spell_plainly(_show(told)))
    return tuple({view.text: view for view in reversed(views)}.values())[::-1]


def as_written(text: str) -> View:
    """Return `text` without its disguises: escapes, entities, percent-encoding, look-alikes."""
    return _undisguise(_as_it_is(text))


def _as_it_is(text: str) -> View:
    return View(text=text, folded=in_small_letters(text), starts=(0,), sources=(0,), is_same=b"\1")


def _without_comments(text: str) -> View:
    """Return what is published of a Markdown text."""
    view = _as_it_is(text)
    if "<!--" not in text:
        return view
    # Imported here, as below: most texts that are looked at are no Markdown, and its engine takes its time.
    from incidentrepo.markup.comments import find_comments

    for comments in find_comments(text):
        view = _rewrite(view, ((comment, "") for comment in comments))
    return view


def _show(written: View) -> View:
    """Return it as Markdown shows it, where `Ac**me**` is one word."""
    from incidentrepo.markup.reading import read_text

    read = read_text(written.text)
    length = len(read.text)
    return View(
        text=read.text,
        folded=in_small_letters(read.text),
        starts=range(length),
        sources=read.places,
        is_same=b"\1" * length,
        below=written,
    )


def _without_strays(view: View) -> View:
    return _rewrite(view, ((stray.span(), "") for stray in _STRAY.finditer(view.text)))


def _spell_plainly(view: View) -> View:
    return _rewrite(view, ((one.span(), plain_spelling(one[0])) for one in _FOREIGN.finditer(view.text)))


def _undisguise(view: View) -> View:
    found = _DISGUISED.finditer(view.text)
    return _rewrite(view, ((one.span(), _plain(one[0])) for one in found))


def _rewrite(below: View, changes: Iterable[tuple[Span, str]]) -> View:
    """Return the view with other texts at these spans, which are in order."""
    # Arrays, since a hostile text has a million pieces.
    starts, sources, is_same = array("q"), array("q"), bytearray()
    text = below.text
    seen: list[str] = []
    length = position = 0
    for (start, end), replaced in changes:
        starts.extend((length, length + start - position))
        sources.extend((position, start))
        is_same += b"\1\0"
        seen += (text[position:start], replaced)
        length += start - position + len(replaced)
        position = end
    if not seen:
        return below
    starts.append(length)
    sources.append(position)
    is_same.append(1)
    whole = "".join((*seen, text[position:]))
    return View(
        text=whole,
        folded=in_small_letters(whole),
        starts=starts,
        sources=sources,
        is_same=is_same,
        below=below,
    )


def _plain(written: str) -> str:
    if written[0] == "\\":
        return written[1]
    if written[0] == "%":
        try:
            return plain_spelling(bytes.fromhex(written.replace("%", "")).decode())
        except UnicodeDecodeError:
            return written
    if written[0] != "&":
        return plain_spelling(written)
    if _CONTROL.fullmatch(written):
        return ""
    # Imported here: it brings a table of all two thousand names, and entities are rare.
    from html import unescape

    return plain_spelling(unescape(written))
