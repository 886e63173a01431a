"""An incident's way: mitigated, resolved, closed, reopened, found to be none."""

from collections.abc import Container, Iterator, Mapping

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import DeleteValue, Edit, SetValue
from incidentrepo.errors import UsageError
from incidentrepo.model.incident import Incident
from incidentrepo.model.status import Status
from incidentrepo.model.summary import summarise
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import EntryKind, StatusChange

_ORDER = (Status.OPEN, Status.MITIGATED, Status.RESOLVED, Status.CLOSED)
_TIMES = {Status.MITIGATED: "mitigated_at", Status.RESOLVED: "resolved_at", Status.CLOSED: "closed_at"}


def advance(
    opened: OpenedRecord,
    stamp: Stamp,
    *,
    to: Status,
    text: str = "",
    files: Mapping[str, bytes | None] | None = None,
    first: tuple[Mapping[str, object], ...] = (),
) -> FilesChange:
    """
    Return the change that moves an incident forward; stages may be skipped.

    What is told late, by an earlier `at`, is judged by how things stood then. Raises `UsageError` where
    it was there already, or further.
    """
    before = _status_at(opened.incident, stamp.at)
    if before not in _ORDER or _ORDER.index(before) >= _ORDER.index(to):
        hint = f"reopen it first: incidentrepo reopen {opened.id} --reason ..."
        over = "it stays so; declare a new one if it happens again"
        raise UsageError(f"{opened.id} is {before} already", hint=over if before is Status.CLOSED else hint)
    return _change(opened, stamp, before=before, to=to, text=text, files=files, first=first)


def _status_at(incident: Incident, at: Time) -> Status:
    """Return the status that an incident had at a time, as its timeline tells it now."""
    changes = [entry for entry in incident.timeline if isinstance(entry, StatusChange) and entry.at]
    if not any(entry.at and at.is_before(entry.at) for entry in changes):
        return incident.status or Status.OPEN
    earlier = (entry for entry in changes if entry.at and not at.is_before(entry.at))
    return summarise(tuple(earlier)).status or Status.OPEN


def reopen(opened: OpenedRecord, stamp: Stamp, *, reason: str) -> FilesChange:
    """
    Return the change that opens a mitigated or resolved incident again.

    Raises `UsageError` where it is open, or has ever been closed: calling it none undoes no end.
    """
    before = opened.incident.status
    if before is Status.CLOSED or _was_closed(opened):
        raise UsageError(
            f"{opened.id} was closed, and stays so",
            hint=f"declare a new one, and `incidentrepo set ID related.repeat_of={opened.id}`",
        )
    if before is Status.OPEN:
        raise UsageError(f"{opened.id} is open already")
    return _change(opened, stamp, before=before, to=Status.OPEN, reason=reason)


def _was_closed(opened: OpenedRecord) -> bool:
    return any(
        isinstance(entry, StatusChange) and entry.after is Status.CLOSED for entry in opened.incident.timeline
    )


def invalidate(
    opened: OpenedRecord, stamp: Stamp, *, reason: str, confirmed_by: str | None = None
) -> FilesChange:
    """
    Return the change that says that this was no incident.

    What was SEV1 or SEV2 keeps its duties until somebody else has confirmed it. Raises `UsageError`
    where that was said already.
    """
    before = opened.incident.status
    if before is Status.INVALID:
        raise UsageError(f"{opened.id} is invalid already")
    return _change(opened, stamp, before=before, to=Status.INVALID, reason=reason, confirmed_by=confirmed_by)


def mark_duplicate(
    opened: OpenedRecord, stamp: Stamp, *, original: str, beyond: Container[str] = ()
) -> FilesChange:
    """
    Return the change that says that this is told already by the incident `original`.

    `beyond` are those that the original is a duplicate of; in a ring, none would owe anything.
    Raises `UsageError` for a ring.
    """
    if original == opened.id:
        raise UsageError(f"{opened.id} cannot be a duplicate of itself")
    if opened.id in beyond:
        raise UsageError(f"{original} is a duplicate of {opened.id} already")
    entry = stamp.entry(EntryKind.FIELD, field="related.duplicate_of", after=original)
    return opened.change(
        stamp,
        [SetValue(pointer=("related", "duplicate_of"), value=original)],
        entry,
        subject=f"Duplicate of {original}",
        done=f"{opened.id} is a duplicate of {original}, which owes what both would.",
    )


def _change(
    opened: OpenedRecord,
    stamp: Stamp,
    *,
    before: Status | None,
    to: Status,
    text: str = "",
    reason: str = "",
    confirmed_by: str | None = None,
    files: Mapping[str, bytes | None] | None = None,
    first: tuple[Mapping[str, object], ...] = (),
) -> FilesChange:
    entry = stamp.entry(
        EntryKind.STATUS,
        before=before.value if before else None,
        after=to.value,
        reason=reason,
        confirmed_by=confirmed_by,
        text=text,
    )
    return opened.change(
        stamp,
        list(_edits(to, stamp)),
        entry,
        subject=to.value.capitalize(),
        reason=reason or text,
        done=f"{opened.id} is {to} now.",
        files=files,
        first=first,
    )


def _edits(to: Status, stamp: Stamp) -> Iterator[Edit]:
    yield SetValue(pointer=("status",), value=to.value)
    if to in _TIMES:
        name = _TIMES[to]
        yield SetValue(pointer=(name,), value=stamp.at.text)
    if to is Status.OPEN:
        for name in _TIMES.values():
            yield DeleteValue(pointer=(name,))
