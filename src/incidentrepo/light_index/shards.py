"""Incidents by the month: what is kept of a month together is read a hundred times sooner than one by one."""

import zlib
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass

from incidentrepo.repository import digest_blobs
from incidentrepo.store.snapshot import Blob

_UNDATED = "undated"


@dataclass(frozen=True, slots=True, kw_only=True)
class Shard:
    """Some incidents' folders with their files; `key` names what all of them hold."""

    key: str
    folders: Mapping[str, list[Blob]]


def split_folders(folders: Mapping[str, list[Blob]]) -> tuple[Shard, ...]:
    """Return the folders by month, in order; those without a month are dealt out by their names."""
    shards: dict[str, dict[str, list[Blob]]] = defaultdict(dict)
    for folder, blobs in sorted(folders.items()):
        shards[_shard_of(folder)][folder] = blobs
    return tuple(
        Shard(key=digest_blobs(blob for blobs in inside.values() for blob in blobs), folders=inside)
        for inside in shards.values()
    )


def _shard_of(folder: str) -> str:
    month, _, name = folder.rpartition("/")
    # An import may bring thousands of which nobody knows when they were.
    return f"{month}/{zlib.crc32(name.encode()) % 256:02x}" if month.endswith(f"/{_UNDATED}") else month
