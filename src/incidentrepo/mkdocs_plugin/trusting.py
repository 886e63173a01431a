"""Know by its size and times what a file still holds, so that ten thousand pages are not read again."""

import hashlib
from collections.abc import Iterable, Mapping
from pathlib import Path

from incidentrepo.store.cache import Cache

# Of a file system that counts whole seconds, a second change in one of them would not be seen.
_SECOND = 1_000_000_000
_KIND, _SHAPE = "file", "1"


def recall_files(cache: Cache, files: Iterable[Path]) -> dict[Path, str]:
    """Return the digest of what each file holds, of those that nobody touched since it was noted."""
    names = _name_all(files)
    known = cache.get_many([(name, _KIND) for name in names.values()], digest=_SHAPE)
    return {file: known[name, _KIND].decode() for file, name in names.items() if (name, _KIND) in known}


def remember_files(cache: Cache, digests: Mapping[Path, str]) -> None:
    """Note for next time what each of these files holds, as it lies there now."""
    rows = {(name, _KIND): digests[file].encode() for file, name in _name_all(digests).items()}
    if rows:
        cache.put_many(rows, digest=_SHAPE)


def _name_all(files: Iterable[Path]) -> dict[Path, str]:
    return {file: name for file in files if (name := _name(file))}


def _name(file: Path) -> str:
    """Return a name that no other state of this file has, as git's index tells them apart, or nothing."""
    try:
        facts = file.lstat()
    except OSError:
        return ""
    if facts.st_mtime_ns % _SECOND == 0:
        return ""
    parts = (facts.st_dev, facts.st_ino, facts.st_mode, facts.st_size, facts.st_mtime_ns, facts.st_ctime_ns)
    return hashlib.sha256(f"{parts}{file.absolute()}".encode(errors="surrogateescape")).hexdigest()
