"""Which earlier incident a new one looks like, told by its id alone: nothing has to be read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

# Too short to tell incidents apart, or said of everything.
_SHORTEST = 4
_COMMON = frozenset(
    {"down", "fails", "from", "have", "into", "late", "slow", "that", "twice", "with", "wrong"}
)
# A word that so many share says nothing of two of them.
_RARE = 5


@dataclass(frozen=True, slots=True, kw_only=True)
class Likeness:
    """An earlier incident, and the words that both have, the rarest first."""

    incident: str
    words: tuple[str, ...]


def find_alike(incident_id: str, others: Iterable[str]) -> Likeness | None:
    """
    Return the earlier incident that shares the most telling words, the latest of several; or None.

    Two shared words tell, and so does one that at most five incidents have.
    """
    wanted = _words_of(incident_id)
    earlier = [(other, _words_of(other)) for other in others if other != incident_id]
    counts = Counter(word for _, words in earlier for word in words & wanted)
    best: tuple[float, str] = (0.0, "")
    for other, words in earlier:
        shared = words & wanted
        if len(shared) > 1 or any(counts[word] <= _RARE for word in shared):
            best = max(best, (sum(1 / counts[word] for word in shared), other))
    if not best[1]:
        return None
    both = sorted(_words_of(best[1]) & wanted, key=lambda word: (counts[word], word))
    return Likeness(incident=best[1], words=tuple(both))


def _words_of(incident_id: str) -> frozenset[str]:
    words = (word for word in incident_id.split("-") if not word.isdigit())
    return frozenset(word for word in words if len(word) >= _SHORTEST and word not in _COMMON)
