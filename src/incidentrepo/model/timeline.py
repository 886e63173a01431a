"""What happened, in order: the entries of an incident's timeline."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import datetime
from enum import StrEnum

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Status, UpdateState
from incidentrepo.model.time import LONG_AGO, Time


class EntryKind(StrEnum):
    """The word in an entry's `entry:` field."""

    DECLARED = "declared"
    NOTE = "note"
    UPDATE = "update"
    STATUS = "status"
    SEVERITY = "severity"
    ROLE = "role"
    RESPONDER = "responder"
    OWNER = "owner"
    FOLLOW_UP = "follow_up"
    EVIDENCE = "evidence"
    POSTMORTEM = "postmortem"
    REVIEW = "review"
    AUTOMATION = "automation"
    FIELD = "field"


@dataclass(frozen=True, slots=True, kw_only=True)
class Entry:
    """Something that happened; `index` is its position in the file, from 0."""

    kind: EntryKind
    index: int
    id: str | None
    at: Time | None
    by: str | None
    text: str = ""
    starred: bool = False
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Declared(Entry):
    """Somebody said that this is an incident."""

    severity: Severity | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True, kw_only=True)
class Update(Entry):
    """A word to those who follow; to the world where the audience is public."""

    audience: Audience = Audience.INTERNAL
    state: UpdateState | None = None

    @property
    def is_public(self) -> bool:
        """Whether the world may read it."""
        return self.audience is Audience.PUBLIC


@dataclass(frozen=True, slots=True, kw_only=True)
class StatusChange(Entry):
    """The incident moved on, or back."""

    before: Status | None = None
    after: Status | None = None
    confirmed_by: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class SeverityChange(Entry):
    """Somebody judged it anew; a `correction` says that the old one was never true."""

    before: Severity | None = None
    after: Severity | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    correction: bool = False
    confirmed_by: str | None = None

    def is_confirmed_correction(self, *, alone: str | None = None) -> bool:
        """
        Whether another person agrees that the severity before was never true.

        `alone` is the one person of a firm of one, whose own word is enough.
        """
        if not self.correction or self.confirmed_by is None:
            return False
        return self.confirmed_by != self.by or self.confirmed_by == alone


@dataclass(frozen=True, slots=True, kw_only=True)
class PartChange(Entry):
    """
    Any other change, kept as the words of the record.

    `subject` is what changed: a role, a person, a follow-up's id, a field's name, a path;
    `action` is what was done to it (`moved`, `finished`, `joined`).
    """

    subject: str = ""
    action: str = ""
    before: str = ""
    after: str = ""
    confirmed_by: str | None = None


def in_order(entries: tuple[Entry, ...]) -> tuple[Entry, ...]:
    """Return the entries by `at`, ties in file order; one without a time follows its neighbour."""
    keyed: list[tuple[datetime, int, Entry]] = []
    latest = LONG_AGO
    for entry in entries:
        latest = entry.at.earliest if entry.at else latest
        keyed.append((latest, entry.index, entry))
    return tuple(entry for *_, entry in sorted(keyed, key=lambda key: key[:2]))
