"""An incident's way from status to status, asked for by the rules about its life."""

from collections.abc import Iterator

from incidentrepo.model.incident import Incident
from incidentrepo.model.status import Status
from incidentrepo.model.timeline import StatusChange, in_order

# How far along each status is; `invalid` is no stage of the way.
STAGES = {Status.OPEN: 0, Status.MITIGATED: 1, Status.RESOLVED: 2, Status.CLOSED: 3}


def status_steps(incident: Incident) -> Iterator[tuple[Status, StatusChange]]:
    """Yield each entry that changes the status, in order, with the status that it found."""
    status: Status | None = None
    for entry in in_order(tuple(entry for entry in incident.timeline if isinstance(entry, StatusChange))):
        if isinstance(entry, StatusChange) and entry.after is not None:
            yield status or entry.before or Status.OPEN, entry
            status = entry.after
