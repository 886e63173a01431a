"""
Read git's objects by id, thousands a second.

By one `git cat-file` that stays open, rather than by pygit2: it reads as fast, costs no import,
opens sha256 repositories, and sees what a server's hook holds in quarantine.
"""

import os
import select
import subprocess
import time
from collections.abc import Iterable, Iterator
from contextlib import suppress
from itertools import islice
from typing import IO, Self

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import Clone
from incidentrepo.store.running import (
    READING,
    TIME_LIMIT,
    git_command,
    git_environment,
    git_is_missing,
    git_took_too_long,
    run_git,
)

# Ids sent before the first answer is read: well under what a pipe holds (4 KiB at the least is promised
# by POSIX, 16 KiB is the least in use), so that neither side ever waits for the other.
_AHEAD = 60
_CHUNK = 1 << 16


class ObjectReader:
    """Reads a repository's objects; starts git at the first read, and again in each forked process."""

    def __init__(self, clone: Clone) -> None:
        self._clone = clone
        self._git: subprocess.Popen[bytes] | None = None
        self._started_in = 0
        self._unread = b""

    def __reduce__(self) -> tuple[type[Self], tuple[Clone]]:
        return type(self), (self._clone,)

    def __del__(self) -> None:
        self.close()

    def close(self) -> None:
        """End git; a later read starts it again."""
        git, self._git = self._git, None
        self._unread = b""
        if git is None:
            return
        for pipe in (git.stdin, git.stdout):
            with suppress(OSError):  # what was still to be sent has nobody to read it
                _open(pipe).close()
        # A child of the process that forked us is not ours to wait for.
        if self._started_in == os.getpid():
            git.kill()
            git.wait()

    def read_many(self, ids: Iterable[str]) -> Iterator[bytes]:
        """Yield the content of each object, in order; raise StoreError where one is missing."""
        remaining = iter(ids)
        while batch := tuple(islice(remaining, _AHEAD)):
            # Whole batches only: a caller who stops early must leave nothing in the pipe.
            yield from self._read_batch(batch)

    def read(self, object_id: str) -> bytes:
        """Return the content of one object."""
        return self._read_batch((object_id,))[0]

    def _read_batch(self, ids: tuple[str, ...]) -> list[bytes]:
        git = self._running()
        deadline = time.monotonic() + TIME_LIMIT
        try:
            pipe = _open(git.stdin)
            pipe.write("".join(f"{object_id}\n" for object_id in ids).encode("ascii"))
            pipe.flush()
            return [self._take_object(object_id, deadline) for object_id in ids]
        except BaseException:  # an interrupt too leaves answers in the pipe that nobody asked for
            self.close()
            raise

    def _running(self) -> subprocess.Popen[bytes]:
        if self._git is None or self._started_in != os.getpid():
            self.close()
            self._git = _start(self._clone)
            self._started_in = os.getpid()
        return self._git

    def _take_object(self, object_id: str, deadline: float) -> bytes:
        # https://git-scm.com/docs/git-cat-file#_batch_output
        header = self._take_until_newline(deadline).split(b" ")
        if len(header) != 3:
            raise _missing(object_id)
        size = int(header[2])
        while len(self._unread) <= size:
            self._receive(deadline)
        content, self._unread = self._unread[:size], self._unread[size + 1 :]
        return content

    def _take_until_newline(self, deadline: float) -> bytes:
        while (end := self._unread.find(b"\n")) < 0:
            self._receive(deadline)
        line, self._unread = self._unread[:end], self._unread[end + 1 :]
        return line

    def _receive(self, deadline: float) -> None:
        pipe = _open(self._running().stdout)
        ready, _, _ = select.select([pipe], [], [], max(0.0, deadline - time.monotonic()))
        if not ready:
            raise git_took_too_long(("cat-file",), TIME_LIMIT)
        received = os.read(pipe.fileno(), _CHUNK)
        if not received:
            raise _missing("")
        self._unread += received


def read_objects(clone: Clone, ids: Iterable[str]) -> Iterator[bytes]:
    """Yield the content of each object, in order, by a git of its own that ends with the last."""
    reader = ObjectReader(clone)
    try:
        yield from reader.read_many(ids)
    finally:
        reader.close()


def object_sizes(clone: Clone, ids: Iterable[str]) -> dict[str, int]:
    """Return how many bytes each object has, without reading it; what a partial clone lacks is left out."""
    wanted = "".join(f"{object_id}\n" for object_id in dict.fromkeys(ids))
    if not wanted:
        return {}
    # https://git-scm.com/docs/git-cat-file#_batch_output
    asked = "--batch-check=%(objectname) %(objectsize)"
    # 128: at the first object that would have to be fetched, git gives up.
    told = run_git(clone.folder, "cat-file", asked, stdin=wanted.encode(), accepted=(0, 128))
    facts = (line.split(" ") for line in told.decode().splitlines())
    return {object_id: int(size) for object_id, size in facts if size.isdigit()}


def _start(clone: Clone) -> subprocess.Popen[bytes]:
    try:
        return subprocess.Popen(
            git_command(clone.folder, "cat-file", "--batch"),
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=subprocess.DEVNULL,
            env=git_environment(READING),
        )
    except FileNotFoundError as error:
        raise git_is_missing() from error


def _open(pipe: IO[bytes] | None) -> IO[bytes]:
    assert pipe is not None, "git is started with both its pipes"
    return pipe


def _missing(object_id: str) -> StoreError:
    return StoreError(
        f"the object {object_id} cannot be read" if object_id else "an object cannot be read",
        hint="if this clone is partial, clone it anew without `--filter`; else run `git fsck`",
    )
