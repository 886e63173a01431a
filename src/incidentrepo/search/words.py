"""The words by which incidents are told apart."""

import re

_WORD = re.compile(r"[^\W_]+")
# Too short to tell incidents apart, or said of everything.
_SHORTEST = 4
_COMMON = frozenset(
    {"down", "fails", "from", "have", "into", "late", "slow", "that", "twice", "with", "wrong"}
    | {"after", "before", "could", "does", "every", "everybody", "more", "nobody", "some", "than", "their"}
    | {"they", "this", "were", "when", "which", "while", "would", "again", "over", "only", "other", "cannot"}
)


def telling_words(text: str) -> frozenset[str]:
    """Return the words of `text` that may tell one incident from another, in lower case."""
    words = _WORD.findall(text.lower())
    return frozenset(
        word for word in words if len(word) >= _SHORTEST and not word.isdigit() and word not in _COMMON
    )
