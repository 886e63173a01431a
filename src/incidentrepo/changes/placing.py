"""Where a new field of a record goes: in the order in which a record is read, not at its end."""

from collections.abc import Collection, Iterable, Iterator

from incidentrepo.documents.editing import apply_edits
from incidentrepo.documents.edits import AppendItem, Edit, InsertItem, SetValue
from incidentrepo.documents.strict_yaml import load_yaml

# As the schema has them: the head, the times of its life, the people, what happened, what comes of it.
FIELDS = (
    *("schema_version", "id", "title", "kind", "severity", "status", "visibility", "owner", "summary"),
    *("tags", "services", "planned_from", "planned_until", "expected_on", "started_at", "detected_at"),
    *("declared_at", "acknowledged_at", "mitigated_at", "resolved_at", "closed_at", "declared_by", "roles"),
    *("responders", "subscribers", "meet_at", "impact", "detection", "trigger", "timeline"),
    *("contributing_factors", "follow_ups", "review", "related", "evidence", "waivers", "links", "aliases"),
    *("origin", "source", "custom"),
)


def edit_record(data: bytes, edits: Iterable[Edit]) -> bytes:
    """Return an `incident.yaml` after `edits`; raises as `apply_edits` does."""
    value = load_yaml(data).value
    return apply_edits(data, place_edits(edits, value if isinstance(value, dict) else ()))


def place_edits(edits: Iterable[Edit], present: Collection[str]) -> Iterator[Edit]:
    """Yield the edits of a record that has these fields, with a place for each field that they begin."""
    names = set(present)
    for edit in edits:
        first, *rest = edit.pointer
        if not isinstance(first, str) or first in names:
            yield edit
            continue
        match edit:
            case SetValue():
                names.add(first)
                yield SetValue(pointer=(first,), value=_nest(rest, edit.value), after=_place(first, names))
            case AppendItem() | InsertItem():
                names.add(first)
                yield SetValue(pointer=(first,), value=_nest(rest, [edit.value]), after=_place(first, names))
            case _:
                yield edit


def _nest(keys: list[str | int], value: object) -> object:
    for key in reversed(keys):
        value = {key: value}
    return value


def _place(name: str, present: Collection[str]) -> str | None:
    """Return the nearest field before this one that the record has."""
    if name not in FIELDS:
        return None
    earlier = FIELDS[: FIELDS.index(name)]
    return next((field for field in reversed(earlier) if field in present), None)
