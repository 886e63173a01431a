"""A snapshot read: every record, the policy it is held to, and where each value was written."""

import hashlib
import os
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from functools import cache as cache_forever
from pathlib import Path
from typing import Any

from incidentrepo import __version__
from incidentrepo.config.holidays import find_unknown_regions
from incidentrepo.config.loading import POLICY_FILE, Config, load_config
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.reading import FileKind, NewerSchemaError, Reading, locate
from incidentrepo.documents.reading_many import read_files
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.people import People
from incidentrepo.model.place import Place, Pointer
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import INCIDENTS_FOLDER, Record, folder_of
from incidentrepo.model.rotation import Rotation
from incidentrepo.model.tags import Tags
from incidentrepo.resources import resource_folder
from incidentrepo.store.cache import Cache
from incidentrepo.store.packing import pack, unpack
from incidentrepo.store.snapshot import Blob, FileMode, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Repository:
    """
    All that a snapshot holds, read.

    `records` are sorted by folder; `problems` are, by path, what could not be read. `left_out` are the
    ids and aliases of the incidents that a check need not read.
    """

    snapshot: Snapshot
    policy: Policy
    people: People
    tags: Tags
    rotations: tuple[Rotation, ...]
    records: tuple[Record, ...]
    problems: Mapping[str, tuple[Problem, ...]]
    left_out: tuple[tuple[str, ...], ...] = ()

    @property
    def incident_count(self) -> int:
        """How many incidents there are, read or left out."""
        return len(self.records) + len(self.left_out)

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
    files = files_by_folder(snapshot.list_files())
    wanted = {folder: files[folder] for folder in files if folders is None or folder in folders}
    return load_folders(snapshot, wanted, cache=cache)


def load_folders(
    snapshot: Snapshot, folders: Mapping[str, list[Blob]], *, cache: Cache | None = None
) -> Repository:
    """Return the repository in `snapshot` with the incidents of these folders, given with their files."""
    return _assemble(snapshot, load_config(snapshot), folders, _read_all(snapshot, folders, cache))


def files_by_folder(blobs: Iterable[Blob]) -> dict[str, list[Blob]]:
    """Return the files of each incident's folder."""
    folders: dict[str, list[Blob]] = defaultdict(list)
    folder = inside = ""
    for blob in blobs:
        # The files of a folder come one after the other: most are in the same one as the last.
        if not inside or not blob.path.startswith(inside):
            folder = folder_of(blob.path)
            inside = f"{folder}/" if folder else ""
        if folder:
            folders[folder].append(blob)
    return folders


def differing_folders(some: Mapping[str, list[Blob]], others: Mapping[str, list[Blob]]) -> set[str]:
    """Return the incidents' folders that are not the same in both, in what they hold or at all."""
    return {folder for folder in some.keys() | others.keys() if some.get(folder) != others.get(folder)}


def digest_blobs(blobs: Iterable[Blob]) -> str:
    """Return a name for what these files hold: another one as soon as a name, a mode or a byte differs."""
    text = "\0".join(f"{blob.mode.value} {blob.id} {blob.path}" for blob in blobs)
    return hashlib.sha1(os.fsencode(text), usedforsecurity=False).hexdigest()


def _assemble(
    snapshot: Snapshot,
    config: Config,
    folders: Mapping[str, list[Blob]],
    readings: Mapping[str, Reading[Any]],
) -> Repository:
    problems = dict(config.problems)
    unknown = tuple(_unknown_regions(snapshot, config))
    if unknown:
        problems[POLICY_FILE] = (*problems.get(POLICY_FILE, ()), *unknown)
    problems.update(dict.fromkeys(_find_links(snapshot.list_files()), (_NOT_PLAIN,)))
    problems.update({path: found.problems for path, found in readings.items() if found.problems})
    records = []
    # The files come by path, where `outage-2/` stands before `outage/`.
    for folder, blobs in sorted(folders.items()):
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
        rotations=config.rotations,
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


def _unknown_regions(snapshot: Snapshot, config: Config) -> Iterator[Problem]:
    """Yield what the policy's holidays name and nobody knows; only a check pays for looking that up."""
    return find_unknown_regions(POLICY_FILE, snapshot.read_file(POLICY_FILE), config.policy.calendar.holidays)


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
_KINDS = {kind.value: kind for kind in FileKind}
_PLAIN = frozenset({FileMode.FILE, FileMode.EXECUTABLE})


def _find_links(blobs: Iterable[Blob]) -> Iterator[str]:
    """Yield what stands among the incidents and leads out of them: symlinks and submodules."""
    for blob in blobs:
        if blob.mode not in _PLAIN and blob.path.partition("/")[0] == INCIDENTS_FOLDER:
            yield blob.path


def _read_all(
    snapshot: Snapshot, folders: Mapping[str, list[Blob]], cache: Cache | None
) -> dict[str, Reading[Any]]:
    """Return by path what each file of a known kind says, from the cache where it knows it."""
    wanted = [
        (kind, blob)
        for folder, blobs in folders.items()
        for blob in blobs
        if (kind := _KINDS.get(blob.path[len(folder) + 1 :])) and blob.mode in _PLAIN
    ]
    return _read_through(snapshot, wanted, cache)


def _read_through(
    snapshot: Snapshot, wanted: list[tuple[FileKind, Blob]], cache: Cache | None
) -> dict[str, Reading[Any]]:
    keys = [(blob.id, str(kind)) for kind, blob in wanted]
    known = cache.get_many(keys, digest=_digest()) if cache else {}
    readings: dict[str, Reading[Any]] = {}
    missing = []
    for key, (_, blob) in zip(keys, wanted, strict=True):
        if key in known:
            readings[blob.path] = unpack(known[key])
        else:
            missing.append((key, blob.path))
    fresh = _read_fresh(snapshot, [path for _, path in missing])
    if cache and missing:
        cache.put_many({key: pack(fresh[path]) for key, path in missing}, digest=_digest())
    return {**readings, **fresh}


def _read_fresh(snapshot: Snapshot, paths: list[str]) -> dict[str, Reading[Any]]:
    try:
        readings = read_files(list(snapshot.read_files(paths)))
    except NewerSchemaError as error:
        raise NothingToCheck(str(error), hint="upgrade incidentrepo") from error
    return dict(zip(paths, readings, strict=True))


@cache_forever
def _digest() -> str:
    """Return what a reading depends on beside the file's bytes: the schemas, and the code that reads."""
    package = Path(__file__).parent
    code = (*sorted(package.glob("model/*.py")), *sorted(package.glob("documents/*.py")))
    schemas = sorted(resource_folder("schema").glob("*.json"))
    digest = hashlib.sha256(__version__.encode())
    for path in (*code, *schemas):
        digest.update(path.read_bytes())
    return digest.hexdigest()
