"""A snapshot read: every record, the policy it is held to, and where each value was written."""

import hashlib
import pickle
from collections import defaultdict
from collections.abc import Collection, Iterable, Mapping
from dataclasses import dataclass, replace
from typing import Any

from incidentrepo import __version__
from incidentrepo.config.loading import Config, load_config
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.reading import FileKind, NewerSchemaError, Reading, locate
from incidentrepo.documents.reading_many import read_files
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.people import People
from incidentrepo.model.place import Place, Pointer
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import Record, folder_of
from incidentrepo.model.tags import Tags
from incidentrepo.store.cache import Cache
from incidentrepo.store.snapshot import Blob, FileMode, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """
    All that a snapshot holds, read.

    `records` are sorted by folder; `problems` are, by path, what could not be read.
    """

    snapshot: Snapshot
    policy: Policy
    people: People
    tags: Tags
    records: tuple[Record, ...]
    problems: Mapping[str, tuple[Problem, ...]]

    def place_of(self, path: str, pointer: Pointer) -> Place:
        """Return where the value at `pointer` is written in the file at `path`."""
        # Read again, because findings are few and records are many.
        return locate(path, self.snapshot.read_file(path), pointer)


def load_repository(
    snapshot: Snapshot, *, cache: Cache | None = None, folders: Collection[str] | None = None
) -> Repository:
    """
    Return the repository in `snapshot`; `folders` leaves all other incidents out.

    Raises `NothingToCheck` where there is no policy, or a file is newer than this tool.
    """
    config = load_config(snapshot)
    files = _files_by_folder(snapshot.list_files())
    wanted = {folder: files[folder] for folder in files if folders is None or folder in folders}
    return _assemble(snapshot, config, wanted, _read_all(snapshot, wanted, cache))


def _files_by_folder(blobs: Iterable[Blob]) -> dict[str, list[Blob]]:
    """Return the files of each incident's folder."""
    folders: dict[str, list[Blob]] = defaultdict(list)
    for blob in blobs:
        folder = folder_of(blob.path)
        if folder:
            folders[folder].append(blob)
    return folders


def _assemble(
    snapshot: Snapshot,
    config: Config,
    folders: Mapping[str, list[Blob]],
    readings: Mapping[str, Reading[Any]],
) -> Repository:
    problems = dict(config.problems)
    problems.update({path: found.problems for path, found in readings.items() if found.problems})
    records = []
    for folder, blobs in folders.items():
        record = _record(folder, blobs, readings)
        if record is not None:
            records.append(record)
        elif f"{folder}/{FileKind.INCIDENT}" not in problems:
            problems[blobs[0].path] = (*problems.get(blobs[0].path, ()), _NO_INCIDENT)
    return Repository(
        snapshot=snapshot,
        policy=config.policy,
        people=config.people,
        tags=config.tags,
        records=tuple(records),
        problems=problems,
    )


def _record(folder: str, blobs: Iterable[Blob], readings: Mapping[str, Reading[Any]]) -> Record | None:
    def value(kind: FileKind) -> Any:
        reading = readings.get(f"{folder}/{kind}")
        return reading.value if reading else None

    incident = value(FileKind.INCIDENT)
    if incident is None:
        return None
    name = folder.rsplit("/", 1)[-1]
    if not (incident.id and incident.title):
        incident = replace(incident, id=incident.id or name, title=incident.title or name)
    return Record(
        folder=folder,
        incident=incident,
        postmortem=value(FileKind.POSTMORTEM),
        public_page=value(FileKind.PUBLIC),
        files=tuple(blob.path for blob in blobs),
    )


_NO_INCIDENT = Problem(
    rule="unreadable-file",
    pointer=(),
    place=Place(),
    message="this folder has no incident.yaml",
    hint="add incident.yaml, or move the file out of incidents/",
)
_NOT_PLAIN = Problem(
    rule="unreadable-file",
    pointer=(),
    place=Place(),
    message="this is a link, not a file",
    hint="put the file itself here: links could lead anywhere",
)


def _read_all(
    snapshot: Snapshot, folders: Mapping[str, list[Blob]], cache: Cache | None
) -> dict[str, Reading[Any]]:
    """Return by path what each file of a known kind says, from the cache where it knows it."""
    readings: dict[str, Reading[Any]] = {}
    wanted: list[tuple[FileKind, Blob]] = []
    for folder, blobs in folders.items():
        for kind in FileKind:
            for blob in blobs:
                if blob.path != f"{folder}/{kind}":
                    continue
                if blob.mode in {FileMode.FILE, FileMode.EXECUTABLE}:
                    wanted.append((kind, blob))
                else:
                    readings[blob.path] = Reading(None, (_NOT_PLAIN,))
    readings.update(_read_through(snapshot, wanted, cache))
    return readings


def _read_through(
    snapshot: Snapshot, wanted: Iterable[tuple[FileKind, Blob]], cache: Cache | None
) -> dict[str, Reading[Any]]:
    wanted = list(wanted)
    keys = [(blob.id, str(kind)) for kind, blob in wanted]
    known = cache.get_many(keys, digest=_DIGEST) if cache else {}
    readings: dict[str, Reading[Any]] = {}
    missing = []
    for key, (kind, blob) in zip(keys, wanted, strict=True):
        if key in known:
            # Only this tool writes the cache, in a folder that only its user can write.
            readings[blob.path] = pickle.loads(known[key])  # noqa: S301
        else:
            missing.append((key, kind, blob))
    fresh = _read_fresh(snapshot, [(kind, blob) for _, kind, blob in missing])
    readings.update(fresh)
    if cache and missing:
        cache.put_many(
            {key: pickle.dumps(fresh[blob.path], protocol=5) for key, _, blob in missing},
            digest=_DIGEST,
        )
    return readings


def _read_fresh(snapshot: Snapshot, wanted: list[tuple[FileKind, Blob]]) -> dict[str, Reading[Any]]:
    contents = snapshot.read_files(blob.path for _, blob in wanted)
    try:
        readings = read_files([(kind, data) for (kind, _), (_, data) in zip(wanted, contents, strict=True)])
    except NewerSchemaError as error:
        raise NothingToCheck(str(error), hint="upgrade incidentrepo") from error
    return {blob.path: reading for (_, blob), reading in zip(wanted, readings, strict=True)}


# What a reading depends on beside the file's bytes.
_DIGEST = hashlib.sha256(f"{__version__}".encode()).hexdigest()
