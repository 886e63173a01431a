"""The record: one incident, as its `incident.yaml` tells it."""

from collections.abc import Mapping
from dataclasses import dataclass, field

from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.severity import Severity, highest
from incidentrepo.model.status import Kind, Status, Visibility
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import Declared, Entry, SeverityChange, Update, in_order


@dataclass(frozen=True, slots=True, kw_only=True)
class Times:
    """When each stage was reached; the names are the record's own fields."""

    started_at: Time | None = None
    detected_at: Time | None = None
    declared_at: Time | None = None
    acknowledged_at: Time | None = None
    mitigated_at: Time | None = None
    resolved_at: Time | None = None
    closed_at: Time | None = None
    planned_from: Time | None = None
    planned_until: Time | None = None
    expected_on: Time | None = None

    @property
    def happened_at(self) -> Time | None:
        """The best single date there is: when it started, else was detected or declared."""
        return (
            self.started_at
            or self.detected_at
            or self.declared_at
            or self.planned_from
            or self.mitigated_at
            or self.resolved_at
        )


STAGE_TIMES = ("started_at", "detected_at", "acknowledged_at", "mitigated_at", "resolved_at", "closed_at")
"""The times of `Times` that follow one another, in their order; any may be missing."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Impact:
    """What it did to people and business."""

    summary: str = ""
    customers: int | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Related:
    """Other incidents this one points at, by id; `see_also` may hold addresses too."""

    duplicate_of: str | None = None
    parent: str | None = None
    repeat_of: tuple[str, ...] = ()
    see_also: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Review:
    """The meeting, or the approval, in which others read the postmortem."""

    scheduled_at: Time | None = None
    held_at: Time | None = None
    attendees: tuple[str, ...] = ()
    approved_by: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Evidence:
    """A chart, a log or a link; `path` is relative to the incident's folder."""

    index: int
    path: str | None = None
    url: str | None = None
    caption: str = ""
    captured_at: Time | None = None
    sha256: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Waiver:
    """
    Leave, given by another person, not to follow one rule or duty until a day.

    The change under judgement brings it where `is_new`: it counts from the next one on.
    """

    index: int
    rule: str | None = None
    duty: str | None = None
    reason: str = ""
    by: str | None = None
    approved_by: str | None = None
    until: Time | None = None
    is_new: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Link:
    """A titled address."""

    title: str
    url: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Source:
    """Where an imported record came from, with the original's own words."""

    url: str | None = None
    organisation: str | None = None
    licence: str | None = None
    id: str | None = None
    severity: str | None = None
    status: str | None = None
    imported_at: Time | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Incident:
    """Everything `incident.yaml` says; lists keep the file's order."""

    id: str
    title: str
    kind: Kind = Kind.INCIDENT
    severity: Severity | None = None
    status: Status | None = None
    visibility: Visibility = Visibility.INTERNAL
    summary: str = ""
    detection: str = ""
    trigger: str = ""
    owner: str | None = None
    declared_by: str | None = None
    tags: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    times: Times = Times()
    roles: Mapping[str, str] = field(default_factory=dict)
    responders: tuple[str, ...] = ()
    subscribers: tuple[str, ...] = ()
    meet_at: str | None = None
    impact: Impact = Impact()
    timeline: tuple[Entry, ...] = ()
    contributing_factors: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    review: Review = Review()
    related: Related = Related()
    evidence: tuple[Evidence, ...] = ()
    waivers: tuple[Waiver, ...] = ()
    links: tuple[Link, ...] = ()
    aliases: tuple[str, ...] = ()
    source: Source | None = None
    custom: Mapping[str, object] = field(default_factory=dict)

    @property
    def highest_severity(self) -> Severity | None:
        """The worst severity ever held: duties come from it, so a downgrade changes nothing."""
        return self.highest_held()

    def highest_held(self, *, alone: str | None = None) -> Severity | None:
        """Return the worst severity ever held; a correction by `alone`, in a firm of one, needs no other."""
        held: list[Severity | None] = []
        for entry in in_order(self.timeline):
            if isinstance(entry, Declared):
                held.append(entry.severity)
            elif isinstance(entry, SeverityChange):
                if entry.is_confirmed_correction(alone=alone):
                    _withdraw(entry.before, held)
                else:
                    held.append(entry.before)
                held.append(entry.after)
        return highest(severity for severity in (*held, self.severity) if severity is not None)

    @property
    def public_updates(self) -> tuple[Update, ...]:
        """The updates that the world may read, in file order."""
        return tuple(entry for entry in self.timeline if isinstance(entry, Update) and entry.is_public)

    @property
    def happened_at(self) -> Time | None:
        """The best single date there is: when it started, else was detected or declared."""
        return self.times.happened_at


def _withdraw(wrong: Severity | None, held: list[Severity | None]) -> None:
    """Take back the severity held last, and no other that was held before it."""
    while held and held[-1] is wrong:
        held.pop()
