"""The bytes of one of our files as a value, with everything that is wrong with them."""

from collections.abc import Callable
from dataclasses import dataclass
from enum import StrEnum
from functools import lru_cache
from typing import Generic, TypeVar

from incidentrepo.documents.decode_fields import Fields
from incidentrepo.documents.decode_incident import decode_incident
from incidentrepo.documents.decode_pages import decode_postmortem, decode_public_page
from incidentrepo.documents.front_matter import load_front_matter, split_front_matter
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.pruning import prune
from incidentrepo.documents.schemas import SchemaName, validate
from incidentrepo.documents.strict_yaml import Document, load_yaml
from incidentrepo.model.incident import Incident
from incidentrepo.model.place import Place, Pointer
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.public_page import PublicPage

SCHEMA_VERSION = 1

_ValueT_co = TypeVar("_ValueT_co", covariant=True)


class FileKind(StrEnum):
    """The files of an incident's folder that hold values."""

    INCIDENT = "incident.yaml"
    POSTMORTEM = "postmortem.md"
    PUBLIC = "public.md"


@dataclass(frozen=True, slots=True)
class Reading(Generic[_ValueT_co]):
    """What could be read, None where nothing could, and what could not."""

    value: _ValueT_co | None
    problems: tuple[Problem, ...]


class NewerSchemaError(ValueError):
    """The file was written for a later version of this tool."""


def read_file(kind: FileKind, data: bytes) -> Reading[Incident | Postmortem | PublicPage]:
    """Return what a file of that kind says; raises `NewerSchemaError`."""
    return _READERS[kind](data)


def read_incident(data: bytes) -> Reading[Incident]:
    """Return the incident of an `incident.yaml`; an id that cannot be read is empty."""
    fields, problems = read_fields("incident", load_yaml(data))
    return Reading(None if fields is None else decode_incident(fields), problems)


def read_postmortem(data: bytes) -> Reading[Postmortem]:
    """Return the postmortem of a `postmortem.md`."""
    head, body = load_front_matter(data)
    fields, problems = read_fields("postmortem", head)
    if fields is None:
        return Reading(None, problems)
    body_line = split_front_matter(data).body_line
    return Reading(decode_postmortem(fields, body=body, body_line=body_line), problems)


def read_public_page(data: bytes) -> Reading[PublicPage]:
    """Return the public page of a `public.md`."""
    head, body = load_front_matter(data)
    fields, problems = read_fields("public", head)
    if fields is None:
        return Reading(None, problems)
    body_line = split_front_matter(data).body_line
    return Reading(decode_public_page(fields, body=body, body_line=body_line), problems)


def read_fields(name: SchemaName, document: Document) -> tuple[Fields | None, tuple[Problem, ...]]:
    """
    Return the mapping that `document` holds, without what its schema refuses, and the problems.

    The mapping is None where the file could not be read at all. Raises `NewerSchemaError`.
    """
    if document.value is None and document.problems:
        return None, document.problems
    _refuse_newer(document.value)
    refused = validate(name, document.value, document)
    remains = prune(document.value, (problem.pointer for problem in refused))
    return remains if isinstance(remains, dict) else None, document.problems + refused


def locate(path: str, data: bytes, pointer: Pointer) -> Place:
    """Return where the value at `pointer` is written in the bytes of the file at `path`."""
    return _load(data, is_front_matter=path.endswith(".md")).place(pointer)


# One bad file has thousands of findings at times, and they come one after the other.
@lru_cache(maxsize=4)
def _load(data: bytes, *, is_front_matter: bool) -> Document:
    return load_front_matter(data)[0] if is_front_matter else load_yaml(data)


def _refuse_newer(value: object) -> None:
    version = value.get("schema_version") if isinstance(value, dict) else None
    if isinstance(version, int) and version > SCHEMA_VERSION:
        raise NewerSchemaError(f"schema_version {version} is newer than {SCHEMA_VERSION}")


_READERS: dict[FileKind, Callable[[bytes], Reading[Incident | Postmortem | PublicPage]]] = {
    FileKind.INCIDENT: read_incident,
    FileKind.POSTMORTEM: read_postmortem,
    FileKind.PUBLIC: read_public_page,
}
