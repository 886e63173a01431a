"""Every place in a record that names a person."""

from collections.abc import Iterator

from incidentrepo.model.incident import Incident
from incidentrepo.model.place import Pointer
from incidentrepo.model.record import Record
from incidentrepo.model.timeline import EntryKind, PartChange, SeverityChange, StatusChange


def named_people(record: Record) -> Iterator[tuple[Pointer, str]]:
    """Yield each handle in the record's own file, with where it stands; the same may come twice."""
    for pointer, handle in (*_fields(record.incident), *_timeline(record.incident)):
        if handle:
            yield pointer, handle
    for follow_up in record.incident.follow_ups:
        if follow_up.owner:
            yield ("follow_ups", follow_up.index, "owner"), follow_up.owner


def handles_in(record: Record) -> frozenset[str]:
    """Return every handle that the record names, the postmortem's authors too."""
    authors = record.postmortem.authors if record.postmortem else ()
    return frozenset((*(handle for _, handle in named_people(record)), *authors))


def _fields(incident: Incident) -> Iterator[tuple[Pointer, str | None]]:
    yield ("owner",), incident.owner
    yield ("declared_by",), incident.declared_by
    for role, handle in incident.roles.items():
        yield ("roles", role), handle
    for index, handle in enumerate(incident.responders):
        yield ("responders", index), handle
    for index, handle in enumerate(incident.subscribers):
        yield ("subscribers", index), handle
    for index, handle in enumerate(incident.review.approved_by):
        yield ("review", "approved_by", index), handle
    # Whose word releases somebody must be somebody.
    for waiver in incident.waivers:
        yield ("waivers", waiver.index, "by"), waiver.by
        yield ("waivers", waiver.index, "approved_by"), waiver.approved_by


def _timeline(incident: Incident) -> Iterator[tuple[Pointer, str | None]]:
    for entry in incident.timeline:
        yield ("timeline", entry.index, "by"), entry.by
        if isinstance(entry, SeverityChange | StatusChange | PartChange):
            yield ("timeline", entry.index, "confirmed_by"), entry.confirmed_by
        if isinstance(entry, PartChange) and entry.kind is EntryKind.RESPONDER:
            yield ("timeline", entry.index, "person"), entry.subject
