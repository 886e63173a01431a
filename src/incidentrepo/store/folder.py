"""The files of a plain folder, which need not be in a git repository."""

import os
from collections.abc import Iterable, Iterator, Mapping
from pathlib import Path

from incidentrepo.errors import NothingToCheck
from incidentrepo.store.reading import find_mode, hash_blob, read_bytes, read_sizes
from incidentrepo.store.snapshot import Blob, Snapshot, sort_blobs


def folder_snapshot(path: Path) -> Snapshot:
    """
    Return every file below `path`, whatever git says of it; `.git` is left out.

    Raises NothingToCheck where there is no such folder.
    """
    if not path.is_dir():
        raise NothingToCheck(f"no folder {path}")
    return FolderSnapshot(path)


class FolderSnapshot:
    """Files listed and read once, for their ids; read again when asked for."""

    def __init__(self, folder: Path) -> None:
        self.label = os.fspath(folder)
        self._folder = folder
        self._files = sort_blobs(_list_blobs(folder))
        self._paths = frozenset(blob.path for blob in self._files)

    def list_files(self) -> tuple[Blob, ...]:
        """Return every file, sorted by path."""
        return self._files

    def read_file(self, path: str) -> bytes:
        """Return one file's content; raise KeyError where there is no such file, or no longer."""
        if path not in self._paths:
            raise KeyError(path)
        try:
            return read_bytes(self._folder / path)
        except OSError as error:
            raise KeyError(path) from error

    def read_files(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each path with its content, in the order asked for."""
        return ((path, self.read_file(path)) for path in paths)

    def read_sizes(self, paths: Iterable[str]) -> Mapping[str, int]:
        """Return how many bytes each file has."""
        return read_sizes(self._folder, paths)


def _list_blobs(folder: Path) -> Iterator[Blob]:
    for parent, folders, names in os.walk(folder):
        # Symlinks to folders are listed among the folders, and never entered.
        links = [name for name in folders if Path(parent, name).is_symlink()]
        folders[:] = [name for name in folders if name != ".git"]
        for name in (*names, *links):
            file = Path(parent, name)
            if name != ".git" and (mode := find_mode(file)) is not None:
                path = file.relative_to(folder).as_posix()
                yield Blob(path=path, mode=mode, id=hash_blob(read_bytes(file)))
