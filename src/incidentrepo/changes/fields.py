"""Facts of a record set by hand, each with its entry."""

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.moments import refuse_turned_window
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import DeleteValue, Edit, SetValue
from incidentrepo.documents.reading import read_incident
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.errors import UsageError
from incidentrepo.model.place import Pointer
from incidentrepo.model.record import INCIDENT_FILE
from incidentrepo.model.timeline import EntryKind

# What has a command of its own, which asks for what belongs to it.
_COMMANDS = {
    "id": "an id never changes",
    "schema_version": "it says how the file is laid out, which the tool decides",
    "severity": "incidentrepo severity",
    "status": "incidentrepo mitigate, resolve, close, reopen or invalidate",
    "owner": "incidentrepo owner",
    "roles": "incidentrepo role",
    "visibility": "incidentrepo publish or unpublish",
    "timeline": "incidentrepo note or update",
    "follow_ups": "incidentrepo follow-up",
    "mitigated_at": "incidentrepo mitigate --at",
    "resolved_at": "incidentrepo resolve --at",
    "closed_at": "incidentrepo close --at",
    "declared_at": "it is when the incident was declared",
}
_PLANNED = ("planned_from", "planned_until")


def set_fields(
    opened: OpenedRecord, stamp: Stamp, *, assignments: tuple[str, ...], confirmed_by: str | None = None
) -> FilesChange:
    """
    Return the change that sets each `FIELD=VALUE`; an empty value takes the field out.

    Another `kind` releases what was SEV1 or SEV2 from its duties once somebody else has confirmed it.
    Raises `UsageError` for what is no such assignment, has a command of its own, or is not allowed.
    """
    parsed = [_parse(assignment) for assignment in assignments]
    edits = [_edit(pointer, value) for pointer, value in parsed]
    entries = [
        stamp.entry(
            EntryKind.FIELD,
            field=".".join(map(str, pointer)),
            before=_before(opened, pointer),
            after=_shown(value),
            confirmed_by=confirmed_by,
        )
        for pointer, value in parsed
    ]
    files = opened.edit(edits, entries)
    _refuse_a_window_that_ends_first(files[opened.record.incident_path])
    names = ", ".join(".".join(map(str, pointer)) for pointer, _ in parsed)
    return FilesChange(
        files=files,
        incident=opened.id,
        subject=f"Set {names}: {opened.id}",
        told=stamp.told,
        done=f"Set {names} of {opened.id}.{_tell_planned(parsed)}",
    )


def _refuse_a_window_that_ends_first(data: bytes) -> None:
    incident = read_incident(data).value
    begins, ends = (incident.times.planned_from, incident.times.planned_until) if incident else (None, None)
    refuse_turned_window(begins, ends)


def _tell_planned(parsed: list[tuple[Pointer, object]]) -> str:
    """Return what was planned with the zone it was taken in, which a person need not have typed."""
    told = [f"{pointer[0]} is {value}" for pointer, value in parsed if value and pointer[0] in _PLANNED]
    return f" {', '.join(told)}." if told else ""


def _parse(assignment: str) -> tuple[Pointer, object]:
    name, equals, text = assignment.partition("=")
    if not equals or not name:
        raise UsageError(
            f"'{assignment}' is no assignment", hint="write it as FIELD=VALUE: impact.customers=1200"
        )
    first = name.split(".", 1)[0]
    if first in _COMMANDS:
        raise UsageError(f"`set` does not change {first}", hint=_COMMANDS[first])
    return tuple(name.split(".")), _read_value(text) if text else None


def _read_value(text: str) -> object:
    """Return what a person means: a list, a mapping, a number, or else the text as it stands."""
    document = load_yaml(text.encode())
    if document.problems:
        return text
    is_marked = text[0] in "[{\"'"
    return document.value if is_marked or isinstance(document.value, int | float) else text


def _edit(pointer: Pointer, value: object) -> Edit:
    return DeleteValue(pointer=pointer) if value is None else SetValue(pointer=pointer, value=value)


def _before(opened: OpenedRecord, pointer: Pointer) -> str:
    value = load_yaml(opened.contents[INCIDENT_FILE]).value
    for step in pointer:
        value = value.get(step) if isinstance(value, dict) else None
    return _shown(value)


def _shown(value: object) -> str:
    if value is None:
        return ""
    return ", ".join(str(item) for item in value) if isinstance(value, list) else str(value)
