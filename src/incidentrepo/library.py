"""Other organisations' incidents, kept to learn from: the same records as ours, and they owe nothing."""

from collections.abc import Iterable

from incidentrepo.internal_edition import attach
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.record import INCIDENT_FILE, LIBRARY_FOLDER
from incidentrepo.repository import load_folders
from incidentrepo.store.cache import Cache
from incidentrepo.store.snapshot import Blob, Snapshot


def load_library(snapshot: Snapshot, *, cache: Cache | None = None) -> tuple[EditionIncident, ...]:
    """Return the incidents in `library/SOURCE/`, by folder; what cannot be read is left out."""
    folders = library_folders(snapshot.list_files())
    if not folders:
        return ()
    records = load_folders(snapshot, folders, cache=cache).records
    return tuple(attach(record, folders[record.folder]) for record in records)


def library_folders(blobs: Iterable[Blob]) -> dict[str, list[Blob]]:
    """Return the files directly in each folder of the library that holds an `incident.yaml`."""
    inside: dict[str, list[Blob]] = {}
    for blob in blobs:
        if blob.is_plain and blob.path.startswith(f"{LIBRARY_FOLDER}/"):
            inside.setdefault(blob.path.rpartition("/")[0], []).append(blob)
    return {
        folder: files
        for folder, files in inside.items()
        # `library/SOURCE/` and below: what has no source has nobody to thank.
        if folder.count("/") >= 2 and any(blob.path == f"{folder}/{INCIDENT_FILE}" for blob in files)
    }
