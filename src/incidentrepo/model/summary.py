"""What a timeline says of the fields that sum it up."""

from collections.abc import Mapping
from dataclasses import dataclass

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Status
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import (
    Declared,
    Entry,
    EntryKind,
    PartChange,
    SeverityChange,
    StatusChange,
    in_order,
)

# How far each status is along the way, and the field that says when it was reached.
_STAGES: Mapping[Status, tuple[int, str | None]] = {
    Status.OPEN: (0, None),
    Status.MITIGATED: (1, "mitigated_at"),
    Status.RESOLVED: (2, "resolved_at"),
    Status.CLOSED: (3, "closed_at"),
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Summary:
    """
    The summary fields as the timeline has them; what it says nothing of is left out.

    `times` holds None for a stage that was reached and then left again by reopening.
    """

    status: Status | None = None
    severity: Severity | None = None
    owner: str | None = None
    times: Mapping[str, Time | None]


def summarise(timeline: tuple[Entry, ...]) -> Summary:
    """Return what `timeline` says of status, severity, owner and the times of each stage."""
    status: Status | None = None
    severity: Severity | None = None
    owner: str | None = None
    times: dict[str, Time | None] = {}
    reached: set[str] = set()
    for entry in in_order(timeline):
        match entry:
            case Declared():
                status, severity = status or Status.OPEN, entry.severity or severity
                # Said again, it was declared when that was said first.
                if "declared_at" not in times:
                    _reach("declared_at", entry.at, times)
            case StatusChange(after=Status() as after) if after is not status:
                status = after
                if after in _STAGES:
                    _move(after, entry.at, times, reached)
            case SeverityChange(after=Severity() as worse_or_better):
                severity = worse_or_better
            case PartChange(kind=EntryKind.OWNER, after=handle) if handle:
                owner = handle
    return Summary(status=status, severity=severity, owner=owner, times=times)


def _move(after: Status, at: Time | None, times: dict[str, Time | None], reached: set[str]) -> None:
    """Note that a stage was reached, and that those behind it, if they had been, are no more."""
    rank, own_field = _STAGES[after]
    for place, field in _STAGES.values():
        if field in reached and place > rank:
            times[field] = None
    if own_field:
        reached.add(own_field)
        _reach(own_field, at, times)


def _reach(field: str, at: Time | None, times: dict[str, Time | None]) -> None:
    if at is None:
        # An entry without a time does not say when, and so contradicts nothing.
        times.pop(field, None)
    else:
        times[field] = at
