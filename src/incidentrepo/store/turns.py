"""Commands that change the same files wait for each other: what one writes, the next has read."""

import fcntl
import os
import time
from collections.abc import Iterator
from contextlib import contextmanager

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import Clone
from incidentrepo.store.files import disk_errors

_FILE = "incidentrepo.lock"
_PAUSE = 0.02
TIME_LIMIT = 30.0


@contextmanager
def take_turn(clone: Clone, *, limit: float = TIME_LIMIT) -> Iterator[None]:
    """
    Let no other command of ours change these files meanwhile; it ends with the process at the latest.

    From the first byte read to the commit: two that read the same record would each write it without
    the other's entry. Raises `StoreError` where the turn does not come within `limit` seconds.
    """
    path = clone.git_dir / _FILE
    with disk_errors(path):
        # The file stays: were it removed, two could hold locks on two files of that name.
        descriptor = os.open(path, os.O_RDWR | os.O_CREAT | os.O_CLOEXEC, 0o666)
    try:
        _wait(descriptor, limit)
        yield
    finally:
        os.close(descriptor)


def _wait(descriptor: int, limit: float) -> None:
    end = time.monotonic() + limit
    while not _try_lock(descriptor):
        if time.monotonic() >= end:
            raise StoreError(
                f"another incidentrepo has been at work here for {limit:g} seconds",
                hint="does one wait for a passphrase, or for an answer? end it, and run this again",
            )
        time.sleep(_PAUSE)


def _try_lock(descriptor: int) -> bool:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError:
        return False
    return True
