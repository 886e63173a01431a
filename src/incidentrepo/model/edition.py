"""The records as one audience may see them: all that a publisher can ever read."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from datetime import datetime
from typing import ClassVar
from zoneinfo import ZoneInfo

from incidentrepo.model.change import Change
from incidentrepo.model.duty import Duty
from incidentrepo.model.evidence_file import EvidenceFile
from incidentrepo.model.incident import Incident
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.people import People
from incidentrepo.model.planned import is_to_begin
from incidentrepo.model.policy import Policy
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.remark import Remark
from incidentrepo.model.rotation import Rotation
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Kind, Status, UpdateState
from incidentrepo.model.tags import Tags
from incidentrepo.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicUpdate:
    """What the world was told, and when; Markdown."""

    at: Time | None
    state: UpdateState | None
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicPicture:
    """A picture beside a public page, at `path` from there; `read` gives its bytes, of which that is made."""

    path: str
    read: Callable[[], bytes] = field(repr=False, compare=False)


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicIncident:
    """
    One incident as the world may see it; nothing in it tells how it looks inside.

    One that was withdrawn keeps its address alone. `updates` go from the newest to the oldest. Of all
    pictures in `body` only `pictures` are shown.
    """

    slug: str
    former_slugs: tuple[str, ...] = ()
    is_withdrawn: bool = False
    title: str = ""
    kind: Kind = Kind.INCIDENT
    severity: Severity | None = None
    status: Status | None = None
    started_at: Time | None = None
    mitigated_at: Time | None = None
    resolved_at: Time | None = None
    planned_from: Time | None = None
    planned_until: Time | None = None
    published_at: Time | None = None
    updated_at: Time | None = None
    updates: tuple[PublicUpdate, ...] = ()
    has_passed: bool = False
    body: str = ""
    pictures: tuple[PublicPicture, ...] = ()

    @property
    def is_on_fire(self) -> bool:
        """Whether it still goes on."""
        return self.status is not None and self.status.is_on_fire

    @property
    def is_announced(self) -> bool:
        """
        Whether it is work that has yet to begin: nobody has said that it did.

        Where it `has_passed` too, its time was over when this was made.
        """
        return is_to_begin(self.kind, self.status, self.started_at)

    @property
    def happened_at(self) -> Time | None:
        """The best single date the world was given."""
        first_update = self.updates[-1].at if self.updates else None
        began = self.started_at or self.planned_from or first_update
        return began or self.mitigated_at or self.resolved_at or self.published_at


@dataclass(frozen=True, slots=True, kw_only=True)
class Account:
    """What one person saw, in their own words: Markdown."""

    author: str
    text: str


@dataclass(frozen=True, slots=True, kw_only=True)
class EditionIncident:
    """
    One incident as the organisation sees it, with all that lies in its folder.

    `changes` are the commits that touched it, newest first. `version` names what all files of its folder
    hold; it is empty where that is not known.
    """

    incident: Incident
    folder: str
    postmortem: Postmortem | None = None
    public_page: PublicPage | None = None
    accounts: tuple[Account, ...] = ()
    evidence_files: tuple[EvidenceFile, ...] = ()
    duties: tuple[Duty, ...] = ()
    remarks: tuple[Remark, ...] = ()
    changes: tuple[Change, ...] = ()
    version: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class PublicEdition:
    """
    What the world may see; incidents newest first.

    `now` is the latest instant that the world was told of, not the clock's: the same public words
    make the same edition at any time. `accent` is the organisation's colour, as `#2e7d32`.
    """

    audience: ClassVar[Audience] = Audience.PUBLIC

    organisation: str
    site_name: str
    url: str | None
    zone: ZoneInfo
    now: datetime
    severity_labels: Mapping[Severity, str]
    incidents: tuple[PublicIncident, ...]
    organisation_url: str | None = None
    accent: str | None = None

    def address(self, path: str) -> str:
        """Return the whole address of `path` in the site, or `path` alone where the site's is not known."""
        return address_in(self.url, path)


@dataclass(frozen=True, slots=True, kw_only=True)
class InternalEdition:
    """
    What the organisation sees: everything; incidents newest first.

    `incidents` are summaries, and `read` gives one whole: no more are in memory than are being shown.
    `read_file` gives what a file of evidence holds, by its path from the root. `histories` name, by folder,
    the commits that touched each incident.
    `version` names what policy, people and tags hold; it is empty where that is not known.
    `library` are other organisations' incidents, by folder.
    """

    audience: ClassVar[Audience] = Audience.INTERNAL

    organisation: str
    site_name: str
    url: str | None = None
    zone: ZoneInfo
    now: datetime
    policy: Policy
    people: People
    tags: Tags
    incidents: tuple[IncidentSummary, ...]
    read: Callable[[IncidentSummary], EditionIncident] = field(repr=False, compare=False)
    read_file: Callable[[str], bytes] = field(repr=False, compare=False)
    duties: tuple[Duty, ...] = ()
    rotations: tuple[Rotation, ...] = ()
    library: tuple[EditionIncident, ...] = ()
    histories: Mapping[str, str] = field(default_factory=dict)
    version: str = ""

    def address(self, path: str) -> str:
        """Return the whole address of `path` in the site, or `path` alone where the site's is not known."""
        return address_in(self.url, path)


def address_in(url: str | None, path: str) -> str:
    """Return the whole address of `path` in the site at `url`; of a site without one, `path` alone."""
    return f"{url.rstrip('/')}/{path}" if url else path


Edition = InternalEdition | PublicEdition
