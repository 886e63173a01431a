"""
Tell which incidents are settled: those of which no rule will speak, whatever else comes.

An incident is settled when no rule speaks of it at the end of time, alone in the world: then none does on
any day, whatever other incidents there are. A rule may rest on this as long as neither an earlier day nor
another incident makes it speak where it was silent; two incidents of one name are looked for elsewhere.
"""

import os
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from datetime import UTC, datetime
from itertools import islice

from incidentrepo.checks import run_rules
from incidentrepo.config.loading import PEOPLE_FILE, POLICY_FILE, TAGS_FILE
from incidentrepo.documents.reading import FileKind
from incidentrepo.model.record import folder_of, is_account, is_evidence
from incidentrepo.repository import Repository, files_by_folder, load_repository
from incidentrepo.rules.context import make_context, names_of
from incidentrepo.store.snapshot import Blob, Snapshot

Names = tuple[str, ...]
"""The id and the aliases of a settled incident."""

_OTHERS = (PEOPLE_FILE, TAGS_FILE)
_READ = frozenset({*FileKind, POLICY_FILE, *_OTHERS})
END_OF_TIME = datetime.max.replace(tzinfo=UTC)
# Few enough that reading them starts no processes of its own.
_PART = 100
# What is under way at once, so that memory does not grow with the repository.
_PARTS_AT_ONCE = 32


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """Some of a snapshot's files, with the content of those that are read, to judge in another process."""

    label: str
    blobs: tuple[Blob, ...]
    contents: Mapping[str, bytes]
    sizes: Mapping[str, int] = field(default_factory=dict)

    def list_files(self) -> tuple[Blob, ...]:
        """Return every file, sorted by path."""
        return self.blobs

    def read_file(self, path: str) -> bytes:
        """Return one file's content; raise KeyError where there is no such file."""
        return self.contents[path]

    def read_files(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each path with its content, in the order asked for."""
        return ((path, self.contents[path]) for path in paths)

    def read_sizes(self, paths: Iterable[str]) -> Mapping[str, int]:
        """Return how many bytes each file of evidence has."""
        return {path: self.sizes[path] for path in paths if path in self.sizes}


def take_law(policy_from: Snapshot, others_from: Snapshot) -> Part:
    """Return what incidents are judged by: the policy of one version, people and tags of another."""
    policy = _take(policy_from, [blob for blob in policy_from.list_files() if blob.path == POLICY_FILE])
    others = _take(others_from, [blob for blob in others_from.list_files() if blob.path in _OTHERS])
    return _join(policy, others)


def take_part(snapshot: Snapshot, blobs: Sequence[Blob], law: Part) -> Part:
    """Return these files of `snapshot` with the law, to be judged in another process."""
    return _join(law, _take(snapshot, blobs))


def judge_settled(
    snapshot: Snapshot, folders: Mapping[str, Sequence[Blob]], law: Part
) -> Iterator[dict[str, Names | None]]:
    """
    Yield by folder the names of the incident there, or None where a rule may speak of it one day.

    All folders are judged, some at a time. Raises `NothingToCheck` as `load_repository` does.
    """
    names = list(folders)
    chunks = [names[start : start + _PART] for start in range(0, len(names), _PART)]
    parts = (take_part(snapshot, list(_files_of(folders, chunk)), law) for chunk in chunks)
    workers = min(os.cpu_count() or 1, len(chunks))
    if workers < 2:
        yield from map(judge_part, parts)
        return
    # Imported here: a small repository never pays for it.
    from concurrent.futures import ProcessPoolExecutor

    with ProcessPoolExecutor(workers) as pool:
        while some := tuple(islice(parts, _PARTS_AT_ONCE)):
            yield from pool.map(judge_part, some)


def judge_part(part: Part) -> dict[str, Names | None]:
    """Return by folder the names of each settled incident of `part`, and None for each other one."""
    return judge_repository(load_repository(part))


def judge_repository(repository: Repository) -> dict[str, Names | None]:
    """Return the same of all folders of `repository`, each judged as if it were alone."""
    alone = replace(make_context(repository, now=END_OF_TIME), known_ids=frozenset())
    spoken_of = {folder_of(finding.path) for finding in run_rules(alone)}
    names = {record.folder: names_of(record.incident) for record in repository.records}
    return {
        folder: None if folder in spoken_of else names.get(folder)
        for folder in files_by_folder(repository.snapshot.list_files())
    }


def _files_of(folders: Mapping[str, Sequence[Blob]], chunk: Iterable[str]) -> Iterator[Blob]:
    for folder in chunk:
        yield from folders[folder]


def _take(snapshot: Snapshot, blobs: Sequence[Blob]) -> Part:
    read = [blob.path for blob in blobs if _is_read(blob)]
    sizes = snapshot.read_sizes(blob.path for blob in blobs if blob.is_plain and is_evidence(blob.path))
    contents = dict(snapshot.read_files(read))
    return Part(label=snapshot.label, blobs=tuple(blobs), contents=contents, sizes=sizes)


def _join(one: Part, other: Part) -> Part:
    return Part(
        label=one.label,
        blobs=one.blobs + other.blobs,
        contents={**one.contents, **other.contents},
        sizes={**one.sizes, **other.sizes},
    )


def _is_read(blob: Blob) -> bool:
    """Whether what the file says counts: charts and logs are known by their names alone."""
    if not blob.is_plain:
        return False
    return blob.path.rsplit("/", 1)[-1] in _READ or is_account(blob.path)
