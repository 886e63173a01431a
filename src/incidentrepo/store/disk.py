"""Files as they are on disk, read one by one: for commands that look at a few of thousands."""

import os
from pathlib import Path

from incidentrepo.errors import StoreError
from incidentrepo.store.files import locate_file
from incidentrepo.store.reading import read_bytes


class DiskFiles:
    """The files below a folder; nothing is listed, nothing is kept."""

    def __init__(self, folder: Path) -> None:
        self.label = os.fspath(folder)
        self._folder = folder

    def read_file(self, path: str) -> bytes:
        """Return one file's content; raise KeyError where there is no such file."""
        try:
            return read_bytes(locate_file(self._folder, path))
        except (OSError, StoreError) as error:
            raise KeyError(path) from error

    def list_folder(self, path: str) -> tuple[str, ...]:
        """Return the names in the folder at `path`, sorted; none where there is no such folder."""
        try:
            return tuple(sorted(entry.name for entry in os.scandir(self._folder / path)))
        except OSError:
            return ()
