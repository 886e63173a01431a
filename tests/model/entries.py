"""Timeline entries to arrange a test in, with no more said than matters there."""

from typing import Any

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Status
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import (
    Declared,
    Entry,
    EntryKind,
    PartChange,
    SeverityChange,
    StatusChange,
)


def _shared(kind: EntryKind, index: int, at: str | None, by: str) -> dict[str, Any]:
    return {"kind": kind, "index": index, "id": None, "at": parse_time(at) if at else None, "by": by}


def note(index: int, at: str | None) -> Entry:
    return Entry(**_shared(EntryKind.NOTE, index, at, "ada"))


def declared(index: int, at: str | None, severity: Severity | None = None) -> Declared:
    return Declared(**_shared(EntryKind.DECLARED, index, at, "ada"), severity=severity)


def moved(
    index: int, at: str | None, after: Status, *, by: str = "ada", confirmed_by: str | None = None
) -> StatusChange:
    return StatusChange(**_shared(EntryKind.STATUS, index, at, by), after=after, confirmed_by=confirmed_by)


def judged(
    index: int,
    at: str | None,
    before: Severity | None,
    after: Severity,
    *,
    correction: bool = False,
    confirmed_by: str | None = None,
) -> SeverityChange:
    return SeverityChange(
        **_shared(EntryKind.SEVERITY, index, at, "ada"),
        before=before,
        after=after,
        correction=correction,
        confirmed_by=confirmed_by,
    )


def part(
    kind: EntryKind,
    index: int,
    at: str | None,
    *,
    subject: str = "",
    before: str = "",
    after: str = "",
    confirmed_by: str | None = None,
) -> PartChange:
    return PartChange(
        **_shared(kind, index, at, "ada"),
        subject=subject,
        before=before,
        after=after,
        confirmed_by=confirmed_by,
    )
