"""When entries of a timeline were written down, where that was long after they happened."""

import re
from collections.abc import Iterable, Mapping
from datetime import datetime, timedelta

from incidentrepo.model.change import Change
from incidentrepo.model.time import Time

# What a command says in its commit, where something happened earlier than it was told: `Stamp.told`.
_TOLD = re.compile(r"^Done(?: by \S+)? at (\S+)\.$", re.MULTILINE)
# Whoever is at work writes things down when there is time for it.
_LATE = timedelta(minutes=15)


def find_late_entries(changes: Iterable[Change]) -> Mapping[str, datetime]:
    """Return when it was written down, by the time at which something happened, as its entry has that."""
    return {told[1]: change.committed_at for change in changes if (told := _TOLD.search(change.body))}


def measure_delay(at: Time | None, recorded: Mapping[str, datetime]) -> timedelta | None:
    """Return how much later an entry of that time was written down, if that is worth a word."""
    written_at = recorded.get(at.text) if at else None
    if at is None or written_at is None:
        return None
    delay = written_at - at.latest
    return delay if delay >= _LATE else None
