"""An incident's way: mitigated, resolved, closed, reopened, found to be none."""

from collections.abc import Iterator, Mapping

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import DeleteValue, Edit, SetValue
from incidentrepo.errors import UsageError
from incidentrepo.model.status import Status
from incidentrepo.model.timeline import EntryKind

_ORDER = (Status.OPEN, Status.MITIGATED, Status.RESOLVED, Status.CLOSED)
_TIMES = {Status.MITIGATED: "mitigated_at", Status.RESOLVED: "resolved_at", Status.CLOSED: "closed_at"}
# Behind which field a new one is written, so that a record's times stand in the order of its life.
_BEHIND = {"mitigated_at": "declared_at", "resolved_at": "mitigated_at", "closed_at": "resolved_at"}


def advance(
    opened: OpenedRecord,
    stamp: Stamp,
    *,
    to: Status,
    text: str = "",
    files: Mapping[str, bytes | None] | None = None,
) -> FilesChange:
    """
    Return the change that moves an incident forward; stages may be skipped.

    Raises `UsageError` where it is there already, or further.
    """
    before = opened.incident.status or Status.OPEN
    if before not in _ORDER or _ORDER.index(before) >= _ORDER.index(to):
        hint = "after closed, declare a new one; before, `incidentrepo reopen`"
        raise UsageError(f"{opened.id} is {before} already", hint=hint)
    return _change(opened, stamp, to=to, text=text, files=files)


def reopen(opened: OpenedRecord, stamp: Stamp, *, reason: str) -> FilesChange:
    """Return the change that opens a mitigated or resolved incident again."""
    before = opened.incident.status
    if before is Status.CLOSED:
        raise UsageError(
            f"{opened.id} is closed, and stays so",
            hint=f"declare a new one, and `incidentrepo set ID related.repeat_of={opened.id}`",
        )
    if before is Status.OPEN:
        raise UsageError(f"{opened.id} is open already")
    return _change(opened, stamp, to=Status.OPEN, reason=reason)


def invalidate(opened: OpenedRecord, stamp: Stamp, *, reason: str) -> FilesChange:
    """Return the change that says that this was no incident."""
    if opened.incident.status is Status.INVALID:
        raise UsageError(f"{opened.id} is invalid already")
    return _change(opened, stamp, to=Status.INVALID, reason=reason)


def mark_duplicate(opened: OpenedRecord, stamp: Stamp, *, original: str) -> FilesChange:
    """Return the change that says that this is told already by the incident `original`."""
    if original == opened.id:
        raise UsageError(f"{opened.id} cannot be a duplicate of itself")
    entry = stamp.entry(EntryKind.FIELD, field="related.duplicate_of", after=original)
    return opened.change(
        [SetValue(pointer=("related", "duplicate_of"), value=original)],
        entry,
        subject=f"Duplicate of {original}",
        done=f"{opened.id} is a duplicate of {original}, which owes what both would.",
    )


def _change(
    opened: OpenedRecord,
    stamp: Stamp,
    *,
    to: Status,
    text: str = "",
    reason: str = "",
    files: Mapping[str, bytes | None] | None = None,
) -> FilesChange:
    before = opened.incident.status
    entry = stamp.entry(
        EntryKind.STATUS, before=before.value if before else None, after=to.value, reason=reason, text=text
    )
    return opened.change(
        list(_edits(to, stamp)),
        entry,
        subject=to.value.capitalize(),
        reason=reason or text,
        done=f"{opened.id} is {to} now.",
        files=files,
    )


def _edits(to: Status, stamp: Stamp) -> Iterator[Edit]:
    yield SetValue(pointer=("status",), value=to.value)
    if to in _TIMES:
        name = _TIMES[to]
        yield SetValue(pointer=(name,), value=stamp.at.text, after=_BEHIND[name])
    if to is Status.OPEN:
        for name in _TIMES.values():
            yield DeleteValue(pointer=(name,))
