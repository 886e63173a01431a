"""What was found that must not be read, told without repeating it."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum

Span = tuple[int, int]
"""Where something starts and ends, in characters."""

Found = Iterable[tuple[str, Span]]
"""What sort of thing was found, and where."""


class LeakKind(StrEnum):
    """What sort of thing the world would learn."""

    SECRET = "secret"  # noqa: S105 a word, and no password
    INTERNAL_HOST = "internal host"
    PERSON = "person"
    DENIED_TERM = "denied term"
    INTERNAL_ID = "internal id"


ADVICE = {
    LeakKind.SECRET: "revoke it where it was made, then take it out: git keeps it for ever",
    LeakKind.INTERNAL_HOST: "say what the machine is for, not what it is called",
    LeakKind.PERSON: 'say "we", or what their task was; addresses for everybody go into publishing.contacts',
    LeakKind.DENIED_TERM: "say how many, or what sort, not who",
    LeakKind.INTERNAL_ID: "name the page that the world knows, or leave it out",
}
"""What to write instead."""


def rule_of(kind: LeakKind) -> str:
    """Return the id of the rule that finds such leaks in what the world reads."""
    return f"{kind.replace(' ', '-')}-in-public-text"


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


def leaks_at(text: str, kind: LeakKind, found: Found) -> Iterator[Leak]:
    """Yield what was found in `text`, by place; of two that overlap the first and longest stands."""
    end = 0
    for what, span in sorted(found, key=lambda one: (one[1][0], -one[1][1], one[0])):
        if span[0] >= end:
            yield _leak_at(text, kind, what, span)
            end = span[1]


def _leak_at(text: str, kind: LeakKind, what: str, span: Span) -> Leak:
    start, end = span
    return Leak(
        kind=kind,
        what=what,
        start=start,
        length=end - start,
        line=text.count("\n", 0, start) + 1,
        column=start - text.rfind("\n", 0, start),
    )
