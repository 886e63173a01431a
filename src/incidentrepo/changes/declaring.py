"""A new incident."""

from collections.abc import Container, Mapping
from dataclasses import dataclass, field

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.writing import write_document
from incidentrepo.model.ids import incident_folder, make_incident_id
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import INCIDENT_FILE
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.tags import Tags
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import EntryKind

SCHEMA_VERSION = 1
HEADER = "# yaml-language-server: $schema=../../../../.schema/incident.schema.json\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """What a person says of a new incident: a title and a severity, and whatever else they know."""

    title: str
    severity: Severity
    kind: Kind = Kind.INCIDENT
    tags: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    started_at: Time | None = None
    answers: Mapping[str, str] = field(default_factory=dict)


def declare(
    declaration: Declaration, stamp: Stamp, *, policy: Policy, tags: Tags, taken: Container[str]
) -> FilesChange:
    """Return the new incident's file; `taken` holds the ids that are in use."""
    day = stamp.at.earliest.astimezone(policy.calendar.zone).date()
    incident_id = make_incident_id(declaration.title, day, taken)
    fields = _fields(incident_id, declaration, stamp, policy, tags)
    text = write_document(fields, header=HEADER)
    return FilesChange(
        files={f"{incident_folder(incident_id)}/{INCIDENT_FILE}": text.encode()},
        incident=incident_id,
        subject=f"Declare {incident_id}: {declaration.title}",
        told=stamp.told,
        done=f"Declared {incident_id}, {declaration.severity}, open.",
    )


def responders_for(declaration: Declaration, declared_by: str, tags: Tags) -> tuple[str, ...]:
    """Return who is on it from the start: whoever declared it, and those its tags call."""
    called = tags.responders_for((*declaration.tags, *declaration.services))
    return tuple(dict.fromkeys((*called, declared_by)))


def meeting_place(policy: Policy, incident_id: str) -> str | None:
    """Return where people meet, by the policy's pattern; `{id}` and `{slug}` in it are filled in."""
    if policy.meet_at is None:
        return None
    slug = incident_id[11:] if incident_id[:4].isdigit() else incident_id
    return policy.meet_at.replace("{id}", incident_id).replace("{slug}", slug)


def _fields(
    incident_id: str, declaration: Declaration, stamp: Stamp, policy: Policy, tags: Tags
) -> dict[str, object]:
    entry = stamp.entry(
        EntryKind.DECLARED, severity=declaration.severity.value, answers=dict(declaration.answers) or None
    )
    fields: dict[str, object | None] = {
        "schema_version": SCHEMA_VERSION,
        "id": incident_id,
        "title": declaration.title,
        "kind": declaration.kind.value,
        "severity": declaration.severity.value,
        "status": "open",
        "owner": stamp.by,
        "tags": list(declaration.tags),
        "services": list(declaration.services),
        "started_at": str(declaration.started_at) if declaration.started_at else None,
        "declared_at": stamp.at.text,
        "declared_by": stamp.by,
        "responders": list(responders_for(declaration, stamp.by, tags)),
        "meet_at": meeting_place(policy, incident_id),
        "timeline": [entry],
    }
    return {name: value for name, value in fields.items() if value}
