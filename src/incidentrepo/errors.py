"""The errors we raise on purpose, so that one boundary can tell them from bugs."""

from typing import ClassVar


class IncidentRepoError(Exception):
    """An expected failure: what was seen and, in `hint`, what to do next."""

    exit_code: ClassVar[int] = 2

    def __init__(self, message: str, *, hint: str = "") -> None:
        super().__init__(message)
        self.message = message
        self.hint = hint


class UsageError(IncidentRepoError):
    """The command was called in a way that cannot work."""


class NothingToCheck(IncidentRepoError):
    """There is nothing that could be checked, which is never a green light."""

    exit_code = 3


class StoreError(IncidentRepoError):
    """Git, or the disk, could not do what was asked."""

    exit_code = 3


class EditError(IncidentRepoError):
    """A file's layout does not allow an edit that keeps every other byte."""

    exit_code = 1


class RefusedError(IncidentRepoError):
    """A gate says no: policy asks for something first."""

    exit_code = 1
