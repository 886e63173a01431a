"""Entries that change nothing but what is known: notes, and updates for those who follow."""

from typing import TYPE_CHECKING

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.errors import RefusedError
from incidentrepo.model.status import UpdateState, Visibility
from incidentrepo.model.timeline import EntryKind

if TYPE_CHECKING:
    from incidentrepo.changes.leaking import Watch


def add_note(opened: OpenedRecord, stamp: Stamp, *, text: str, is_starred: bool = False) -> FilesChange:
    """Return the change that adds a note."""
    entry = stamp.entry(EntryKind.NOTE, text=text, starred=is_starred)
    return opened.change(stamp, [], entry, subject="Note", reason=text, done=f"Noted on {opened.id}.")


def add_update(
    opened: OpenedRecord, stamp: Stamp, watch: "Watch | None", *, text: str, state: UpdateState | None
) -> FilesChange:
    """
    Return the change that adds an update: to the world where there is a `watch` over what it reads.

    Raises `RefusedError` where it should read it and there is no public page to put it on, or the text
    holds what it must not know.
    """
    is_public = watch is not None
    if is_public and opened.record.public_page is None:
        raise RefusedError(
            f"{opened.id} has no public.md yet, so the world has no page to read this on",
            hint=f"incidentrepo public draft {opened.id}",
        )
    if watch is not None:
        # Imported here: other entries have no need of it.
        from incidentrepo.changes.leaking import refuse_leaks

        refuse_leaks(watch, text, where="text")
    entry = stamp.entry(
        EntryKind.UPDATE,
        audience="public" if is_public else None,
        state=state.value if state else None,
        text=text,
    )
    return opened.change(
        stamp, [], entry, subject="Update", reason=text, done=_done(opened, is_public=is_public)
    )


def _done(opened: OpenedRecord, *, is_public: bool) -> str:
    if not is_public:
        return f"Updated {opened.id} for those who follow it."
    if opened.incident.visibility is Visibility.PUBLIC:
        return f"Updated {opened.id} for the world."
    return f"Updated {opened.id}; the world reads it once you `incidentrepo publish {opened.id}`."
