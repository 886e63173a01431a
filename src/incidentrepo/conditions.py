"""What holds for an incident under a policy."""

from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Policy
from incidentrepo.model.status import Kind, Status


def owes(incident: Incident, policy: Policy) -> bool:
    """
    Whether policy may ask anything of this incident.

    Only incidents do, not near misses, exercises or maintenance; only those declared since the
    policy was adopted; never one that turned out to be none, nor one that came from elsewhere.
    """
    if incident.kind is not Kind.INCIDENT or incident.status in {None, Status.INVALID}:
        return False
    declared_at = incident.times.declared_at
    if declared_at is None:
        return False
    return policy.adopted_at is None or declared_at.latest >= policy.adopted_at
