"""Which earlier incident a new one looks like, told by its id alone: nothing has to be read."""

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass

from incidentrepo.search.words import telling_words

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
    wanted = telling_words(incident_id)
    earlier = [(other, telling_words(other)) for other in others if other != incident_id]
    counts = Counter(word for _, words in earlier for word in words & wanted)
    best: tuple[float, str] = (0.0, "")
    for other, words in earlier:
        shared = words & wanted
        if len(shared) > 1 or any(counts[word] <= _RARE for word in shared):
            best = max(best, (sum(1 / counts[word] for word in shared), other))
    if not best[1]:
        return None
    both = sorted(telling_words(best[1]) & wanted, key=lambda word: (counts[word], word))
    return Likeness(incident=best[1], words=tuple(both))
