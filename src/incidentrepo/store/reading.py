"""Read files from disk without ever following a symlink, and name their content as git does."""

import errno
import hashlib
import os
import stat
from collections.abc import Iterable, Iterator
from contextlib import suppress
from functools import cache
from pathlib import Path
from typing import Literal

from incidentrepo.store.snapshot import FileMode


def read_bytes(file: Path) -> bytes:
    """Return a file's content, or a symlink's target; raise OSError for anything else."""
    try:
        # O_NONBLOCK: opening a named pipe would wait for its writer.
        descriptor = os.open(file, os.O_RDONLY | os.O_NOFOLLOW | os.O_NONBLOCK | os.O_CLOEXEC)
    except OSError as error:
        if error.errno != errno.ELOOP:
            raise
        return os.readlink(os.fsencode(file))  # noqa: PTH115 - a Path would tidy the target up
    with os.fdopen(descriptor, "rb") as opened:
        if not stat.S_ISREG(os.fstat(descriptor).st_mode):
            raise OSError(errno.EINVAL, "not a file", str(file))
        return opened.read()


def read_sizes(folder: Path, paths: Iterable[str]) -> dict[str, int]:
    """Return how many bytes each file below `folder` has; one that is gone is left out."""
    sizes = {}
    for path in paths:
        with suppress(OSError):
            sizes[path] = os.lstat(folder / path).st_size
    return sizes


def find_mode(file: Path) -> FileMode | None:
    """Return what git would keep there; None for what git does not keep, or nothing at all."""
    try:
        mode = os.lstat(file).st_mode
    except (FileNotFoundError, NotADirectoryError):
        return None
    if stat.S_ISLNK(mode):
        return FileMode.SYMLINK
    if not stat.S_ISREG(mode):
        return None
    return FileMode.EXECUTABLE if mode & stat.S_IXUSR else FileMode.FILE


def leave_out_behind_symlinks(folder: Path, paths: Iterable[str]) -> Iterator[str]:
    """Yield the paths that no symlink on their way leads elsewhere; git takes the others for gone."""

    @cache  # many files share a folder
    def is_inside(parent: str) -> bool:
        if not parent:
            return True
        return not (folder / parent).is_symlink() and is_inside(parent.rpartition("/")[0])

    return (path for path in paths if is_inside(path.rpartition("/")[0]))


def hash_blob(content: bytes, object_format: Literal["sha1", "sha256"] = "sha1") -> str:
    """Return the id that git gives this content; https://git-scm.com/book/en/v2/Git-Internals-Git-Objects."""
    # Git's choice, for naming content: nothing rests on SHA-1 being hard to forge.
    return hashlib.new(
        object_format, b"blob %d\0" % len(content) + content, usedforsecurity=False
    ).hexdigest()
