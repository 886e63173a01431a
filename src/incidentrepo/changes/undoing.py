"""A record as it stood earlier: its last entries undone, one by one."""

from collections.abc import Iterable, Iterator

from incidentrepo.documents.editing import apply_edits
from incidentrepo.documents.edits import DeleteValue, Edit, SetValue
from incidentrepo.documents.reading import read_incident
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.errors import UsageError
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident
from incidentrepo.model.place import Pointer
from incidentrepo.model.status import Status
from incidentrepo.model.summary import summarise
from incidentrepo.model.timeline import Entry, EntryKind, PartChange, StatusChange, in_order

_ENDED = {"done": ("done_at", "done_by", "evidence"), "dropped": ("done_at", "reason")}


def undo_entries(data: bytes, *, through: str) -> bytes:
    """
    Return an `incident.yaml` as it stood after the entry with the id `through`.

    Later entries go, and what they brought with them; every other byte stays. Raises `UsageError`
    where no entry has that id.
    """
    incident = _read(data)
    entries = in_order(incident.timeline)
    position = next((place for place, entry in enumerate(entries) if entry.id == through), None)
    if position is None:
        raise UsageError(f"{incident.id} has no entry {through}")
    for entry in reversed(entries[position + 1 :]):
        data = _undo(data, entry.id)
    return apply_edits(data, _summary_edits(_read(data)))


def _undo(data: bytes, entry_id: str | None) -> bytes:
    incident = _read(data)
    entry = next(entry for entry in incident.timeline if entry.id == entry_id)
    taken_out = DeleteValue(pointer=("timeline", entry.index))
    return apply_edits(data, [*_edits_against(incident, entry), taken_out])


def _edits_against(incident: Incident, entry: Entry) -> Iterable[Edit]:
    """Return what takes back that which an entry brought to the rest of the record."""
    if isinstance(entry, StatusChange) and entry.after is Status.RESOLVED:
        return [DeleteValue(pointer=("contributing_factors",))]
    if isinstance(entry, PartChange):
        return _part_edits(incident, entry)
    return ()


def _part_edits(incident: Incident, entry: PartChange) -> Iterable[Edit]:
    match entry.kind:
        case EntryKind.ROLE:
            return [_put_back(("roles", entry.subject), entry.before)]
        case EntryKind.OWNER:
            return [_put_back(("owner",), entry.before)]
        case EntryKind.FIELD:
            return [_put_back(tuple(entry.subject.split(".")), _as_it_was(entry.before))]
        case EntryKind.REVIEW:
            return [DeleteValue(pointer=("review",))]
        case EntryKind.RESPONDER | EntryKind.EVIDENCE | EntryKind.FOLLOW_UP:
            return _list_edits(incident, entry)
        case _:
            return ()


def _list_edits(incident: Incident, entry: PartChange) -> Iterator[Edit]:
    if entry.kind is EntryKind.RESPONDER and entry.subject in incident.responders:
        yield DeleteValue(pointer=("responders", incident.responders.index(entry.subject)))
    for evidence in incident.evidence:
        if entry.kind is EntryKind.EVIDENCE and entry.subject in {evidence.path, evidence.url}:
            yield DeleteValue(pointer=("evidence", evidence.index))
    for follow_up in incident.follow_ups:
        if entry.kind is EntryKind.FOLLOW_UP and follow_up.id == entry.subject:
            yield from _follow_up_edits(incident, follow_up, entry)


def _as_it_was(text: str) -> object:
    """Return what an entry keeps as text as the record had it: a number is one again."""
    read = load_yaml(text.encode()).value
    return read if isinstance(read, int | bool) else text


def _put_back(pointer: Pointer, value: object) -> Edit:
    return SetValue(pointer=pointer, value=value) if value else DeleteValue(pointer=pointer)


def _follow_up_edits(incident: Incident, follow_up: FollowUp, entry: PartChange) -> Iterator[Edit]:
    at: Pointer = ("follow_ups", follow_up.index)
    match entry.action:
        case "added":
            yield DeleteValue(pointer=at)
        case "started":
            yield SetValue(pointer=(*at, "status"), value="open")
        case "done" | "dropped":
            was_started = any(_is_start_of(earlier, follow_up) for earlier in incident.timeline)
            yield SetValue(pointer=(*at, "status"), value="in_progress" if was_started else "open")
            for name in _ENDED[entry.action]:
                yield DeleteValue(pointer=(*at, name))
        case "moved" if follow_up.moves:
            yield _put_back((*at, "due_on"), str(follow_up.moves[-1].before or ""))
            yield DeleteValue(pointer=(*at, "moves", len(follow_up.moves) - 1))
        case "assigned":
            yield _put_back((*at, "owner"), entry.before)


def _is_start_of(entry: Entry, follow_up: FollowUp) -> bool:
    return (
        isinstance(entry, PartChange)
        and entry.kind is EntryKind.FOLLOW_UP
        and (entry.subject, entry.action) == (follow_up.id, "started")
    )


def _summary_edits(incident: Incident) -> Iterator[Edit]:
    """Yield what makes the summary fields those of the timeline that is left."""
    said = summarise(incident.timeline)
    for name, value in (("status", said.status), ("severity", said.severity), ("owner", said.owner)):
        if value is not None:
            yield SetValue(pointer=(name,), value=str(value))
    for name in ("mitigated_at", "resolved_at", "closed_at"):
        if said.times.get(name) is None:
            yield DeleteValue(pointer=(name,))


def _read(data: bytes) -> Incident:
    incident = read_incident(data).value
    assert incident is not None, "an example's record can be read"
    return incident
