"""What is owed as Markdown: for a job's summary, or the standing issue "What we owe"."""

import re
from collections import defaultdict
from collections.abc import Iterator, Sequence
from datetime import datetime

from incidentrepo.exports.deadlines.format import DeadlineFormat
from incidentrepo.exports.deadlines.wording import NOBODY, say_due, say_what, say_when
from incidentrepo.model.deadline import Deadline, Deadlines

# A host cuts an issue at 65,536 characters: what is due first is told, and how much more there is.
_MOST = 150
_LONGEST = 120
_TICKS = re.compile("`+")


def write_markdown(deadlines: Deadlines) -> str:
    """
    Return what is owed by owner, whoever is latest first, each with the next command.

    All that people wrote stands in code: there, no host makes a mention, a link, a reference or HTML of it.
    """
    shown = deadlines.entries[:_MOST]
    rest = len(deadlines.entries) - len(shown)
    lines = [
        "## What we owe",
        "",
        _sum_up(deadlines),
        *_by_owner(shown, deadlines.now),
        *(("", f"And {rest} more, due later: `incidentrepo deadlines`.") if rest else ()),
        *_unreadable(deadlines.unreadable),
    ]
    return "".join(f"{line}\n" for line in lines)


def _sum_up(deadlines: Deadlines) -> str:
    as_of = f"as of {deadlines.now:%Y-%m-%d %H:%M %z}"
    if not deadlines.entries:
        return f"Nothing, {as_of}."
    late = len(deadlines.failing)
    overdue = f"**{late} overdue**" if late else "nothing overdue"
    return f"{len(deadlines.entries)} owed, {overdue}, {as_of}."


def _by_owner(entries: Sequence[Deadline], now: datetime) -> Iterator[str]:
    """Yield a part for each owner; the entries come by date, and so do those who owe the first of them."""
    owners: dict[str, list[Deadline]] = defaultdict(list)
    for entry in sorted(entries, key=lambda entry: not entry.is_failing):
        owners[entry.duty.owed_by or ""].append(entry)
    for owner, owed in owners.items():
        yield from ("", f"### {_code(owner) if owner else NOBODY.capitalize()}", "")
        for entry in owed:
            yield from _lines(entry, now)


def _lines(entry: Deadline, now: datetime) -> Iterator[str]:
    when = say_when(entry, now)
    marked = f"**{when}**" if entry.is_failing else when
    yield f"- {marked} (due {say_due(entry.due_at)}): {_code(say_what(entry))}"
    yield f"  of {_code(entry.duty.incident)}, next {_code(entry.command)}"


def _unreadable(paths: Sequence[str]) -> Iterator[str]:
    if paths:
        yield from ("", "What these owe nobody knows, for they cannot be read:", "")
        yield from (f"- {_code(path)}" for path in paths[:_MOST])


def _code(text: str) -> str:
    """Return `text` as a code span, fenced by more backticks than it holds in a row (CommonMark 6.1)."""
    line = " ".join(text.split())
    line = line if len(line) <= _LONGEST else f"{line[: _LONGEST - 1].rstrip()}…"
    fence = "`" * (max(map(len, _TICKS.findall(line)), default=0) + 1)
    # A space is taken off each side where there is one on both, so a backtick may stand at an end.
    padded = f" {line} " if line[:1] in "` " or line[-1:] == "`" else line
    return f"{fence}{padded}{fence}"


MARKDOWN = DeadlineFormat(name="markdown", write=write_markdown)
