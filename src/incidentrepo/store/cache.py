"""Keep what was computed from a file's content, so that an unchanged file is not read twice."""

import os
import threading
import zlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from contextlib import closing, suppress
from pathlib import Path
from typing import TYPE_CHECKING
from weakref import finalize

from incidentrepo.store.clone import Clone

if TYPE_CHECKING:
    import sqlite3

# A file's content as git names it, and what was computed from it.
CacheKey = tuple[str, str]

_SCHEMA = """
    CREATE TABLE IF NOT EXISTS computed (
        age INTEGER PRIMARY KEY AUTOINCREMENT,
        digest TEXT NOT NULL, kind TEXT NOT NULL, id TEXT NOT NULL,
        checksum INTEGER NOT NULL, value BLOB NOT NULL,
        UNIQUE (digest, kind, id) ON CONFLICT IGNORE
    )
"""
_LIMIT = 512 * 1024 * 1024
_WAIT = 1.0  # seconds for another process to end its writing; then it is a miss
_ASKED_AT_ONCE = 500  # well under what SQLite takes in one statement


class Cache:
    """
    Values by (blob id, kind), each for one `digest` of all else that they were computed with.

    Whatever goes wrong is a miss: no file, no permission, a damaged or a locked database. Nothing that
    depends on the day may be kept here.
    """

    def __init__(self, file: Path, *, limit: int = _LIMIT) -> None:
        self._file = file
        self._limit = limit
        self._reading: tuple[tuple[int, int, int, int], sqlite3.Connection] | None = None

    def get_many(self, keys: Iterable[CacheKey], *, digest: str) -> dict[CacheKey, bytes]:
        """Return the values that are known; keys that are not are left out."""
        found: dict[CacheKey, bytes] = {}
        ids = defaultdict(list)
        for object_id, kind in keys:
            ids[kind].append(object_id)

        def read() -> None:
            database = self._open_to_read()
            for kind, wanted in ids.items():
                for start in range(0, len(wanted), _ASKED_AT_ONCE):
                    some = wanted[start : start + _ASKED_AT_ONCE]
                    found.update(_select(database, digest, kind, some))

        if _is_ours(self._file):
            self._try(read)
        return found

    def put_many(self, values: Mapping[CacheKey, bytes], *, digest: str) -> None:
        """Keep these values, and drop the oldest where there are too many."""
        rows = [
            (digest, kind, object_id, zlib.crc32(value), value) for (object_id, kind), value in values.items()
        ]

        def write() -> None:
            with closing(self._connect()) as database, database:
                # What a power cut tears is a miss, as any damage is: no write need wait for the disk.
                database.execute("PRAGMA synchronous = OFF")
                database.execute(_SCHEMA)
                insert = "INSERT INTO computed (digest, kind, id, checksum, value) VALUES (?, ?, ?, ?, ?)"
                database.executemany(insert, rows)
                _drop_oldest(database, self._limit)

        with suppress(OSError):
            self._file.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
            if not self._file.exists() or _is_ours(self._file):
                self._try(write)

    def _connect(self) -> "sqlite3.Connection":
        # Lazy: 10 ms that `--version` and `declare` do not have to spend.
        import sqlite3

        return sqlite3.connect(self._file, timeout=_WAIT, check_same_thread=False)

    def _open_to_read(self) -> "sqlite3.Connection":
        """Return a connection that stays open, for ten thousand pages are read one by one."""
        facts = self._file.stat()
        # A fork must not use its parent's, and a file that was put there anew is another one.
        place = (os.getpid(), threading.get_ident(), facts.st_dev, facts.st_ino)
        if self._reading is None or self._reading[0] != place:
            database = self._connect()
            self._reading = (place, database)
            finalize(self, database.close)
        return self._reading[1]

    def _try(self, act: Callable[[], None]) -> None:
        import sqlite3

        try:
            act()
        except (sqlite3.OperationalError, OSError):
            pass  # locked, read-only, full, or not there: all of them pass
        except sqlite3.DatabaseError:
            self._reading = None
            with suppress(OSError):
                self._file.unlink()  # damaged, which does not pass


def open_cache(clone: Clone, folder: Path | None = None) -> Cache:
    """Return the cache in `folder`; without one, in the git folder that all work trees share."""
    return Cache((folder or clone.common_dir / "incidentrepo") / "cache.sqlite")


def _select(database: "sqlite3.Connection", digest: str, kind: str, ids: list[str]) -> dict[CacheKey, bytes]:
    marks = ",".join("?" * len(ids))
    rows = database.execute(
        # The only text put in is question marks.
        f"SELECT id, checksum, value FROM computed WHERE digest = ? AND kind = ? AND id IN ({marks})",  # noqa: S608
        (digest, kind, *ids),
    )
    return {
        (object_id, kind): value
        for object_id, checksum, value in rows
        if isinstance(value, bytes) and zlib.crc32(value) == checksum
    }


def _drop_oldest(database: "sqlite3.Connection", limit: int) -> None:
    pages, free, size = (
        database.execute(f"PRAGMA {name}").fetchone()[0]
        for name in ("page_count", "freelist_count", "page_size")
    )
    if (pages - free) * size > limit:
        half = "SELECT age FROM computed ORDER BY age LIMIT (SELECT count(*) / 2 + 1 FROM computed)"
        database.execute(f"DELETE FROM computed WHERE age IN ({half})")  # noqa: S608 - our own text


def _is_ours(file: Path) -> bool:
    """Whether only this user can have written the file: what is in it is trusted as our own."""
    try:
        facts = file.stat()
    except OSError:
        return False
    return facts.st_uid == os.getuid() and not facts.st_mode & 0o022
