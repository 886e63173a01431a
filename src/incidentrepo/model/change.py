"""One commit of a record's history, as an auditor asks about it."""

from dataclasses import dataclass
from datetime import datetime
from enum import Enum


class ChangeKind(Enum):
    """What a commit did to a file; the values are git's letters."""

    ADDED = "A"
    MODIFIED = "M"
    DELETED = "D"
    RENAMED = "R"
    TYPE_CHANGED = "T"


@dataclass(frozen=True, slots=True, kw_only=True)
class Signature:
    """Who made a commit, as git keeps it."""

    name: str
    email: str


@dataclass(frozen=True, slots=True, kw_only=True)
class ChangedFile:
    """
    One file that a commit changed; `old_path` is where it was before a rename.

    The ids name its content before and after, None where there was none.
    """

    kind: ChangeKind
    path: str
    old_path: str | None = None
    before_id: str | None
    after_id: str | None


@dataclass(frozen=True, slots=True, kw_only=True)
class Change:
    """
    One commit: who changed what, when and why.

    `is_signed` says that the commit carries a signature, not that somebody has verified it.
    """

    commit_id: str
    author: Signature
    committer: Signature
    authored_at: datetime
    committed_at: datetime
    subject: str
    body: str
    is_signed: bool
    files: tuple[ChangedFile, ...]
