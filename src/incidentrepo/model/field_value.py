"""The fields of a record by their dotted names, as a policy may ask for them: `custom.told_at`."""

from collections.abc import Mapping
from dataclasses import is_dataclass
from types import NoneType
from typing import Any, get_args, get_origin, get_type_hints

from incidentrepo.model.incident import Incident, Times
from incidentrepo.model.time import Time


def value_of(incident: Incident, field: str) -> object:
    """Return what the record says under a dotted name, or None: `custom.told_at`, `impact.customers`."""
    value: object = incident
    for step in field.split("."):
        if isinstance(value, Mapping):
            value = value.get(step)
        elif isinstance(value, Incident):
            value = getattr(value, step, None) or getattr(value.times, step, None)
        else:
            value = getattr(value, step, None)
    return value


def is_field(name: str) -> bool:
    """Whether a record can have a value under that dotted name; what has parts is no value itself."""
    kind: Any = Incident
    for step in name.split("."):
        if get_origin(kind) is Mapping:
            return True
        parts = _parts_of(kind)
        if step not in parts:
            return False
        kind = parts[step]
    return not _has_parts(kind)


def _parts_of(kind: Any) -> Mapping[str, Any]:
    """Return the types of what a value of this type consists of, by name."""
    if not _has_parts(kind):
        return {}
    hints = get_type_hints(kind)
    if kind is Incident:
        # The times stand among the other fields of a record.
        del hints["times"]
        hints |= get_type_hints(Times)
    return {name: _without_none(hint) for name, hint in hints.items()}


def _has_parts(kind: Any) -> bool:
    return is_dataclass(kind) and kind is not Time


def _without_none(hint: Any) -> Any:
    """Return what `X | None` has besides None; any other type as it is."""
    kinds = [each for each in get_args(hint) if each is not NoneType]
    return kinds[0] if NoneType in get_args(hint) else hint
