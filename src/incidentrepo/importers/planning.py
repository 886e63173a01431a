"""Imported incidents as files of ours, each once however often it is imported."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import date

from incidentrepo.documents.writing import write_document
from incidentrepo.importers.importer import Imported
from incidentrepo.model.ids import incident_folder, make_incident_id
from incidentrepo.model.record import INCIDENT_FILE, PUBLIC_FILE
from incidentrepo.model.time import Precision, parse_time
from incidentrepo.repository import Repository

_SCHEMA_VERSION = 1
_DEPTH = {True: "../../../../", False: "../../../"}
# The order of an incident's first fields; the rest follow as the importer has them.
_HEADER = "# yaml-language-server: $schema={up}.schema/incident.schema.json\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class PlannedImport:
    """The files to add, by path, and how many incidents were there already."""

    files: Mapping[str, bytes]
    added: int
    known: int


def plan_import(repository: Repository, imported: Iterable[Imported], *, visibility: str) -> PlannedImport:
    """Return the files of those incidents that the repository does not have yet."""
    have = set(_sources(repository))
    taken = {record.name for record in repository.records}
    files: dict[str, bytes] = {}
    added = known = 0
    for incident in imported:
        key = _source_key(incident.fields)
        if key in have:
            known += 1
            continue
        have.add(key)
        incident_id = make_incident_id(incident.name, _day_of(incident.fields), taken)
        taken.add(incident_id)
        files.update(_write(incident_id, incident, visibility))
        added += 1
    return PlannedImport(files=files, added=added, known=known)


def _sources(repository: Repository) -> Iterator[tuple[object, object]]:
    for record in repository.records:
        source = record.incident.source
        if source:
            yield source.organisation, source.id


def _source_key(fields: Mapping[str, object]) -> tuple[object, object]:
    source = fields.get("source")
    return (source.get("organisation"), source.get("id")) if isinstance(source, dict) else (None, None)


def _day_of(fields: Mapping[str, object]) -> date | None:
    """Return the day it started on as the original wrote it; a month or a year alone is none."""
    text = fields.get("started_at")
    time = parse_time(text) if isinstance(text, str) else None
    return time.day if time and time.precision >= Precision.DAY else None


def _write(incident_id: str, incident: Imported, visibility: str) -> Iterator[tuple[str, bytes]]:
    folder = incident_folder(incident_id)
    fields: dict[str, object] = {"schema_version": _SCHEMA_VERSION, "id": incident_id}
    for name, value in incident.fields.items():
        fields[name] = value
        if name == "status":
            fields["visibility"] = visibility
    is_dated = not folder.startswith("incidents/undated/")
    text = write_document(fields, header=_HEADER.format(up=_DEPTH[is_dated]))
    yield f"{folder}/{INCIDENT_FILE}", text.encode()
    if incident.page:
        page = f"---\n{write_document(incident.page)}---\n{incident.body}"
        yield f"{folder}/{PUBLIC_FILE}", page.encode()
