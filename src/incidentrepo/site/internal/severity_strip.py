"""How bad it was, when: severity over time as a strip, for an eye that is in a hurry."""

from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime, timedelta

from incidentrepo.model.incident import Incident
from incidentrepo.model.severity import Severity
from incidentrepo.model.timeline import Declared, SeverityChange, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Stretch:
    """A time at one severity; `left` and `width` are in hundredths of the whole."""

    severity: Severity
    since: datetime
    lasted: timedelta
    left: float
    width: float


def measure_severity(incident: Incident, *, now: datetime) -> tuple[Stretch, ...]:
    """Return the severities held from declaring until it was over; nothing where there was one only."""
    changes = _merge(_changes(incident))
    if len(changes) < 2:
        return ()
    over_at = incident.times.resolved_at or incident.times.closed_at
    first, last = changes[0][0], changes[-1][0]
    # A severity may be put right after the end; that stretch has no length, and still shows.
    end = max(over_at.latest if over_at else now, last)
    whole = max(end - first, timedelta(minutes=1))
    ends = (*(at for at, _ in changes[1:]), end)
    return tuple(
        Stretch(
            severity=severity,
            since=since,
            lasted=until - since,
            left=round(100 * ((since - first) / whole), 2),
            width=round(max(100 * ((until - since) / whole), 1), 2),
        )
        for (since, severity), until in zip(changes, ends, strict=True)
    )


def _changes(incident: Incident) -> Iterator[tuple[datetime, Severity]]:
    for entry in in_order(incident.timeline):
        if entry.at is None:
            continue
        if isinstance(entry, Declared) and entry.severity:
            yield entry.at.latest, entry.severity
        elif isinstance(entry, SeverityChange) and entry.after:
            yield entry.at.latest, entry.after


def _merge(changes: Iterator[tuple[datetime, Severity]]) -> list[tuple[datetime, Severity]]:
    merged: list[tuple[datetime, Severity]] = []
    for at, severity in changes:
        if not merged or merged[-1][1] is not severity:
            merged.append((at, severity))
    return merged
