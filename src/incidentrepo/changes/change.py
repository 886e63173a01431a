"""What a command does, before anything is written."""

from collections.abc import Mapping
from dataclasses import dataclass

_SUBJECT_LENGTH = 72  # what git's own tools show without cutting it


@dataclass(frozen=True, slots=True, kw_only=True)
class FilesChange:
    """
    The files to write (None removes one) and what to say of it.

    `subject` and `reason` make the commit's message; `told` says who did it and when, where that is not
    who commits it and now. `done` tells the person what happened, and `remarks` what could be better.
    """

    files: Mapping[str, bytes | None]
    incident: str
    subject: str
    reason: str = ""
    told: str = ""
    done: str = ""
    remarks: tuple[str, ...] = ()

    @property
    def message(self) -> str:
        """The commit's message."""
        parts = (_shorten(self.subject), self.reason.strip(), self.told)
        return "\n\n".join(part for part in parts if part) + "\n"


def _shorten(subject: str) -> str:
    """Return a subject that git shows whole, without its last words where it is too long."""
    if len(subject) <= _SUBJECT_LENGTH:
        return subject
    whole_words = subject[:_SUBJECT_LENGTH].rpartition(" ")[0]
    return f"{whole_words.rstrip(': ')}…"
