"""A new incident."""

from collections.abc import Container, Iterator, Mapping
from dataclasses import dataclass, field

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.moments import refuse_turned_window
from incidentrepo.changes.settling import read_sound
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.writing import write_document
from incidentrepo.model.ids import incident_folder, make_incident_id, slug_of
from incidentrepo.model.planned import name_status
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import INCIDENT_FILE
from incidentrepo.model.rotation import RESPONDER
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.model.tags import Tags
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import EntryKind
from incidentrepo.rotations import OnCall

SCHEMA_VERSION = 1
HEADER = "# yaml-language-server: $schema=../../../../.schema/incident.schema.json\n"
COMMANDER = "commander"


@dataclass(frozen=True, slots=True, kw_only=True)
class Declaration:
    """
    What a person says of a new incident: a title and a severity, and whatever else they know.

    `origin` says how it came to be, and `source_url` where it was filed, where that was elsewhere.
    """

    title: str
    severity: Severity | None
    kind: Kind = Kind.INCIDENT
    tags: tuple[str, ...] = ()
    services: tuple[str, ...] = ()
    started_at: Time | None = None
    planned_from: Time | None = None
    planned_until: Time | None = None
    answers: Mapping[str, str] = field(default_factory=dict)
    summary: str = ""
    origin: str = ""
    source_url: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Crew:
    """Who is on it from the start: `responders` with the reason why, and who has which role."""

    responders: Mapping[str, str]
    roles: Mapping[str, str]

    @property
    def commander(self) -> str | None:
        """Who leads, if anybody does yet."""
        return self.roles.get(COMMANDER)


def call_crew(declaration: Declaration, declared_by: str, tags: Tags, on_call: tuple[OnCall, ...]) -> Crew:
    """Return whoever is on call, those its tags call, and whoever declared it; nobody is called otherwise."""
    if declaration.kind is not Kind.INCIDENT:
        return Crew(responders={declared_by: ""}, roles={})
    reasons = {duty.person: f"on call for {duty.because_of}" for duty in reversed(on_call)}
    responders = {duty.person: reasons[duty.person] for duty in on_call}
    for person in (*tags.responders_for((*declaration.tags, *declaration.services)), declared_by):
        responders.setdefault(person, "")
    roles = {duty.role: duty.person for duty in reversed(on_call) if duty.role != RESPONDER}
    return Crew(responders=responders, roles=roles)


def declare(
    declaration: Declaration, stamp: Stamp, *, policy: Policy, crew: Crew, taken: Container[str]
) -> FilesChange:
    """
    Return the new incident's file; `taken` holds the ids that are in use.

    Raises `UsageError` where what a person gave cannot stand in a record.
    """
    refuse_turned_window(declaration.planned_from, declaration.planned_until)
    day = stamp.at.earliest.astimezone(policy.calendar.zone).date()
    incident_id = make_incident_id(declaration.title, day, taken)
    data = write_document(_fields(incident_id, declaration, stamp, policy, crew), header=HEADER).encode()
    incident = read_sound(data)
    said = f", {declaration.severity}" if declaration.severity else ""
    return FilesChange(
        files={f"{incident_folder(incident_id)}/{INCIDENT_FILE}": data},
        incident=incident_id,
        subject=_subject(incident_id, declaration),
        told=stamp.told,
        done=f"Declared {incident_id}{said}, {name_status(incident)}.",
    )


def _subject(incident_id: str, declaration: Declaration) -> str:
    # Hosts obey what commits say: `fixes #5` closes an issue, `[skip ci]` keeps checks from running. Whoever
    # files elsewhere does not write commits, so none of their words is in one.
    if declaration.source_url:
        return f"Declare {incident_id}"
    return f"Declare {incident_id}: {declaration.title}"


def meeting_place(policy: Policy, incident_id: str) -> str | None:
    """Return where people meet, by the policy's pattern; `{id}` and `{slug}` in it are filled in."""
    if policy.meet_at is None:
        return None
    return policy.meet_at.replace("{id}", incident_id).replace("{slug}", slug_of(incident_id))


def _fields(
    incident_id: str, declaration: Declaration, stamp: Stamp, policy: Policy, crew: Crew
) -> dict[str, object]:
    severity = declaration.severity.value if declaration.severity else None
    fields: dict[str, object | None] = {
        "schema_version": SCHEMA_VERSION,
        "id": incident_id,
        "title": declaration.title,
        "kind": declaration.kind.value,
        "severity": severity,
        "status": "open",
        "owner": crew.commander or stamp.by,
        "summary": declaration.summary,
        "tags": list(declaration.tags),
        "services": list(declaration.services),
        **{name: time.text for name, time in _times(declaration) if time},
        "declared_at": stamp.at.text,
        "declared_by": stamp.by,
        "roles": dict(crew.roles),
        "responders": list(crew.responders),
        "meet_at": meeting_place(policy, incident_id),
        "timeline": list(_entries(declaration, stamp, crew)),
        "origin": declaration.origin,
        "source": {"url": declaration.source_url} if declaration.source_url else None,
    }
    return {name: value for name, value in fields.items() if value}


def _times(declaration: Declaration) -> Iterator[tuple[str, Time | None]]:
    yield "planned_from", declaration.planned_from
    yield "planned_until", declaration.planned_until
    yield "started_at", declaration.started_at


def _entries(declaration: Declaration, stamp: Stamp, crew: Crew) -> Iterator[Mapping[str, object]]:
    severity = declaration.severity.value if declaration.severity else None
    yield stamp.entry(EntryKind.DECLARED, severity=severity, answers=dict(declaration.answers) or None)
    for role, person in crew.roles.items():
        yield stamp.entry(EntryKind.ROLE, role=role, after=person, reason=crew.responders[person])
