"""Who sees an incident through, and who works on it as what."""

from collections.abc import Iterator

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.declaring import COMMANDER
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import AppendItem, Edit, SetValue
from incidentrepo.errors import UsageError
from incidentrepo.model.timeline import EntryKind


def set_owner(opened: OpenedRecord, stamp: Stamp, *, owner: str) -> FilesChange:
    """Return the change that hands the incident to somebody; raise `UsageError` where it is theirs."""
    before = opened.incident.owner
    if before == owner:
        raise UsageError(f"{owner} owns {opened.id} already")
    entry = stamp.entry(EntryKind.OWNER, before=before, after=owner)
    return opened.change(
        stamp,
        [SetValue(pointer=("owner",), value=owner)],
        entry,
        subject=f"Hand over to {owner}",
        done=f"{owner} owns {opened.id} now and sees it through to closed.",
    )


def set_roles(opened: OpenedRecord, stamp: Stamp, *, assignments: tuple[str, ...]) -> FilesChange:
    """
    Return the change that gives each `ROLE=HANDLE` of `assignments`, its holder a responder from then on.

    Raises `UsageError` for what is no such assignment.
    """
    roles = dict(_split_role(assignment) for assignment in assignments)
    entries = [
        stamp.entry(EntryKind.ROLE, role=role, before=opened.incident.roles.get(role), after=handle)
        for role, handle in roles.items()
    ]
    edits = [*_owner_edits(opened, roles), *_role_edits(opened, roles)]
    files = opened.edit(edits, entries)
    said = ", ".join(f"{role} is {handle}" for role, handle in roles.items())
    return FilesChange(
        files=files,
        incident=opened.id,
        subject=f"{said}: {opened.id}",
        told=stamp.told,
        done=f"{opened.id}: {said}.",
    )


def _split_role(assignment: str) -> tuple[str, str]:
    role, equals, handle = assignment.partition("=")
    if not (role and equals and handle):
        raise UsageError(f"'{assignment}' gives no role", hint="write it as ROLE=HANDLE: commander=grace")
    return role, handle


def _owner_edits(opened: OpenedRecord, roles: dict[str, str]) -> Iterator[Edit]:
    """Whoever commands sees it through, until somebody hands it over in so many words."""
    commander = roles.get(COMMANDER)
    if commander and not any(entry.kind is EntryKind.OWNER for entry in opened.incident.timeline):
        yield SetValue(pointer=("owner",), value=commander)


def _role_edits(opened: OpenedRecord, roles: dict[str, str]) -> Iterator[Edit]:
    for role, handle in roles.items():
        yield SetValue(pointer=("roles", role), value=handle)
    joining = [handle for handle in dict.fromkeys(roles.values()) if handle not in opened.incident.responders]
    for handle in joining:
        yield AppendItem(pointer=("responders",), value=handle)
