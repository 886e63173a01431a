"""The closed sets an incident's facts are drawn from."""

from enum import StrEnum


class Kind(StrEnum):
    """What sort of incident a record is; only an `incident` owes by default."""

    INCIDENT = "incident"
    NEAR_MISS = "near_miss"
    EXERCISE = "exercise"
    MAINTENANCE = "maintenance"

    @property
    def is_planned(self) -> bool:
        """Whether people know beforehand from when until when it will be."""
        return self in {Kind.EXERCISE, Kind.MAINTENANCE}


class Status(StrEnum):
    """Where in its life an incident is."""

    OPEN = "open"
    MITIGATED = "mitigated"
    RESOLVED = "resolved"
    CLOSED = "closed"
    INVALID = "invalid"

    @property
    def is_on_fire(self) -> bool:
        """Whether people are still at work on it, so that nothing may stand in their way."""
        return self in {Status.OPEN, Status.MITIGATED}


class Visibility(StrEnum):
    """Who may read an incident; telling the world is an explicit act."""

    INTERNAL = "internal"
    PUBLIC = "public"
    WITHDRAWN = "withdrawn"


class Audience(StrEnum):
    """For whom an edition is made."""

    INTERNAL = "internal"
    PUBLIC = "public"


class UpdateState(StrEnum):
    """What a public update says of the incident's progress."""

    INVESTIGATING = "investigating"
    IDENTIFIED = "identified"
    MONITORING = "monitoring"
    RESOLVED = "resolved"


class FollowUpStatus(StrEnum):
    """How far a follow-up has come."""

    PROPOSED = "proposed"
    OPEN = "open"
    IN_PROGRESS = "in_progress"
    DONE = "done"
    WONT_DO = "wont_do"

    @property
    def has_ended(self) -> bool:
        """Whether nothing more is owed: done, or dropped with a reason."""
        return self in {FollowUpStatus.DONE, FollowUpStatus.WONT_DO}


class Purpose(StrEnum):
    """What a follow-up is for."""

    PREVENT = "prevent"
    MITIGATE = "mitigate"
    DETECT = "detect"
    LEARN = "learn"


class PostmortemStatus(StrEnum):
    """Whether the postmortem is still being written."""

    DRAFT = "draft"
    FINAL = "final"
