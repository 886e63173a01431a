"""Words that the policy keeps from the world, such as customers' names."""

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass

from incidentrepo.leaks.leak import Found, Span
from incidentrepo.leaks.look_alikes import fold
from incidentrepo.leaks.terms import Term, is_at, read_terms
from incidentrepo.leaks.view import View
from incidentrepo.leaks.words import read_words

# Thai, Lao, Burmese, Khmer, Japanese and Chinese leave no space between words.
_SPACELESS = re.compile(r"[\u0e00-\u0eff\u1000-\u109f\u1780-\u17ff\u3040-\u30ff\u3400-\u9fff\uf900-\ufaff]")


@dataclass(frozen=True, slots=True, kw_only=True)
class DeniedTerms:
    """Terms by their first word, and those that are found anywhere: their scripts have no spaces."""

    by_first_word: Mapping[str, tuple[Term, ...]]
    anywhere: tuple[str, ...]


def read_denied_terms(texts: Iterable[str]) -> DeniedTerms:
    """Return what `find_denied_terms` looks for."""
    by_first_word: dict[str, tuple[Term, ...]] = defaultdict(tuple)
    anywhere = []
    for text in texts:
        if _SPACELESS.search(text):
            anywhere.append(fold(text))
            continue
        for term in read_terms(text):
            by_first_word[term.words[0]] += (term,)
    return DeniedTerms(by_first_word=dict(by_first_word), anywhere=tuple(anywhere))


def find_denied_terms(view: View, denied: DeniedTerms) -> Found:
    """Yield every denied term, whole and in any case."""
    for span in (*_find_words(view, denied), *_find_anywhere(view, denied)):
        yield "a term that the policy denies", span


def _find_words(view: View, denied: DeniedTerms) -> Iterator[Span]:
    if denied.by_first_word.keys().isdisjoint(view.words):
        return
    words = read_words(view)
    for number, word in enumerate(words.texts):
        for term in denied.by_first_word.get(word, ()):
            if is_at(term, words, number):
                yield words.span_of(number, number + len(term.words))


def _find_anywhere(view: View, denied: DeniedTerms) -> Iterator[Span]:
    for term in denied.anywhere:
        start = view.folded.find(term)
        while start >= 0:
            yield start, start + len(term)
            start = view.folded.find(term, start + 1)
