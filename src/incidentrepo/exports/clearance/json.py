"""
The answer as JSON; the version changes when a field changes its meaning.

`schema/gate.schema.json` says what each field is.
"""

import json

from incidentrepo.model.clearance import Clearance
from incidentrepo.model.deadline import Deadline
from incidentrepo.model.incident import Incident

VERSION = 1


def write_json(clearance: Clearance) -> str:
    """Return the answer as one JSON object, indented, with its keys in a fixed order."""
    content = {
        "version": VERSION,
        "answer": "yes" if clearance.is_given else "no",
        "about": list(clearance.about),
        "is_waiting": clearance.is_waiting,
        "overdue": [_overdue(entry) for entry in clearance.overdue],
        "open": [_open(incident, bars=incident in clearance.barred_by) for incident in clearance.burning],
        "unreadable": list(clearance.unreadable),
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _overdue(entry: Deadline) -> dict[str, str | None]:
    return {
        "incident": entry.duty.incident,
        "duty": entry.duty.name,
        "subject": entry.duty.subject,
        "owed_by": entry.duty.owed_by,
        "due_at": entry.due_at.isoformat(),
        "command": entry.command,
    }


def _open(incident: Incident, *, bars: bool) -> dict[str, object]:
    return {
        "incident": incident.id,
        "severity": incident.severity.value if incident.severity else None,
        "status": incident.status.value if incident.status else None,
        "bars": bars,
    }
