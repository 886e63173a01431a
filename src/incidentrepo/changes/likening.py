"""An earlier incident that a new one looks like, told from the names of folders alone."""

from collections.abc import Iterable

from incidentrepo.model.ids import slug_of

_ENOUGH = 2
_MEANINGFUL = 4  # letters; "the", "of", "for" and the like are shorter


def find_similar(incident_id: str, others: Iterable[str]) -> tuple[str, tuple[str, ...]] | None:
    """Return the latest of the incidents that share most words with this one, and those words."""
    words = _words(incident_id)
    best: tuple[str, tuple[str, ...]] | None = None
    for other in sorted(others):
        shared = tuple(word for word in words if word in _words(other))
        if other != incident_id and len(shared) >= max(_ENOUGH, len(best[1]) if best else 0):
            best = (other, shared)
    return best


def _words(incident_id: str) -> dict[str, None]:
    """Return the words that say something, in order and each once."""
    return dict.fromkeys(word for word in slug_of(incident_id).split("-") if len(word) >= _MEANINGFUL)
