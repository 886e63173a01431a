"""Findings as lines for a terminal: where, how bad, which rule, what, and what to do."""

from incidentrepo.findings import Finding, Report
from incidentrepo.formats.format import Format
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level


def write_text(report: Report) -> str:
    """Return each finding with its hint, and a last line that sums up."""
    lines = [line for finding in report.findings for line in _finding_lines(finding)]
    lines += [f"note: {note}" for note in report.notes]
    return "\n".join([*lines, _sum_up(report), ""])


def _finding_lines(finding: Finding) -> list[str]:
    place = finding.place or Place()
    old = " (not new)" if finding.is_old else ""
    head = f"{finding.path}:{place.line}:{place.column}: {finding.level}[{finding.rule}]"
    lines = [f"{head} {finding.message}{old}"]
    return [*lines, f"  hint: {finding.hint}"] if finding.hint else lines


def _sum_up(report: Report) -> str:
    counts = [
        f"{count} {level}{'' if count == 1 else 's'}"
        for level in (Level.ERROR, Level.WARNING, Level.NOTE)
        if (count := report.count(level))
    ]
    incidents = f"{report.incidents} incident{'' if report.incidents == 1 else 's'}"
    against = f" against {report.base}" if report.base else ""
    old = sum(finding.is_old for finding in report.findings)
    kept = f"; {old} not new" if old else ""
    return f"Checked {incidents} in {report.checked}{against}: {', '.join(counts) or 'nothing found'}{kept}."


TEXT = Format(name="text", write=write_text)
