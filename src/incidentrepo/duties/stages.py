"""When a clock starts: the stage of an incident's life from which a duty is counted."""

from datetime import datetime

from incidentrepo.conditions import declared_at_of
from incidentrepo.duties.case import Case
from incidentrepo.model.status import Status
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import StatusChange

_STATUSES = {
    "mitigated_at": (Status.MITIGATED,),
    "resolved_at": (Status.RESOLVED, Status.CLOSED),
    "closed_at": (Status.CLOSED,),
}
# What is noted before anything hurts, where it was foreseen.
_EARLY = frozenset({"started_at", "detected_at", "declared_at", "acknowledged_at"})


def starts_at(case: Case, stage: str) -> datetime | None:
    """
    Return when what is counted from `stage` begins to run, or None as long as it does not.

    What was foreseen waits for `started_at`; if it is over and never said so, for the day it was
    expected on.
    """
    reached = _reached(case, stage)
    if reached is None:
        return None
    times = case.incident.times
    if stage not in _EARLY or times.expected_on is None:
        return case.as_instant(reached)
    if times.started_at is None and case.is_on_fire:
        return None
    awaited = times.started_at or times.expected_on
    return max(case.as_instant(reached), case.as_instant(awaited))


def first_reached(case: Case, stage: str) -> Time | None:
    """Return when it was reached for the first time: reopening keeps what was paid before."""
    now_reached = _reached(case, stage)
    moves = (
        entry.at
        for entry in case.incident.timeline
        if isinstance(entry, StatusChange) and entry.at and entry.after in _STATUSES.get(stage, ())
    )
    known = [time for time in (now_reached, *moves) if time]
    return min(known, key=lambda time: time.earliest, default=None)


def _reached(case: Case, stage: str) -> Time | None:
    match stage:
        case "resolved_at":
            return case.over_at
        case "declared_at":
            return declared_at_of(case.incident)
        case _:
            time: Time | None = getattr(case.incident.times, stage)
            return time
