"""
Findings as JSON for other tools: schema/report.schema.json.

The version changes when a field changes its meaning, or goes.
"""

import json
from typing import TypedDict

from incidentrepo.findings import Finding, Report
from incidentrepo.formats.format import Format
from incidentrepo.model.place import Place

VERSION = 1


class _Row(TypedDict):
    rule: str
    summary: str
    level: str
    path: str
    line: int
    column: int
    incident: str | None
    subject: str
    message: str
    hint: str
    is_old: bool
    has_fix: bool


def write_json(report: Report) -> str:
    """Return the report as one JSON object, indented, with its keys in a fixed order."""
    content = {
        "version": VERSION,
        "checked": report.checked,
        "base": report.base or None,
        "incidents": report.incidents,
        "notes": list(report.notes),
        "findings": [_row(finding) for finding in report.findings],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


def _row(finding: Finding) -> _Row:
    place = finding.place or Place()
    return _Row(
        rule=finding.rule,
        summary=finding.summary,
        level=finding.level.value,
        path=finding.path,
        line=place.line,
        column=place.column,
        incident=finding.incident,
        subject=finding.subject,
        message=finding.message,
        hint=finding.hint,
        is_old=finding.is_old,
        has_fix=bool(finding.fix),
    )


JSON = Format(name="json", write=write_json)
