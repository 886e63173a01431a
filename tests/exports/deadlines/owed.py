"""What is owed, made by hand: one of each sort."""

from datetime import UTC, datetime, timedelta

from incidentrepo.model.deadline import Deadline, Deadlines
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.severity import Severity

# A Monday.
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
INCIDENT = "2026-11-02-checkout-errors"


def end_of(day: int) -> datetime:
    return datetime(2026, 11, day, 23, 59, 59, 999999, tzinfo=UTC)


def owed(
    name: str,
    due_at: datetime,
    *,
    subject: str = "",
    title: str = "Checkout answers 500",
    by: str | None = "ada",
    incident: str = INCIDENT,
    command: str = "incidentrepo postmortem new checkout",
    is_waived: bool = False,
) -> Deadline:
    duty = Duty(
        name=name,
        incident=incident,
        subject=subject or name,
        owed_by=by,
        since=NOW - timedelta(days=14),
        due_at=due_at,
        within="10 business days",
        follow_up="f3a6q2m7x" if name == DutyKind.FOLLOW_UP else None,
        is_nudge=name == DutyKind.UPDATE,
        is_waived=is_waived,
    )
    return Deadline(
        duty=duty,
        title=title,
        severity=Severity.SEV1,
        due_at=due_at,
        command=command,
        is_overdue=due_at < NOW,
    )


LATE = owed(DutyKind.FOLLOW_UP, end_of(20), subject="Alert on checkout success", by="grace")
NUDGE = owed(DutyKind.UPDATE, NOW - timedelta(minutes=46), command='incidentrepo update checkout "..."')
REPORT = owed("authority-report", datetime(2026, 11, 24, 14, 30, tzinfo=UTC), by=None)
SOON = owed(DutyKind.POSTMORTEM, end_of(25))


def make(*entries: Deadline, incidents: int = 3, unreadable: tuple[str, ...] = ()) -> Deadlines:
    return Deadlines(
        organisation="Tern Parcels",
        checked="the work tree",
        now=NOW,
        entries=entries,
        incidents=incidents,
        unreadable=unreadable,
    )
