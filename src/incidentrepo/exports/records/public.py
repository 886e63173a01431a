"""
An incident as the world may have it, as JSON.

`schema/public-records.schema.json` says what each field is.
"""

from incidentrepo.exports.records.files import Fields
from incidentrepo.model.edition import PublicIncident, PublicUpdate
from incidentrepo.model.severity import Severity
from incidentrepo.model.time import Time

_TIMES = (
    "planned_from",
    "planned_until",
    "started_at",
    "mitigated_at",
    "resolved_at",
    "published_at",
    "updated_at",
)


def describe_public_incident(one: PublicIncident, *, page: str, label: str) -> Fields:
    """Return all that the world was told of an incident, whose page is at `page` from the site's root."""
    return {
        "slug": one.slug,
        "page": page,
        "title": one.title,
        "kind": one.kind.value,
        "severity": _severity(one.severity, label),
        "status": one.status.value if one.status else None,
        **{name: _text(getattr(one, name)) for name in _TIMES},
        "updates": [_update(update) for update in one.updates],
        "text": one.body,
    }


def _severity(severity: Severity | None, label: str) -> Fields | None:
    return {"name": severity.value, "label": label} if severity else None


def _update(update: PublicUpdate) -> Fields:
    return {
        "at": _text(update.at),
        "state": update.state.value if update.state else None,
        "text": update.text,
    }


def _text(time: Time | None) -> str | None:
    return time.text if time else None
