"""The folder that MkDocs builds into: gone after the build, and after one that was killed, with the next."""

import fcntl
import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path
from tempfile import gettempdir, mkdtemp

_PREFIX = "incidentrepo-site-"


@contextmanager
def open_stage() -> Iterator[Path]:
    """Give an empty folder; it is removed at the end, and so are those of builds that are no more."""
    for left in Path(gettempdir()).glob(f"{_PREFIX}*"):
        _remove_left(left)
    place, descriptor = _make_stage()
    try:
        yield place
    finally:
        shutil.rmtree(place, ignore_errors=True)
        if descriptor is not None:
            os.close(descriptor)


def _make_stage() -> tuple[Path, int | None]:
    """Return a new folder, and what holds it; None on a disk that knows no locks."""
    while True:
        place = Path(mkdtemp(prefix=_PREFIX))
        descriptor = _hold(place)
        # Another build may have taken it for one that was left, in the moment before it was held.
        if place.is_dir():
            return place, descriptor
        if descriptor is not None:
            os.close(descriptor)


def _remove_left(place: Path) -> None:
    descriptor = _hold(place)
    if descriptor is not None:
        shutil.rmtree(place, ignore_errors=True)
        os.close(descriptor)


def _hold(place: Path) -> int | None:
    """Return what holds the folder until it is closed; None where it is held, or not this user's."""
    with suppress(OSError):
        descriptor = os.open(place, os.O_RDONLY | os.O_DIRECTORY | os.O_NOFOLLOW | os.O_CLOEXEC)
        try:
            if os.fstat(descriptor).st_uid == os.getuid():
                fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
                return descriptor
        except OSError:
            os.close(descriptor)
            return None
        os.close(descriptor)
    return None
