"""What the world reads of an incident, as lines for a terminal: made of the same value as its page."""

from collections.abc import Iterator
from zoneinfo import ZoneInfo

from incidentrepo.model.edition import PublicIncident
from incidentrepo.model.policy import Policy
from incidentrepo.model.status import Visibility
from incidentrepo.model.time import Time

_LEADS = {
    Visibility.INTERNAL: "Nobody outside reads this before `incidentrepo publish`",
    Visibility.PUBLIC: "The world reads this",
    Visibility.WITHDRAWN: "It was withdrawn: the world reads an empty page",
}


def preview(told: PublicIncident, visibility: Visibility, policy: Policy) -> Iterator[str]:
    """Yield the address, the title, the facts, the updates and the text, and nothing else that there is."""
    yield f"{_LEADS[visibility]}, at /{told.slug}/"
    if told.is_withdrawn:
        return
    yield ""
    yield told.title
    yield from (f"  {name:<10} {value}" for name, value in _facts(told, policy) if value)
    zone = policy.calendar.zone
    for update in told.updates:
        yield f"  {_moment(update.at, zone) or 'no time'}  {update.state or 'update'}"
        yield from _indented(update.text)
    yield ""
    yield told.body.strip() or "(no text yet)"


def _facts(told: PublicIncident, policy: Policy) -> Iterator[tuple[str, str]]:
    zone = policy.calendar.zone
    yield "kind", told.kind.value.replace("_", " ")
    yield "severity", policy.label_of(told.severity) if told.severity else ""
    status = told.status.value if told.status else ""
    yield "status", "planned" if told.is_announced else status
    window = (_moment(told.planned_from, zone), _moment(told.planned_until, zone))
    yield "planned", " to ".join(filter(None, window))
    yield "started", _moment(told.started_at, zone)
    yield "mitigated", _moment(told.mitigated_at, zone)
    yield "resolved", _moment(told.resolved_at, zone)
    yield "published", _moment(told.published_at, zone)
    yield "changed", _moment(told.updated_at, zone)
    yield "pictures", ", ".join(picture.path for picture in told.pictures)


def _indented(text: str) -> Iterator[str]:
    return (f"    {line}".rstrip() for line in text.strip().splitlines())


def _moment(time: Time | None, zone: ZoneInfo) -> str:
    if time is None:
        return ""
    at = time.earliest.astimezone(zone)
    return f"{at.date()} {at:%H:%M %Z}" if time.is_exact else time.text
