"""Records as they are written, and what they owe."""

from datetime import datetime
from pathlib import Path

from incidentrepo.duties import owed_duties
from incidentrepo.model.duty import Duty
from tests.folders import NOW, load

HEAD = """\
schema_version: 1
id: {id}
title: Checkout
kind: incident
severity: {severity}
status: resolved
owner: grace
declared_by: ada
declared_at: 2026-11-02T09:14:00Z
resolved_at: 2026-11-02T11:05:00Z
"""
A, B, C = "2026-11-02-a", "2026-11-02-b", "2026-11-02-c"


def path_of(incident: str, name: str = "incident.yaml") -> str:
    return f"incidents/2026/11/{incident}/{name}"


def record(incident: str = A, severity: str = "SEV1", more: str = "") -> dict[str, str]:
    return {path_of(incident): HEAD.format(id=incident, severity=severity) + more}


def owed(folder: Path, *records: dict[str, str], policy: str = "", now: datetime = NOW) -> tuple[Duty, ...]:
    files = {path: text for files in records for path, text in files.items()}
    if policy:
        zone = "" if "timezone:" in policy else "timezone: UTC\n"
        files["incidentrepo.yaml"] = f"schema_version: 1\norganisation: {{name: T}}\n{zone}{policy}"
    return owed_duties(load(folder, files), now=now)


def duties(folder: Path, *records: dict[str, str], policy: str = "") -> list[tuple[str, str, str]]:
    """Return what each duty is, of which incident, and when it is due."""
    return [
        (duty.name, duty.incident, duty.due_at.isoformat(timespec="minutes"))
        for duty in owed(folder, *records, policy=policy)
    ]


FOLLOW_UP = """\
follow_ups:
  - id: f3a6q2m7x
    title: Alert on it
    created_at: 2026-11-02T11:20:00Z
    status: open
"""
