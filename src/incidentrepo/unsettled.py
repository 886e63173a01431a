"""Read only the incidents that a check can have anything to say of: most are settled, and stay so."""

import hashlib
from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import replace
from functools import cache as cache_forever
from pathlib import Path

from incidentrepo.repository import Repository, digest_blobs, files_by_folder, load_folders
from incidentrepo.resources import resource_folder
from incidentrepo.rules.context import names_of
from incidentrepo.settling import Names, Part, judge_settled, take_law
from incidentrepo.store.cache import Cache, CacheKey
from incidentrepo.store.snapshot import Blob, Snapshot

_SEPARATOR = "\0"  # which no name can hold
# Not the store: what it reads is known by its blobs.
_JUDGING = ("model", "documents", "config", "duties", "leaks", "markup", "pictures", "rules")


def load_unsettled(
    snapshot: Snapshot,
    *,
    cache: Cache,
    law: Part | None = None,
    also: Collection[str] = (),
    called: Iterable[str] = (),
) -> Repository:
    """
    Return the repository in `snapshot` without its settled incidents, of which it keeps the names.

    `law` is what judges them, where that is not the snapshot's own. The folders in `also`, and the
    incidents with a name in `called`, are read in any case.

    Which are settled is kept in the cache, by what it rests on: the incident's own files, the policy,
    people and tags. Raises `NothingToCheck` as `load_repository` does.
    """
    files = files_by_folder(snapshot.list_files())
    keys = {folder: _key(blobs) for folder, blobs in files.items()}
    law = law or take_law(snapshot, snapshot)
    digest = digest_judgement(law)
    known = cache.get_many(keys.values(), digest=digest)
    judged = {folder: _decode(known[key]) for folder, key in keys.items() if key in known}
    unjudged = {folder: files[folder] for folder in files if folder not in judged}
    for fresh in judge_settled(snapshot, unjudged, law):
        keep_judgement(cache, files, fresh, digest=digest)
        judged.update(fresh)
    settled = {folder: names for folder, names in judged.items() if names is not None and folder not in also}
    for folder in _find_called(map(str.casefold, called), settled):
        del settled[folder]
    return _load_others(snapshot, cache, files, settled)


def keep_judgement(
    cache: Cache, files: Mapping[str, list[Blob]], judged: Mapping[str, Names | None], *, digest: str
) -> None:
    """Keep which of these folders are settled, under the digest of the judgement."""
    cache.put_many({_key(files[folder]): _encode(names) for folder, names in judged.items()}, digest=digest)


def _load_others(
    snapshot: Snapshot, cache: Cache, files: Mapping[str, list[Blob]], settled: dict[str, Names]
) -> Repository:
    """Return the repository without what is settled, unless one of the others calls for it by name."""
    while True:
        others = {folder: blobs for folder, blobs in files.items() if folder not in settled}
        repository = load_folders(snapshot, others, cache=cache)
        called = _find_called(_names_called(repository), settled)
        if not called:
            return replace(repository, left_out=tuple(settled.values()))
        for folder in called:
            del settled[folder]


def _names_called(repository: Repository) -> Iterator[str]:
    """Yield the names that others may have too, and those that duplicates and repeats point at."""
    for record in repository.records:
        related = record.incident.related
        for name in (*names_of(record.incident), related.duplicate_of or "", *related.repeat_of):
            yield name.casefold()


def _find_called(called: Iterable[str], settled: Mapping[str, Names]) -> list[str]:
    """Return the settled incidents that have one of these names, or one that another has too."""
    counts = Counter(name for names in settled.values() for name in {name.casefold() for name in names})
    wanted = {*called, *(name for name, count in counts.items() if count > 1)}
    return [folder for folder, names in settled.items() if any(name.casefold() in wanted for name in names)]


def _encode(names: Names | None) -> bytes:
    return _SEPARATOR.join(names or ()).encode()


def _decode(data: bytes) -> Names | None:
    return tuple(data.decode().split(_SEPARATOR)) if data else None


def _key(blobs: Iterable[Blob]) -> CacheKey:
    return digest_blobs(blobs), "settled"


def digest_judgement(law: Part) -> str:
    """Return what settles an incident beside its own files: policy, people, tags, and the code."""
    ids = [f"{blob.path} {blob.id}" for blob in law.blobs]
    return hashlib.sha256("\0".join((_code_digest(), *ids)).encode()).hexdigest()


@cache_forever
def _code_digest() -> str:
    digest = hashlib.sha256()
    for path in (*judging_code(), *sorted(resource_folder("schema").glob("*.json"))):
        digest.update(path.read_bytes())
    return digest.hexdigest()


def judging_code() -> Iterator[Path]:
    """Yield the modules that decide whether a rule speaks: what was kept by others is asked anew."""
    package = Path(__file__).parent
    yield from sorted(package.glob("*.py"))
    for folder in _JUDGING:
        yield from sorted((package / folder).glob("*.py"))
