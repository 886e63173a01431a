"""When entries of a timeline were written down, where that was long after they happened."""

from bisect import bisect_left
from collections.abc import Iterable, Mapping
from dataclasses import dataclass, field
from datetime import datetime, timedelta

from incidentrepo.model.change import Change
from incidentrepo.model.time import Time
from incidentrepo.model.told import read_told_at

# Whoever is at work writes things down when there is time for it.
_LATE = timedelta(minutes=15)


@dataclass(frozen=True, slots=True, kw_only=True)
class Recording:
    """When a record was written in, oldest first; `told` says so of entries, by the time they happened."""

    commits: tuple[datetime, ...] = ()
    told: Mapping[str, datetime] = field(default_factory=dict)


def find_recording(changes: Iterable[Change]) -> Recording:
    """Return when a record was written in, and of which entries a commit says it by itself."""
    changes = tuple(changes)
    return Recording(
        commits=tuple(sorted(change.committed_at for change in changes)),
        told={at: change.committed_at for change in changes if (at := read_told_at(change.body))},
    )


def measure_delay(at: Time | None, recording: Recording) -> timedelta | None:
    """Return how much later an entry of that time was written down, at the least, if that is worth a word."""
    if at is None:
        return None
    written_at = recording.told.get(at.text) or _next_commit(at, recording.commits)
    delay = written_at - at.latest if written_at else timedelta()
    return delay if delay >= _LATE else None


def _next_commit(at: Time, commits: tuple[datetime, ...]) -> datetime | None:
    """
    Return the first commit that can hold an entry of that time.

    To read what each commit holds would cost more than the page. What happened before the record began
    was told with its beginning, which is no delay.
    """
    place = bisect_left(commits, at.earliest)
    return commits[place] if 0 < place < len(commits) else None
