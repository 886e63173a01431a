"""What is owed as lines for a terminal: when, who, what, and the command that pays it."""

import textwrap
from collections.abc import Iterable, Iterator, Sequence
from datetime import datetime

from incidentrepo.exports.deadlines.format import DeadlineFormat
from incidentrepo.exports.deadlines.wording import NOBODY, say_due, say_what, say_when
from incidentrepo.model.deadline import Deadline, Deadlines
from incidentrepo.reminders import Occasion, Reminder

_WIDTH = 80
_OWNER_WIDTH = 16
_LEAST = 12
_GAP = "  "
_HEADINGS = {
    Occasion.OVERDUE: "Overdue",
    Occasion.TODAY: "Due today, or before the next workday",
    Occasion.IN_TWO_DAYS: "Due in two workdays",
}


def write_text(deadlines: Deadlines) -> str:
    """Return each deadline in two lines, and a last line that sums up and names who is late."""
    lines = [*_rows(deadlines.entries, deadlines.now), _sum_up(deadlines)]
    return "".join(f"{line}\n" for line in lines)


def write_reminders(deadlines: Deadlines, reminders: tuple[Reminder, ...]) -> str:
    """Return what to remind of under why, the most pressing first; nothing where there is nothing."""
    lines: list[str] = []
    for occasion in (Occasion.OVERDUE, Occasion.TODAY, Occasion.IN_TWO_DAYS):
        entries = [reminder.deadline for reminder in reminders if reminder.occasion is occasion]
        if entries:
            lines += [_HEADINGS[occasion], *_rows(entries, deadlines.now)]
    return "".join(f"{line}\n" for line in lines)


def _rows(entries: Sequence[Deadline], now: datetime) -> Iterator[str]:
    """Yield two lines for each, their columns under each other over all of them."""
    cells = [(say_due(entry.due_at), say_when(entry, now), _owner(entry)) for entry in entries]
    widths = [max((len(cell) for cell in column), default=0) for column in zip(*cells, strict=True)]
    for entry, row in zip(entries, cells, strict=True):
        head = _GAP.join(f"{cell:<{width}}" for cell, width in zip(row, widths, strict=True))
        room = max(_WIDTH - len(head) - len(_GAP), _LEAST)
        yield f"{head}{_GAP}{_shorten(say_what(entry), room)}"
        yield f"{_GAP}{entry.command}"


def _owner(entry: Deadline) -> str:
    return _shorten(entry.duty.owed_by or NOBODY, _OWNER_WIDTH)


def _shorten(text: str, width: int) -> str:
    line = " ".join(text.split())
    return line if len(line) <= width else f"{line[: width - 1].rstrip()}…"


def _sum_up(deadlines: Deadlines) -> str:
    scope = f" {deadlines.scope}" if deadlines.scope else ""
    if not deadlines.entries:
        is_new = not deadlines.incidents and not deadlines.unreadable
        return f"Nothing is owed{': there is no incident yet' if is_new else scope}."
    late = deadlines.failing
    names = f", by {', '.join(_names(late))}" if late else ""
    return textwrap.fill(f"{len(deadlines.entries)} owed{scope}, {len(late)} overdue{names}.", _WIDTH)


def _names(entries: Iterable[Deadline]) -> tuple[str, ...]:
    return tuple(dict.fromkeys(entry.duty.owed_by or NOBODY for entry in entries))


TEXT = DeadlineFormat(name="text", write=write_text, write_reminders=write_reminders)
