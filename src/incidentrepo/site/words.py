"""The words that stand for the closed sets, wherever a page shows one."""

from incidentrepo.model.status import FollowUpStatus, Kind, Purpose, Status, UpdateState

KINDS = {
    Kind.INCIDENT: "Incident",
    Kind.NEAR_MISS: "Near miss",
    Kind.EXERCISE: "Exercise",
    Kind.MAINTENANCE: "Maintenance",
}
KINDS_PLURAL = {
    Kind.INCIDENT: "Incidents",
    Kind.NEAR_MISS: "Near misses",
    Kind.EXERCISE: "Exercises",
    Kind.MAINTENANCE: "Maintenance",
}
STATUSES = {
    Status.OPEN: "Open",
    Status.MITIGATED: "Mitigated",
    Status.RESOLVED: "Resolved",
    Status.CLOSED: "Closed",
    Status.INVALID: "Not an incident",
}
STATES = {
    UpdateState.INVESTIGATING: "Investigating",
    UpdateState.IDENTIFIED: "Identified",
    UpdateState.MONITORING: "Monitoring",
    UpdateState.RESOLVED: "Resolved",
}
FOLLOW_UP_STATUSES = {
    FollowUpStatus.PROPOSED: "Proposed",
    FollowUpStatus.OPEN: "To do",
    FollowUpStatus.IN_PROGRESS: "In progress",
    FollowUpStatus.DONE: "Done",
    FollowUpStatus.WONT_DO: "Won't do",
}
PURPOSES = {
    Purpose.PREVENT: "so that it does not happen again",
    Purpose.MITIGATE: "so that it hurts less",
    Purpose.DETECT: "so that we notice sooner",
    Purpose.LEARN: "so that we know more",
}


def describe_status(status: Status | None, kind: Kind = Kind.INCIDENT) -> str:
    """Return how it stands: planned work that has begun is under way, where `Open` would mean a fire."""
    if status is Status.OPEN and kind is Kind.MAINTENANCE:
        return "Under way"
    return STATUSES[status] if status else ""


def describe_role(role: str) -> str:
    """Return a role as people say it: `communications_lead` is Communications lead."""
    words = role.replace("_", " ").replace("-", " ")
    return words[:1].upper() + words[1:]


def describe_count(count: int, one: str, many: str = "") -> str:
    """Return a number with its noun: `1 customer`, `1,200 customers`."""
    return f"{count:,} {one if count == 1 else many or one + 's'}"
