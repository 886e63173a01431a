"""The review: planned, held, or given by whoever approved the postmortem."""

from collections.abc import Iterable

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import AppendItem, Edit, SetValue
from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import EntryKind


def schedule_review(opened: OpenedRecord, stamp: Stamp, *, at: Time) -> FilesChange:
    """Return the change that plans the meeting for that time, or for another; raise where it was held."""
    _refuse_second(opened)
    entry = stamp.entry(EntryKind.REVIEW, action="scheduled", scheduled_at=at.text)
    return opened.change(
        stamp,
        [SetValue(pointer=("review", "scheduled_at"), value=at.text)],
        entry,
        subject="Review scheduled",
        reason=f"For {at}.",
        done=f"The review of {opened.id} is planned for {at}.",
    )


def hold_review(opened: OpenedRecord, stamp: Stamp, *, attendees: Iterable[str] = ()) -> FilesChange:
    """Return the change that says that others have read it in a meeting, and who took part."""
    _refuse_second(opened)
    new = [handle for handle in dict.fromkeys(attendees) if handle not in opened.incident.review.attendees]
    edits: list[Edit] = [
        SetValue(pointer=("review", "held_at"), value=stamp.at.text),
        *(AppendItem(pointer=("review", "attendees"), value=handle) for handle in new),
    ]
    with_whom = f"With {', '.join(new)}." if new else ""
    entry = stamp.entry(EntryKind.REVIEW, action="held", text=with_whom)
    return opened.change(
        stamp,
        edits,
        entry,
        subject="Review held",
        reason=with_whom,
        done=f"The review of {opened.id} was held.",
    )


def approve_review(opened: OpenedRecord, stamp: Stamp, *, approver: str) -> FilesChange:
    """
    Return the change that says that somebody else has read the postmortem and approved it.

    Raises `RefusedError` where nothing is final yet, or whoever approves wrote it.
    """
    postmortem = opened.record.postmortem
    if postmortem is None or not postmortem.is_final:
        verb = "finish" if postmortem else "new"
        raise RefusedError(
            f"the postmortem of {opened.id} is not final, so nobody can approve it",
            hint=f"incidentrepo postmortem {verb} {opened.id}",
        )
    if approver in postmortem.authors:
        raise RefusedError(
            f"{approver} wrote the postmortem of {opened.id}", hint="somebody else has to have read it"
        )
    if approver in opened.incident.review.approved_by:
        raise UsageError(f"{approver} has approved the postmortem of {opened.id} already")
    entry = stamp.entry(EntryKind.REVIEW, action="approved", approved_by=approver)
    return opened.change(
        stamp,
        [AppendItem(pointer=("review", "approved_by"), value=approver)],
        entry,
        subject="Postmortem approved",
        reason=f"By {approver}.",
        done=f"{approver} has approved the postmortem of {opened.id}.",
    )


def _refuse_second(opened: OpenedRecord) -> None:
    held_at = opened.incident.review.held_at
    if held_at is not None:
        raise UsageError(
            f"the review of {opened.id} was held already, {held_at}",
            hint=f"to correct that: incidentrepo set {opened.id} review.held_at=TIME",
        )
