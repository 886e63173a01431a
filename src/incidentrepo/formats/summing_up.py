"""What was looked at and how much was found there, in one line."""

from incidentrepo.findings import Report
from incidentrepo.model.policy import Level


def sum_up(report: Report) -> str:
    """Return the line that closes what people read of a report."""
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
