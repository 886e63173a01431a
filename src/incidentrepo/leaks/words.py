"""A text's words, and what stands between them."""

import re
from dataclasses import dataclass

from incidentrepo.leaks.leak import Span
from incidentrepo.leaks.look_alikes import fold
from incidentrepo.leaks.view import WORD, View

# A page shows a line's end, an indent and the marks of a quotation as one space, however many they are.
_ROOM = re.compile(r"[\s>]{2,}")


@dataclass(frozen=True, slots=True, kw_only=True)
class Words:
    """The words of a view, folded, and where each one is there."""

    view: View
    texts: tuple[str, ...]
    spans: tuple[Span, ...]

    def holds(self, words: tuple[str, ...], first: int) -> bool:
        """Whether these words stand one after the other from the word numbered `first`."""
        return first >= 0 and self.texts[first : first + len(words)] == words

    def gap_after(self, number: int) -> str:
        """Return what is seen between that word, which is not the last one, and the next."""
        return _ROOM.sub(" ", self.view.folded[self.spans[number][1] : self.spans[number + 1][0]])

    def span_of(self, first: int, end: int) -> Span:
        """Return where the words from `first` up to `end` are in the view."""
        return self.spans[first][0], self.spans[end - 1][1]

    def is_capital(self, number: int) -> bool:
        """Whether that word begins with a capital letter."""
        return self.view.text[self.spans[number][0]].isupper()


def read_words(view: View) -> Words:
    """Return the words of `view`."""
    found = list(WORD.finditer(view.folded))
    return Words(
        view=view, texts=tuple(match[0] for match in found), spans=tuple(match.span() for match in found)
    )


def split_words(text: str) -> tuple[str, ...]:
    """Return the words of `text`, folded."""
    return tuple(WORD.findall(fold(text)))


def split_gaps(text: str) -> tuple[str, ...]:
    """Return what stands between the words of `text`, folded."""
    return tuple(WORD.split(fold(text))[1:-1])
