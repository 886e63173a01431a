"""Whether what the world was told last fits how the incident stands."""

from incidentrepo.model.incident import Incident
from incidentrepo.model.status import Status, UpdateState
from incidentrepo.model.time import Time

_OVER = frozenset({Status.RESOLVED, Status.CLOSED})


def contradicts(incident: Incident, state: UpdateState | None, at: Time | None) -> bool:
    """
    Whether an update of that state, given at that time, says other than the record.

    What was told before it was over fits: it was so then. The world's `resolved` is ours: what is only
    mitigated may still come back, for which `monitoring` is the word.
    """
    if state is None or incident.status is None:
        return False
    if state is UpdateState.RESOLVED:
        return incident.status.is_on_fire
    over_at = incident.times.resolved_at or incident.times.closed_at
    return incident.status in _OVER and not (over_at and at and at.earliest <= over_at.latest)
