"""
What is owed as JSON for other tools; the version changes when a field changes its meaning.

`schema/deadlines.schema.json` says what each field is.
"""

import json
from collections.abc import Iterable

from incidentrepo.exports.deadlines.format import DeadlineFormat
from incidentrepo.model.deadline import Deadline, Deadlines
from incidentrepo.reminders import Reminder

VERSION = 1

_Row = dict[str, object]


def write_json(deadlines: Deadlines) -> str:
    """Return what is owed as one JSON object, indented, with its keys in a fixed order."""
    return _write(deadlines, map(_row, deadlines.entries))


def write_reminders(deadlines: Deadlines, reminders: tuple[Reminder, ...]) -> str:
    """Return what to remind of, in the same shape, each with its occasion."""
    return _write(
        deadlines,
        ({**_row(reminder.deadline), "occasion": reminder.occasion.value} for reminder in reminders),
    )


def _write(deadlines: Deadlines, rows: Iterable[_Row]) -> str:
    content = {
        "version": VERSION,
        "checked": deadlines.checked,
        "now": deadlines.now.isoformat(),
        "incidents": deadlines.incidents,
        "overdue": len(deadlines.failing),
        "unreadable": list(deadlines.unreadable),
        "deadlines": list(rows),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _row(entry: Deadline) -> _Row:
    duty = entry.duty
    return {
        "incident": duty.incident,
        "title": entry.title,
        "severity": entry.severity.value if entry.severity else None,
        "duty": duty.name,
        "subject": duty.subject,
        "follow_up": duty.follow_up,
        "owed_by": duty.owed_by,
        "since": duty.since.isoformat(),
        "within": duty.within or None,
        "due_at": entry.due_at.isoformat(),
        "is_overdue": entry.is_overdue,
        "is_nudge": duty.is_nudge,
        "is_waived": duty.is_waived,
        "command": entry.command,
    }


JSON = DeadlineFormat(name="json", write=write_json, write_reminders=write_reminders)
