"""Keep summaries by the month and records one by one; look again only at what has changed."""

import os
from collections import deque
from collections.abc import Iterable, Iterator, Mapping
from itertools import islice

from incidentrepo.light_index.codes import digest_code, digest_summaries
from incidentrepo.light_index.shards import Shard, split_folders
from incidentrepo.light_index.surveying import Job, Survey, survey
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.record import Record
from incidentrepo.repository import digest_blobs
from incidentrepo.settling import Part, take_part
from incidentrepo.store.cache import Cache
from incidentrepo.store.packing import unpack
from incidentrepo.store.snapshot import Blob, Snapshot
from incidentrepo.unsettled import digest_judgement, keep_judgement

_SUMMARIES, _RECORD = "summaries", "record"
# What is under way at once, so that memory does not grow with the repository.
_JOBS_AT_ONCE = 8


def load_summaries(
    snapshot: Snapshot, folders: Mapping[str, list[Blob]], law: Part, cache: Cache
) -> Iterator[IncidentSummary]:
    """Yield the summary of every incident in `folders`, by folder, with what it owes if it is over."""
    shards, digest = split_folders(folders), digest_summaries(law)
    known = cache.get_many([(shard.key, _SUMMARIES) for shard in shards], digest=digest)
    missing = [shard for shard in shards if (shard.key, _SUMMARIES) not in known]
    jobs = (_make_job(snapshot, shard, law, cache) for shard in missing)
    fresh = {}
    for shard, seen in zip(missing, _run(jobs, len(missing)), strict=True):
        fresh[shard.key] = seen.summaries
        cache.put_many({(shard.key, _SUMMARIES): seen.summaries}, digest=digest)
        _keep(cache, shard, seen, law)
    for shard in shards:
        yield from unpack(fresh.get(shard.key) or known[shard.key, _SUMMARIES])


def recall_record(cache: Cache, version: str) -> Record | None:
    """Return the record in a folder of that version, if it is kept."""
    found = cache.get_many([(version, _RECORD)], digest=digest_code()).get((version, _RECORD))
    return unpack(found) if found else None


def _make_job(snapshot: Snapshot, shard: Shard, law: Part, cache: Cache) -> Job:
    versions = {digest_blobs(blobs): folder for folder, blobs in shard.folders.items()}
    known = cache.get_many([(version, _RECORD) for version in versions], digest=digest_code())
    kept = {versions[version]: data for (version, _), data in known.items()}
    unread = [blob for folder, blobs in shard.folders.items() if folder not in kept for blob in blobs]
    return Job(part=take_part(snapshot, unread, law), folders=shard.folders, kept=kept)


def _run(jobs: Iterable[Job], count: int) -> Iterator[Survey]:
    workers = min(os.cpu_count() or 1, count)
    if workers < 2:
        yield from map(survey, jobs)
        return
    # Imported here: where little has changed, nobody pays for it.
    from concurrent.futures import ProcessPoolExecutor

    jobs = iter(jobs)
    with ProcessPoolExecutor(workers) as pool:
        running = deque(pool.submit(survey, job) for job in islice(jobs, _JOBS_AT_ONCE))
        while running:
            seen = running.popleft().result()
            running.extend(pool.submit(survey, job) for job in islice(jobs, 1))
            yield seen


def _keep(cache: Cache, shard: Shard, seen: Survey, law: Part) -> None:
    records = {(digest_blobs(shard.folders[folder]), _RECORD): data for folder, data in seen.records.items()}
    if records:
        cache.put_many(records, digest=digest_code())
        keep_judgement(cache, shard.folders, seen.settled, digest=digest_judgement(law))
