"""What was found that must not be read, told without repeating it."""

from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""Where something starts and ends, in characters."""


class LeakKind(StrEnum):
    """What sort of thing the world would learn."""

    SECRET = "secret"  # noqa: S105 a word, and no password
    INTERNAL_HOST = "internal host"
    PERSON = "person"
    DENIED_TERM = "denied term"
    INTERNAL_ID = "internal id"


@dataclass(frozen=True, slots=True, kw_only=True)
class Leak:
    """
    One thing that must not be read, by its place alone.

    `what` names its sort in words (`an AWS access key`) and holds nothing of it. `start` and `length`
    count characters of the text that was searched; `line` and `column` count from 1.
    """

    kind: LeakKind
    what: str
    start: int
    length: int
    line: int
    column: int


def leak_at(text: str, kind: LeakKind, what: str, span: Span) -> Leak:
    """Return the leak at `span` of `text`."""
    start, end = span
    return Leak(
        kind=kind,
        what=what,
        start=start,
        length=end - start,
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
    )
