"""Entries that change nothing but what is known: notes, and updates for those who follow inside."""

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.model.status import UpdateState
from incidentrepo.model.timeline import EntryKind


def add_note(opened: OpenedRecord, stamp: Stamp, *, text: str, is_starred: bool = False) -> FilesChange:
    """Return the change that adds a note."""
    entry = stamp.entry(EntryKind.NOTE, text=text, starred=is_starred)
    return opened.change(stamp, [], entry, subject="Note", reason=text, done=f"Noted on {opened.id}.")


def add_update(opened: OpenedRecord, stamp: Stamp, *, text: str, state: UpdateState | None) -> FilesChange:
    """Return the change that adds an update for the organisation's own people."""
    entry = stamp.entry(EntryKind.UPDATE, state=state.value if state else None, text=text)
    done = f"Updated {opened.id} for those who follow it."
    return opened.change(stamp, [], entry, subject="Update", reason=text, done=done)
