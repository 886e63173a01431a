"""A severity judged anew, with its reason."""

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import SetValue
from incidentrepo.errors import UsageError
from incidentrepo.model.incident import Incident
from incidentrepo.model.severity import Severity
from incidentrepo.model.summary import summarise
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import EntryKind, SeverityChange


def change_severity(
    opened: OpenedRecord,
    stamp: Stamp,
    *,
    severity: Severity,
    reason: str,
    is_correction: bool = False,
    confirmed_by: str | None = None,
) -> FilesChange:
    """
    Return the change to another severity; raises `UsageError` where it was that already.

    A correction says that the old one was never true; it takes its duties back once another person has
    confirmed it. What is told late changes the timeline, and not what a later entry says.
    """
    later = _later_change(opened.incident, stamp.at)
    before = _severity_at(opened.incident, stamp.at) if later else opened.incident.severity
    if before is severity:
        raise UsageError(f"{opened.id} is {severity} already")
    entry = stamp.entry(
        EntryKind.SEVERITY,
        before=before.value if before else None,
        after=severity.value,
        reason=reason,
        correction=is_correction,
        confirmed_by=confirmed_by,
    )
    was = f", was {before}" if before else ""
    now = f"{opened.id} was {severity} then{was}; since {later} it is {opened.incident.severity}."
    return opened.change(
        stamp,
        [SetValue(pointer=("severity",), value=severity.value)],
        entry,
        subject=f"{before or 'No severity'} to {severity}",
        reason=reason,
        done=now if later else f"{opened.id} is {severity} now{was}.",
    )


def _later_change(incident: Incident, at: Time) -> Time | None:
    """Return when the severity was changed after that time, if it was."""
    changes = (entry.at for entry in incident.timeline if isinstance(entry, SeverityChange))
    return next((changed_at for changed_at in changes if changed_at and at.is_before(changed_at)), None)


def _severity_at(incident: Incident, at: Time) -> Severity | None:
    earlier = (entry for entry in incident.timeline if entry.at and not at.is_before(entry.at))
    return summarise(tuple(earlier)).severity
