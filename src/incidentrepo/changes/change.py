"""What a command does, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesChange:
    """
    The files to write (None removes one) and what to say of it.

    `subject` and `reason` make the commit's message; `done` tells the person what happened.
    """

    files: Mapping[str, bytes | None]
    incident: str
    subject: str
    reason: str = ""
    done: str = ""

    @property
    def message(self) -> str:
        """The commit's message."""
        return f"{self.subject}\n\n{self.reason}\n" if self.reason else f"{self.subject}\n"
