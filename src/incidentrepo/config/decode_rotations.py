"""`rotations.yaml` as values."""

from collections.abc import Iterator
from datetime import date, time
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from incidentrepo.documents.decode_fields import Fields, read_parts, read_texts, read_time
from incidentrepo.model.duration import parse_duration
from incidentrepo.model.policy import Calendar
from incidentrepo.model.rotation import RESPONDER, Override, Rotation


def decode_rotations(fields: Fields, calendar: Calendar) -> tuple[Rotation, ...]:
    """Return the rotations of that document; one that lacks what it needs is left out."""
    return tuple(
        Rotation(
            name=name,
            people=read_texts(part, "people"),
            starts_on=date.fromisoformat(part["starts_on"]),
            every=parse_duration(part["every"]),
            zone=_zone(part, calendar.zone),
            calendar=calendar,
            hands_over_at=time.fromisoformat(part.get("hands_over_at", "00:00")),
            role=part.get("role", RESPONDER),
            tags=read_texts(part, "tags"),
            services=read_texts(part, "services"),
            overrides=tuple(_overrides(part)),
        )
        for name, part in fields.items()
        if part and part.get("people") and part.get("starts_on") and part.get("every")
    )


def _zone(fields: Fields, default: ZoneInfo) -> ZoneInfo:
    try:
        return ZoneInfo(fields["timezone"])
    except (KeyError, ZoneInfoNotFoundError, ValueError):
        return default


def _overrides(fields: Fields) -> Iterator[Override]:
    for _, part in read_parts(fields, "overrides"):
        since, until, person = read_time(part, "from"), read_time(part, "until"), part.get("person")
        if since and until and person:
            yield Override(since=since, until=until, person=person)
