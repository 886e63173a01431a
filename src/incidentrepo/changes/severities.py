"""A severity judged anew, with its reason."""

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import SetValue
from incidentrepo.errors import UsageError
from incidentrepo.model.severity import Severity
from incidentrepo.model.timeline import EntryKind


def change_severity(opened: OpenedRecord, stamp: Stamp, *, severity: Severity, reason: str) -> FilesChange:
    """Return the change to another severity; raises `UsageError` where it is that already."""
    before = opened.incident.severity
    if before is severity:
        raise UsageError(f"{opened.id} is {severity} already")
    entry = stamp.entry(
        EntryKind.SEVERITY, before=before.value if before else None, after=severity.value, reason=reason
    )
    return opened.change(
        stamp,
        [SetValue(pointer=("severity",), value=severity.value, after="kind")],
        entry,
        subject=f"{before or 'No severity'} to {severity}",
        reason=reason,
        done=f"{opened.id} is {severity} now{f', was {before}' if before else ''}.",
    )
