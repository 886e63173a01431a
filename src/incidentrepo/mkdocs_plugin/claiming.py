"""Whose folder a site is built into: ours to fill, and one build's at a time."""

import fcntl
import os
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from incidentrepo.errors import StoreError, UsageError

# Says that a folder is ours to overwrite: nobody's files are lost to a mistyped `--output`.
SIGN = ".incidentrepo-site"
_SIGN_TEXT = b"Made by `incidentrepo site build`, which replaces and removes what lies here.\n"


def require_own_folder(folder: Path) -> None:
    """Raise UsageError unless `folder` is new, empty, or was filled by a build before."""
    with _in_words(folder):
        if not folder.exists():
            return
        if not folder.is_dir():
            raise UsageError(f"{folder} is a file", hint="name a folder for the site")
        if any(folder.iterdir()) and not (folder / SIGN).exists():
            raise UsageError(
                f"{folder} holds files that are not a site of ours",
                hint="name a new or empty folder for the site",
            )


@contextmanager
def hold_folder(folder: Path) -> Iterator[None]:
    """
    Make `folder` ours, and let no other build write there meanwhile; it ends with the process at the latest.

    Raises UsageError where it holds somebody else's files, cannot be made, or another build writes there.
    """
    require_own_folder(folder)
    with _in_words(folder):
        folder.mkdir(parents=True, exist_ok=True)
        flags = os.O_RDWR | os.O_CREAT | os.O_CLOEXEC | os.O_NOFOLLOW
        descriptor = os.open(folder / SIGN, flags, 0o666)
    try:
        _lock(descriptor, folder)
        if not os.fstat(descriptor).st_size:
            os.write(descriptor, _SIGN_TEXT)
        yield
    except PermissionError as error:
        raise StoreError(
            f"{error.filename} cannot be written: permission denied",
            hint="did somebody else build there? remove the folder as them, or name another with --output",
        ) from error
    finally:
        os.close(descriptor)


def _lock(descriptor: int, folder: Path) -> None:
    try:
        fcntl.flock(descriptor, fcntl.LOCK_EX | fcntl.LOCK_NB)
    except BlockingIOError as error:
        raise UsageError(
            f"another build is writing in {folder}",
            hint="wait until it is done, or name another folder with --output",
        ) from error


@contextmanager
def _in_words(folder: Path) -> Iterator[None]:
    """Say what the disk refuses of a folder that a person named."""
    try:
        yield
    except OSError as error:
        raise UsageError(
            f"no site can be built in {folder}: {(error.strerror or str(error)).lower()}",
            hint="name another folder with --output",
        ) from error
