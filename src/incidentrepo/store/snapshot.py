"""What a version of the files looks like, wherever it is read from."""

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from enum import Enum
from typing import Protocol

from incidentrepo.errors import StoreError


class FileMode(Enum):
    """What git keeps under a path; the values are git's own."""

    FILE = "100644"
    EXECUTABLE = "100755"
    SYMLINK = "120000"
    SUBMODULE = "160000"


_PLAIN = frozenset({FileMode.FILE, FileMode.EXECUTABLE})


@dataclass(frozen=True, slots=True, kw_only=True)
class Blob:
    """One file of a snapshot: `path` from the root with `/`, `id` as git names its content."""

    path: str
    mode: FileMode
    id: str

    @property
    def is_plain(self) -> bool:
        """Whether it is a file, and not a way to somewhere else."""
        return self.mode in _PLAIN


class Snapshot(Protocol):
    """
    All files under the root at one moment: the work tree, the index, a commit, or a folder.

    `label` says which, for messages. A symlink is never followed: its content is its target.
    """

    @property
    def label(self) -> str:
        """What was read, in words."""

    def list_files(self) -> tuple[Blob, ...]:
        """Return every file, sorted by path."""

    def read_file(self, path: str) -> bytes:
        """Return one file's content; raise KeyError where the snapshot has no such file."""

    def read_files(self, paths: Iterable[str]) -> Iterator[tuple[str, bytes]]:
        """Yield each path with its content, in the order asked for: the fast way to read many."""

    def read_sizes(self, paths: Iterable[str]) -> Mapping[str, int]:
        """Return how many bytes each file has; what cannot be told without fetching it is left out."""


def parse_mode(text: str) -> FileMode:
    """Return the mode that git writes as `text`; old trees hold `100664` and the like."""
    if text in ("120000", "160000"):
        return FileMode(text)
    return FileMode.EXECUTABLE if int(text, 8) & 0o100 else FileMode.FILE


def sort_blobs(blobs: Iterable[Blob]) -> tuple[Blob, ...]:
    """Return the blobs by path, so that every kind of snapshot lists in the same order."""
    return tuple(sorted(blobs, key=_path_of))


def is_submodule(path: str) -> StoreError:
    """Return the error for reading what is another repository."""
    return StoreError(f"{path} is a submodule, which has no content of its own")


def _path_of(blob: Blob) -> str:
    return blob.path
