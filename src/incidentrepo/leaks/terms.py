"""The ways in which a name of several words may be written."""

import re
from collections.abc import Iterator
from dataclasses import dataclass

from incidentrepo.leaks.words import Words, split_gaps, split_words

# A line's end, a quotation's mark, emphasis, a hyphen: what may stand between the words of one name.
_SOFT = re.compile(r"[\s\-_/>*~`\"'.]+")
_SENTENCE_ENDS = re.compile(r"\.\s")
_LONGEST_GAP = 8
# From here on two words that are written as one are no coincidence: `hoevemerelstein.example`.
_JOINED_FROM = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Term:
    """A name in folded words; `gaps` are the signs between them that belong to it, as in `C&A`."""

    words: tuple[str, ...]
    gaps: tuple[str, ...] = ()


def read_terms(text: str) -> Iterator[Term]:
    """Yield the ways in which a name may be written: its words apart, and as one."""
    words = split_words(text)
    if words:
        yield Term(words=words, gaps=tuple(_SOFT.sub("", gap) for gap in split_gaps(text)))
    joined = "".join(words)
    if len(words) > 1 and len(joined) >= _JOINED_FROM:
        yield Term(words=(joined,))


def is_at(term: Term, words: Words, first: int) -> bool:
    """Whether `term` stands in a text from its word numbered `first`."""
    return words.holds(term.words, first) and all(
        _is_gap(words.gap_after(number), own) for number, own in enumerate(term.gaps, first)
    )


def _is_gap(between: str, own: str) -> bool:
    if len(between) > _LONGEST_GAP or _SOFT.sub("", between) != own:
        return False
    return bool(own) or not _SENTENCE_ENDS.search(between)
