"""Passwords, keys and tokens."""

import re
from collections.abc import Iterator

from incidentrepo.leaks.assignments import find_assigned
from incidentrepo.leaks.credentials import CREDENTIALS
from incidentrepo.leaks.leak import Found, Leak, LeakKind, leaks_at
from incidentrepo.leaks.look_alikes import in_small_letters

# No credential of a known make is shorter.
_SHORTEST = 16
# A key's lines stand apart from the words that say that it is one.
_PRIVATE_KEY = "PRIVATE KEY"
# What Markdown, HTML and addresses spell a character with.
_DISGUISES = (("\\", r"\\[!-/:-@\[-`{-~]"), ("&", r"&#?\w+;"), ("%", "%[0-9a-fA-F]{2}"))


def find_secrets(text: str) -> Found:
    """Yield every secret in `text` as it stands there, make by make."""
    # Marks are looked for in long words alone, of which prose has few: ten times faster than in all of it.
    long_words = " ".join(word for word in text.split() if len(word) >= _SHORTEST)
    if _PRIVATE_KEY in text:
        long_words += _PRIVATE_KEY
    for credential in CREDENTIALS if long_words else ():
        if any(mark in long_words for mark in credential.marks):
            for match in re.finditer(credential.pattern, text):
                yield credential.what, match.span()
    yield from find_assigned(in_small_letters(text))


def find_secret_leaks(text: str) -> Iterator[Leak]:
    """Yield every secret in `text`, by place: as it is written, and without its disguises."""
    found = list(find_secrets(text))
    if any(sign in text and re.search(pattern, text) for sign, pattern in _DISGUISES):
        # Imported here: hardly any record needs it.
        from incidentrepo.leaks.view import as_written

        view = as_written(text)
        found += [(what, view.source_of(span)) for what, span in find_secrets(view.text)]
    return leaks_at(text, LeakKind.SECRET, found)
