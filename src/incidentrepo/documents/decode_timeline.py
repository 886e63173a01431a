"""Timeline entries as values, each kind with the fields that are its own."""

from typing import Any

from incidentrepo.documents.decode_fields import Fields, read_choice, read_part, read_parts, read_time
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Status, UpdateState
from incidentrepo.model.timeline import (
    Declared,
    Entry,
    EntryKind,
    PartChange,
    SeverityChange,
    StatusChange,
    Update,
)

# What a change is about, by the field that names it in each kind of entry.
_SUBJECT_FIELDS = {
    EntryKind.ROLE: "role",
    EntryKind.RESPONDER: "person",
    EntryKind.FOLLOW_UP: "follow_up",
    EntryKind.REVIEW: "approved_by",
    EntryKind.AUTOMATION: "name",
    EntryKind.FIELD: "field",
}


def decode_timeline(fields: Fields) -> tuple[Entry, ...]:
    """Return the entries in file order; one whose kind is not readable is left out."""
    return tuple(
        decode_entry(index, part) for index, part in read_parts(fields, "timeline") if "entry" in part
    )


def decode_entry(index: int, fields: Fields) -> Entry:
    """Return the entry that stands at `index` of the timeline."""
    shared = _shared(index, fields)
    match shared["kind"]:
        case EntryKind.DECLARED:
            return Declared(
                **shared,
                severity=read_choice(fields, "severity", Severity),
                answers=read_part(fields, "answers"),
            )
        case EntryKind.UPDATE:
            return Update(
                **shared,
                audience=read_choice(fields, "audience", Audience) or Audience.INTERNAL,
                state=read_choice(fields, "state", UpdateState),
            )
        case EntryKind.STATUS:
            return StatusChange(
                **shared,
                before=read_choice(fields, "from", Status),
                after=read_choice(fields, "to", Status),
                confirmed_by=fields.get("confirmed_by"),
            )
        case EntryKind.SEVERITY:
            return _severity_change(fields, shared)
        case EntryKind.NOTE:
            return Entry(**shared)
        case kind:
            return _part_change(kind, fields, shared)


def _shared(index: int, fields: Fields) -> dict[str, Any]:
    return {
        "kind": EntryKind(fields["entry"]),
        "index": index,
        "id": fields.get("id"),
        "at": read_time(fields, "at"),
        "by": fields.get("by"),
        "text": fields.get("text", ""),
        "starred": fields.get("starred", False),
        "reason": fields.get("reason", ""),
    }


def _severity_change(fields: Fields, shared: dict[str, Any]) -> SeverityChange:
    return SeverityChange(
        **shared,
        before=read_choice(fields, "from", Severity),
        after=read_choice(fields, "to", Severity),
        answers=read_part(fields, "answers"),
        correction=fields.get("correction", False),
        confirmed_by=fields.get("confirmed_by"),
    )


def _part_change(kind: EntryKind, fields: Fields, shared: dict[str, Any]) -> PartChange:
    subject = fields.get(_SUBJECT_FIELDS.get(kind, ""))
    return PartChange(
        **shared,
        subject=str(subject or fields.get("path") or fields.get("url") or ""),
        action=str(fields.get("action", "")),
        before=_as_text(fields.get("from")),
        after=_as_text(fields.get("to")),
        confirmed_by=fields.get("confirmed_by"),
    )


def _as_text(value: object) -> str:
    if value is None:
        return ""
    if isinstance(value, list):
        return ", ".join(str(item) for item in value)
    return str(value)
