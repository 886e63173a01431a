"""What files are read from, where it makes no difference whether that is a snapshot or the disk."""

from typing import Protocol


class Files(Protocol):
    """Files by their path from the root."""

    @property
    def label(self) -> str:
        """What is read, in words, for messages."""

    def read_file(self, path: str) -> bytes:
        """Return one file's content; raise KeyError where there is no such file."""


class Folders(Files, Protocol):
    """Files, and what is in a folder, for those who look at a few of thousands."""

    def list_folder(self, path: str) -> tuple[str, ...]:
        """Return the names in the folder at `path`, sorted; none where there is no such folder."""
