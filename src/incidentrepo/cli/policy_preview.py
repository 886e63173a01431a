"""What another policy would do, as text and as JSON."""

import json
from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime

from incidentrepo.exports.deadlines.wording import say_due
from incidentrepo.findings import Finding
from incidentrepo.model.duty import Duty
from incidentrepo.policy_preview import PolicyPreview

VERSION = 1


def write_preview(preview: PolicyPreview) -> str:
    """Return what would change, each change in a line under what it is."""
    parts = (
        ("Newly owed", [_say_owed(duty, preview.now) for duty in preview.owed]),
        ("Due at another time", [_say_moved(*pair, preview.now) for pair in preview.moved]),
        ("Owed no longer", [_say(duty) for duty in preview.let_off]),
        ("Newly failing", [_say_finding(finding) for finding in preview.failing]),
        ("Newly passing", [_say_finding(finding) for finding in preview.passing]),
    )
    lines = [_head(preview), *(line for title, lines in parts for line in _part(title, lines))]
    if preview.is_empty:
        lines.append("Nothing would change.")
    return "".join(f"{line}\n" for line in lines)


def write_preview_json(preview: PolicyPreview) -> str:
    """Return the same as one JSON object; `schema/policy-preview.schema.json` says what each field is."""
    content = {
        "version": VERSION,
        "base": preview.base,
        "checked": preview.checked,
        "incidents": preview.incidents,
        "newly_owed": [_duty_row(duty, preview.now) for duty in preview.owed],
        "due_at_another_time": [
            {**_duty_row(after, preview.now), "was_due_at": before.due_at.isoformat()}
            for before, after in preview.moved
        ],
        "owed_no_longer": [_duty_row(duty, preview.now) for duty in preview.let_off],
        "newly_failing": [_finding_row(finding) for finding in preview.failing],
        "newly_passing": [_finding_row(finding) for finding in preview.passing],
    }
    return json.dumps(content, indent=2, ensure_ascii=False) + "\n"


PREVIEW_FORMATS: Mapping[str, Callable[[PolicyPreview], str]] = {
    "text": write_preview,
    "json": write_preview_json,
}


def _head(preview: PolicyPreview) -> str:
    count = f"{preview.incidents} incident{'' if preview.incidents == 1 else 's'}"
    return f"The policy of {preview.checked} against that of {preview.base}, over {count}:"


def _part(title: str, lines: Iterable[str]) -> Iterator[str]:
    found = list(lines)
    if found:
        yield f"{title} ({len(found)})"
        yield from (f"  {line}" for line in found)


def _say(duty: Duty) -> str:
    return f"{duty.incident}: {duty.subject}"


def _say_owed(duty: Duty, now: datetime) -> str:
    late = ", overdue at once" if duty.is_overdue(now) else ""
    return f"{_say(duty)}, due {say_due(duty.due_at)}{late}"


def _say_moved(before: Duty, after: Duty, now: datetime) -> str:
    late = ", overdue at once" if after.is_overdue(now) and not before.is_overdue(now) else ""
    return f"{_say(after)}, due {say_due(after.due_at)}, was {say_due(before.due_at)}{late}"


def _say_finding(finding: Finding) -> str:
    return f"{finding.path}:{finding.place.line if finding.place else 1}: {finding.rule}: {finding.message}"


def _duty_row(duty: Duty, now: datetime) -> dict[str, object]:
    return {
        "incident": duty.incident,
        "duty": duty.name,
        "subject": duty.subject,
        "follow_up": duty.follow_up,
        "owed_by": duty.owed_by,
        "due_at": duty.due_at.isoformat(),
        "is_overdue": duty.is_overdue(now),
    }


def _finding_row(finding: Finding) -> dict[str, object]:
    return {
        "rule": finding.rule,
        "incident": finding.incident,
        "path": finding.path,
        "line": finding.place.line if finding.place else 1,
        "message": finding.message,
    }
