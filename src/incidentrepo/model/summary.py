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
_STAGES = {
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
    for entry in in_order(timeline):
        match entry:
            case Declared():
                status, severity = status or Status.OPEN, entry.severity or severity
                times["declared_at"] = entry.at
            case StatusChange(after=Status() as after):
                status = after
                times.update(_stage_times(after, entry.at))
            case SeverityChange(after=Severity() as worse_or_better):
                severity = worse_or_better
            case PartChange(kind=EntryKind.OWNER, after=handle) if handle:
                owner = handle
    # A stage that was undone but never reached is nothing the timeline speaks of.
    reached = {field: at for field, at in times.items() if at or _was_reached(field, timeline)}
    return Summary(status=status, severity=severity, owner=owner, times=reached)


def _stage_times(after: Status, at: Time | None) -> dict[str, Time | None]:
    """Return the time fields that reaching a status sets, and those that it takes back."""
    if after not in _STAGES:
        return {}
    rank, own_field = _STAGES[after]
    undone = {field: None for place, field in _STAGES.values() if field and place > rank}
    return {**undone, own_field: at} if own_field else undone


def _was_reached(field: str, timeline: tuple[Entry, ...]) -> bool:
    return any(
        isinstance(entry, StatusChange)
        and entry.after is not None
        and _STAGES.get(entry.after, (0, None))[1] == field
        for entry in timeline
    )
