"""Passwords, keys and tokens."""

import re
from collections.abc import Iterator

from incidentrepo.leaks.assignments import find_assigned
from incidentrepo.leaks.credentials import CREDENTIALS
from incidentrepo.leaks.leak import Leak, LeakKind, Span, leak_at
from incidentrepo.leaks.look_alikes import in_small_letters

# No credential of a known make is shorter.
_SHORTEST = 16
# A key's lines stand apart from the words that say that it is one.
_PRIVATE_KEY = "PRIVATE KEY"
# What Markdown, HTML and addresses spell a character with.
_DISGUISES = (("\\", r"\\[!-/:-@\[-`{-~]"), ("&", r"&#?\w+;"), ("%", "%[0-9a-fA-F]{2}"))


def find_secrets(text: str, *, as_rendered: bool = False) -> Iterator[Leak]:
    """
    Yield every secret in `text`, once, by place: as it is written, and without its disguises.

    `as_rendered` looks at what Markdown shows of it too.
    """
    found = list(_find(text))
    if as_rendered or _may_be_disguised(text):
        # Imported here: hardly any record needs it.
        from incidentrepo.leaks.view import as_written, both_views

        for view in both_views(text) if as_rendered else (as_written(text),):
            found += [(what, view.source_of(span)) for what, span in _find(view.text)]
    end = 0
    # Of two that overlap the first one stands.
    for what, span in sorted(found, key=lambda one: one[1][0]):
        if span[0] >= end:
            yield leak_at(text, LeakKind.SECRET, what, span)
            end = span[1]


def _may_be_disguised(text: str) -> bool:
    return any(sign in text and re.search(pattern, text) for sign, pattern in _DISGUISES)


def _find(text: str) -> Iterator[tuple[str, Span]]:
    # Marks are looked for in long words alone, of which prose has few: ten times faster than in all of it.
    long_words = " ".join(word for word in text.split() if len(word) >= _SHORTEST)
    if _PRIVATE_KEY in text:
        long_words += _PRIVATE_KEY
    for credential in CREDENTIALS if long_words else ():
        if any(mark in long_words for mark in credential.marks):
            for match in re.finditer(credential.pattern, text):
                yield credential.what, match.span()
    yield from find_assigned(in_small_letters(text))
