"""An incident in brief: what pages other than its own show of it."""

from dataclasses import dataclass

from incidentrepo.model.duty import Duty
from incidentrepo.model.evidence_file import EvidenceFile
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Related, Review, Times
from incidentrepo.model.remark import Remark
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, PostmortemStatus, Status, Visibility
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import Update


@dataclass(frozen=True, slots=True, kw_only=True)
class PostmortemSummary:
    """How far a postmortem has come, who wrote it, and what it says first."""

    status: PostmortemStatus
    authors: tuple[str, ...] = ()
    finished_at: Time | None = None
    first_sentence: str = ""

    @property
    def is_final(self) -> bool:
        """Whether its authors have finished it."""
        return self.status is PostmortemStatus.FINAL


@dataclass(frozen=True, slots=True, kw_only=True)
class IncidentSummary:
    """
    One incident as lists, boards and charts know it: small, for a site has thousands of them.

    `people` are all who take part, each once; `account_authors` told what they saw. `last_update` is the
    latest word to those who follow while it is on fire. `addresses` are the links of its page that may
    name another incident, and `evidence_files` what is shown with it.
    `version` names what all files of the folder hold; it is empty where that is not known.
    """

    folder: str
    id: str
    title: str
    aliases: tuple[str, ...] = ()
    kind: Kind = Kind.INCIDENT
    status: Status | None = None
    severity: Severity | None = None
    highest_severity: Severity | None = None
    visibility: Visibility = Visibility.INTERNAL
    summary: str = ""
    tags: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    times: Times
    owner: str | None = None
    commander: str | None = None
    meet_at: str | None = None
    people: tuple[str, ...] = ()
    account_authors: tuple[str, ...] = ()
    follow_ups: tuple[FollowUp, ...] = ()
    review: Review
    related: Related
    addresses: tuple[str, ...] = ()
    evidence_files: tuple[EvidenceFile, ...] = ()
    postmortem: PostmortemSummary | None = None
    last_update: Update | None = None
    duties: tuple[Duty, ...] = ()
    remarks: tuple[Remark, ...] = ()
    version: str = ""

    @property
    def is_on_fire(self) -> bool:
        """Whether people are still at work on it."""
        return self.status is not None and self.status.is_on_fire

    @property
    def happened_at(self) -> Time | None:
        """The best single date there is."""
        return self.times.happened_at
