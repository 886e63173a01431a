"""A record made to agree with itself: the timeline rules, and the summary fields follow it."""

from collections.abc import Iterator

from incidentrepo.changes.placing import edit_record
from incidentrepo.documents.edits import DeleteValue, Edit, SetValue
from incidentrepo.documents.reading import read_incident
from incidentrepo.errors import UsageError
from incidentrepo.model.incident import STAGE_TIMES, Incident
from incidentrepo.model.summary import summarise


def settle(data: bytes, before: Incident) -> bytes:
    """
    Return an `incident.yaml` whose summary fields say what its timeline says.

    An entry that was told late may not be the last word, so this is asked of the whole timeline.
    Raises `UsageError` where what a person gave cannot stand in the record as it was `before`.
    """
    incident = read_sound(data)
    edits = list(_summary_edits(incident))
    settled = edit_record(data, edits) if edits else data
    _refuse_disorder(read_sound(settled) if edits else incident, before)
    return settled


def read_sound(data: bytes) -> Incident:
    """Return the incident of an `incident.yaml`; raises `UsageError` where anything is wrong with it."""
    reading = read_incident(data)
    if reading.value is None or reading.problems:
        first = reading.problems[0]
        raise UsageError(first.message, hint=first.hint)
    return reading.value


def _summary_edits(incident: Incident) -> Iterator[Edit]:
    said = summarise(incident.timeline)
    for name in ("severity", "status", "owner"):
        told = getattr(said, name)
        if told is not None and told != getattr(incident, name):
            yield SetValue(pointer=(name,), value=str(told))
    for name, time in said.times.items():
        written = getattr(incident.times, name)
        if time is None and written is not None:
            yield DeleteValue(pointer=(name,))
        elif time is not None and (written is None or time.text != written.text):
            yield SetValue(pointer=(name,), value=time.text)


def _refuse_disorder(incident: Incident, before: Incident) -> None:
    new = next((found for found in _disorders(incident) if found not in set(_disorders(before))), None)
    if new:
        raise UsageError(new, hint="say when with --at, or correct the other: incidentrepo set ID FIELD=TIME")


def _disorders(incident: Incident) -> Iterator[str]:
    """Yield each stage that came before one it must follow."""
    known = [(name, time) for name in STAGE_TIMES if (time := getattr(incident.times, name))]
    for place, (name, time) in enumerate(known):
        for earlier, since in known[:place]:
            if time.is_before(since):
                yield f"{name} {time} would be before {earlier} {since}"
    declared, closed = incident.times.declared_at, incident.times.closed_at
    if declared and closed and closed.is_before(declared):
        yield f"closed_at {closed} would be before declared_at {declared}"
