"""Findings as lines for a terminal: where, how bad, which rule, what, and what to do."""

from incidentrepo.findings import Finding, Report
from incidentrepo.formats.format import Format
from incidentrepo.formats.summing_up import sum_up
from incidentrepo.model.place import Place


def write_text(report: Report) -> str:
    """Return each finding with its hint, and a last line that sums up."""
    lines = [line for finding in report.findings for line in _finding_lines(finding)]
    lines += [f"note: {note}" for note in report.notes]
    return "\n".join([*map(_show, lines), sum_up(report), ""])


def _show(line: str) -> str:
    """Return the line with what cannot be seen spelled out: a file's name could steer a terminal."""
    if line.isprintable():
        return line
    return "".join(letter if letter.isprintable() else repr(letter)[1:-1] for letter in line)


def _finding_lines(finding: Finding) -> list[str]:
    place = finding.place or Place()
    old = " (not new)" if finding.is_old else ""
    head = f"{finding.path}:{place.line}:{place.column}: {finding.level}[{finding.rule}]"
    lines = [f"{head} {finding.message}{old}"]
    return [*lines, f"  hint: {finding.hint}"] if finding.hint else lines


TEXT = Format(name="text", write=write_text)
