"""What an organisation asks of itself: the values of `incidentrepo.yaml`."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field
from datetime import date, datetime
from enum import IntEnum, StrEnum
from zoneinfo import ZoneInfo

from incidentrepo.model.condition import Condition
from incidentrepo.model.duration import Duration
from incidentrepo.model.host import Host
from incidentrepo.model.severity import Severity


class Level(StrEnum):
    """How much a finding weighs."""

    ERROR = "error"
    WARNING = "warning"
    NOTE = "note"
    OFF = "off"


class Weekday(IntEnum):
    """A day of the week, numbered as `date.weekday` numbers it."""

    MON = 0
    TUE = 1
    WED = 2
    THU = 3
    FRI = 4
    SAT = 5
    SUN = 6


@dataclass(frozen=True, slots=True, kw_only=True)
class Calendar:
    """The organisation's zone and working days: every deadline is counted in them."""

    zone: ZoneInfo
    workdays: frozenset[Weekday]
    holidays: Container[date] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityPolicy:
    """
    What one severity means here, and what it owes.

    A duration that is None means that nothing is owed. `sections` are headings that its postmortem has.
    """

    severity: Severity
    label: str
    hint: str = ""
    page: str | None = None
    postmortem: Duration | None = None
    is_one_sentence_enough: bool = False
    follow_ups: Duration | None = None
    review: Duration | None = None
    updates: Duration | None = None
    sections: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Answer:
    """One answer of the severity guide: it ends in a severity, or leads to the next question."""

    answer: str
    severity: Severity | None = None
    next: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Question:
    """One question of the severity guide."""

    id: str
    question: str
    answers: tuple[Answer, ...]
    hint: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityLimit:
    """Incidents with this tag or service are at most this bad."""

    at_most: Severity
    tag: str | None = None
    service: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class DutyPolicy:
    """
    A clock of the organisation's own, beside postmortem, review and follow-ups.

    `since` is the name of one of the record's times. `satisfied_by` is `postmortem`, `review`,
    `follow_ups`, `update`, `public_update`, `publication` or `closing`; or it is empty, and `field` names
    the field that has to have a value. What was declared before `effective_from` owes it not.
    """

    name: str
    when: Condition
    since: str
    within: Duration
    description: str = ""
    satisfied_by: str = ""
    field: str = ""
    effective_from: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filing:
    """Where people without a clone file an incident: a repository's address, on pages of this host."""

    host: Host
    repository: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Publishing:
    """
    How the sites present themselves, and what the public one keeps to itself.

    `internal_hosts` stand for every name below them too; `contacts` are addresses that the world may have.
    """

    url: str | None = None
    internal_url: str | None = None
    site_name: str | None = None
    accent: str | None = None
    denied_terms: tuple[str, ...] = ()
    internal_hosts: tuple[str, ...] = ()
    contacts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, kw_only=True)
class Policy:
    """All of `incidentrepo.yaml`; `severities` goes from the worst to the least, sizes are in bytes."""

    organisation: str
    calendar: Calendar
    severities: Mapping[Severity, SeverityPolicy]
    public_name: str | None = None
    organisation_url: str | None = None
    severity_guide: tuple[Question, ...] = ()
    severity_limits: tuple[SeverityLimit, ...] = ()
    duties: tuple[DutyPolicy, ...] = ()
    code_yellow: Condition | None = None
    levels: Mapping[str, Level] = field(default_factory=dict)
    roles: Mapping[str, str] = field(default_factory=dict)
    branch: str | None = None
    adopted_at: datetime | None = None
    meet_at: str | None = None
    evidence_at_most: int = 5_000_000
    filing: Filing | None = None
    publishing: Publishing = Publishing()
    channels: Mapping[str, object] = field(default_factory=dict)
    custom_fields: Mapping[str, object] | None = None

    def find_severity(self, text: str) -> Severity | None:
        """Return the severity that is called so here, by its name or its label; None where none is."""
        word = text.strip().casefold()
        return next(
            (
                severity
                for severity, asked in self.severities.items()
                if word in {severity.casefold(), asked.label.casefold()}
            ),
            None,
        )

    def label_of(self, severity: Severity) -> str:
        """Return the organisation's own name for a severity."""
        known = self.severities.get(severity)
        return known.label if known else severity.value
