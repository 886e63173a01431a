"""Write and remove files so that a reader sees the old one or the new one, never half of one."""

import os
import stat
from collections.abc import Iterator
from contextlib import contextmanager, suppress
from pathlib import Path

from incidentrepo.errors import StoreError

_NEW_FILE = 0o666  # less the umask, as for any file that an editor makes


def locate_file(folder: Path, path: str) -> Path:
    """Return where `path` is on disk; raise StoreError where it could lead out of `folder`."""
    parts = path.split("/")
    if any(part in ("", ".", "..") or part.casefold() == ".git" or "\0" in part for part in parts):
        raise StoreError(f"{path!r} is not a path of a record's file")
    place = folder
    for part in parts:
        place /= part
        _refuse_symlink(place)
    return place


def write_file(path: Path, data: bytes) -> None:
    """
    Put `data` at `path` in one step, making its folders; an existing file keeps its permissions.

    Raises StoreError where `path` is a symlink, or the disk refuses; nothing has changed then.
    """
    _refuse_symlink(path)
    with disk_errors(path):
        path.parent.mkdir(parents=True, exist_ok=True)
        temporary = path.with_name(f".{path.name[:100]}.{os.urandom(6).hex()}.tmp")
        try:
            _write_new(temporary, data, like=path)
            temporary.replace(path)
        except BaseException:
            with suppress(FileNotFoundError):
                temporary.unlink()
            raise
        _flush_folder(path.parent)


def remove_file(path: Path) -> None:
    """Remove a file that may be gone already, and the folders that this leaves empty stay."""
    with disk_errors(path):
        path.unlink(missing_ok=True)


def _write_new(path: Path, data: bytes, *, like: Path) -> None:
    descriptor = os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _NEW_FILE)
    with os.fdopen(descriptor, "wb") as file:
        with suppress(FileNotFoundError):
            os.fchmod(file.fileno(), stat.S_IMODE(like.stat().st_mode))
        file.write(data)
        file.flush()
        os.fsync(file.fileno())


def _flush_folder(folder: Path) -> None:
    # Without this a power cut may bring the old name back.
    descriptor = os.open(folder, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _refuse_symlink(path: Path) -> None:
    if path.is_symlink():
        raise StoreError(
            f"{path} is a symlink, which could lead anywhere", hint="put a real file or folder there"
        )


@contextmanager
def disk_errors(path: Path) -> Iterator[None]:
    """Turn what the disk refuses into a StoreError that names `path`."""
    try:
        yield
    except OSError as error:
        raise StoreError(f"{path} cannot be written: {(error.strerror or str(error)).lower()}") from error
