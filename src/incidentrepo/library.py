"""Other organisations' incidents, kept to learn from: the same records as ours, and they owe nothing."""

from collections.abc import Iterable, Iterator, Mapping

from incidentrepo.documents.problem import Problem
from incidentrepo.internal_edition import attach
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.place import Place
from incidentrepo.model.record import INCIDENT_FILE, LIBRARY_FOLDER
from incidentrepo.repository import load_folders
from incidentrepo.store.cache import Cache
from incidentrepo.store.snapshot import Blob, Snapshot

_INSIDE = f"{LIBRARY_FOLDER}/"
_NO_SOURCE = Problem(
    rule="unreadable-file",
    pointer=(),
    place=Place(),
    message="this record stands in no source's folder, and the site leaves it out",
    hint="move its folder to library/SOURCE/, where SOURCE is whose incident it was",
)


def load_library(snapshot: Snapshot, *, cache: Cache | None = None) -> tuple[EditionIncident, ...]:
    """Return the incidents in `library/SOURCE/`, by folder; what cannot be read is left out."""
    folders = library_folders(snapshot.list_files())
    if not folders:
        return ()
    records = load_folders(snapshot, folders, cache=cache).records
    return tuple(attach(record, folders[record.folder]) for record in records)


def library_problems(snapshot: Snapshot) -> Mapping[str, tuple[Problem, ...]]:
    """Return by path what keeps a file of the library, or a value in it, from being read."""
    blobs = snapshot.list_files()
    folders = library_folders(blobs)
    problems: dict[str, tuple[Problem, ...]] = dict.fromkeys(_without_source(blobs), (_NO_SOURCE,))
    if folders:
        read = load_folders(snapshot, folders).problems
        problems.update({path: found for path, found in read.items() if path.startswith(_INSIDE)})
    return problems


def library_folders(blobs: Iterable[Blob]) -> dict[str, list[Blob]]:
    """Return the files directly in each folder of a source, or below it, that holds an `incident.yaml`."""
    inside: dict[str, list[Blob]] = {}
    for blob in blobs:
        if blob.is_plain and blob.path.startswith(_INSIDE):
            inside.setdefault(blob.path.rpartition("/")[0], []).append(blob)
    return {
        folder: files
        for folder, files in inside.items()
        if _has_source(folder) and any(blob.path == f"{folder}/{INCIDENT_FILE}" for blob in files)
    }


def _without_source(blobs: Iterable[Blob]) -> Iterator[str]:
    for blob in blobs:
        folder, _, name = blob.path.rpartition("/")
        if name == INCIDENT_FILE and f"{folder}/".startswith(_INSIDE) and not _has_source(folder):
            yield blob.path


def _has_source(folder: str) -> bool:
    """Whether it is `library/SOURCE/NAME` or deeper: what has no source has nobody to thank."""
    return folder.count("/") >= 2
