"""Leave not to pay a duty: who gave it, and until when."""

from dataclasses import replace
from datetime import datetime

from incidentrepo.duties.case import Case
from incidentrepo.model.duty import NEVER_WAIVED, Duty
from incidentrepo.model.incident import Waiver


def let_off(case: Case, duty: Duty) -> Duty:
    """Return the duty with the longest leave that another person, neither author nor owner, gave from it."""
    if duty.name in NEVER_WAIVED:
        return duty
    granted = [
        waiver for waiver in case.incident.waivers if waiver.duty == duty.name and _is_granted(waiver, case)
    ]
    if not granted:
        return duty
    longest = max(granted, key=lambda waiver: _until(waiver, case))
    return replace(duty, is_waived=True, waived_until=_until(longest, case), waived_by=longest.approved_by)


def _is_granted(waiver: Waiver, case: Case) -> bool:
    return not waiver.is_new and case.people.is_another(waiver.approved_by, waiver.by, case.incident.owner)


def _until(waiver: Waiver, case: Case) -> datetime:
    """Return when the leave runs out, or the last instant there is."""
    if waiver.until is None:
        return datetime.max.replace(tzinfo=case.policy.calendar.zone)
    return case.as_instant(waiver.until)
