"""
What Statuspage answers under `/api/v2/`, as files, so that its clients can read us.

https://metastatuspage.com/api gives the shapes; fields that would be made up are left out.
"""

import json
from collections.abc import Iterable
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5

from incidentrepo.model.edition import PublicEdition, PublicIncident, PublicUpdate
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, UpdateState
from incidentrepo.model.time import Time, write_instant
from incidentrepo.site.markdown import plain_text, render_text
from incidentrepo.site.page import Asset
from incidentrepo.site.public.context import Context, incident_path
from incidentrepo.site.public.feeds import changed_at

FOLDER = "api/v2/"

_Fields = dict[str, object]

_IMPACTS = {Severity.SEV1: "critical", Severity.SEV2: "major", Severity.SEV3: "minor"}
_INDICATORS = ("critical", "major", "minor")
_DESCRIPTIONS = {
    "none": "All Systems Operational",
    "minor": "Minor Service Outage",
    "major": "Partial System Outage",
    "critical": "Major Service Outage",
}
_STATES = {
    Status.OPEN: "investigating",
    Status.MITIGATED: "monitoring",
    Status.RESOLVED: "resolved",
    Status.CLOSED: "resolved",
}
_MAINTENANCE_STATES = {
    Status.OPEN: "in_progress",
    Status.MITIGATED: "verifying",
    Status.RESOLVED: "completed",
    Status.CLOSED: "completed",
}
# Of work there is nothing to investigate or to identify: it is under way, or has yet to begin.
_WORK_STATES = {UpdateState.MONITORING: "verifying", UpdateState.RESOLVED: "completed"}
_MOST = 50  # as many as Statuspage gives


def make_status_files(context: Context) -> tuple[Asset, ...]:
    """Return the files: what is so now, the latest incidents, and planned work."""
    edition = context.edition
    told = [one for one in context.told if one.status in _STATES and one.kind is not Kind.EXERCISE]
    incidents = [_incident(one, edition) for one in told if one.kind is not Kind.MAINTENANCE]
    planned = [_maintenance(one, edition) for one in told if one.kind is Kind.MAINTENANCE]
    unresolved = [fields for fields in incidents if fields["status"] != "resolved"]
    upcoming = [_maintenance(one, edition) for one in told if one.is_announced and not one.has_passed]
    active = [fields for fields in planned if fields["status"] not in ("scheduled", "completed")]
    status: _Fields = {"status": _sum_up(unresolved)}
    files: dict[str, _Fields] = {
        "status.json": status,
        "components.json": {"components": []},
        "incidents.json": {"incidents": incidents[:_MOST]},
        "incidents/unresolved.json": {"incidents": unresolved},
        "scheduled-maintenances.json": {"scheduled_maintenances": planned[:_MOST]},
        "scheduled-maintenances/active.json": {"scheduled_maintenances": active},
        "scheduled-maintenances/upcoming.json": {"scheduled_maintenances": upcoming},
        "summary.json": {
            "components": [],
            "incidents": unresolved,
            "scheduled_maintenances": [*active, *upcoming],
            **status,
        },
    }
    page = _page(edition)
    return tuple(
        Asset(path=f"{FOLDER}{name}", data=_write({"page": page, **fields})) for name, fields in files.items()
    )


def _page(edition: PublicEdition) -> _Fields:
    return {
        "id": _id(edition, ""),
        "name": edition.site_name,
        "url": edition.url or "",
        "time_zone": edition.zone.key,
        "updated_at": _stamp(edition.now),
    }


def _sum_up(unresolved: Iterable[_Fields]) -> _Fields:
    """Return the worst there is, in Statuspage's own words."""
    impacts = {fields["impact"] for fields in unresolved}
    indicator = next((one for one in _INDICATORS if one in impacts), "minor" if impacts else "none")
    return {"indicator": indicator, "description": _DESCRIPTIONS[indicator]}


def _incident(one: PublicIncident, edition: PublicEdition) -> _Fields:
    began = one.happened_at
    return {
        "id": _id(edition, one.slug),
        "name": one.title,
        "status": _STATES[one.status or Status.OPEN],
        "impact": _IMPACTS.get(one.severity, "none") if one.severity else "none",
        "created_at": _time(began),
        "started_at": _time(one.started_at or began),
        "updated_at": _stamp(changed_at(one, edition)),
        "monitoring_at": _time(one.mitigated_at),
        "resolved_at": _time(one.resolved_at),
        "shortlink": edition.address(incident_path(one.slug)),
        "page_id": _id(edition, ""),
        "components": [],
        "incident_updates": [
            _update(update, number, one, edition)
            # Numbered from the oldest, so that a new one leaves the others their ids.
            for number, update in zip(range(len(one.updates), 0, -1), one.updates, strict=True)
        ],
    }


def _maintenance(one: PublicIncident, edition: PublicEdition) -> _Fields:
    state = "scheduled" if one.is_announced else _MAINTENANCE_STATES[one.status or Status.OPEN]
    return {
        **_incident(one, edition),
        "status": state,
        "scheduled_for": _time(one.planned_from or one.happened_at),
        "scheduled_until": _time(one.planned_until or one.resolved_at),
    }


def _update(update: PublicUpdate, number: int, one: PublicIncident, edition: PublicEdition) -> _Fields:
    return {
        "id": _id(edition, f"{one.slug}/{number}"),
        "incident_id": _id(edition, one.slug),
        "status": _state_told(update, one),
        "body": plain_text(render_text(update.text)),
        "created_at": _time(update.at),
        "display_at": _time(update.at),
        "updated_at": _time(update.at),
        "affected_components": [],
    }


def _state_told(update: PublicUpdate, one: PublicIncident) -> str:
    """Return how far it was, in Statuspage's words, which knows others for planned work than for a fire."""
    if one.kind is not Kind.MAINTENANCE:
        return update.state.value if update.state else "investigating"
    if update.state in _WORK_STATES:
        return _WORK_STATES[update.state]
    has_begun = bool(one.started_at and update.at and not update.at.is_before(one.started_at))
    return "in_progress" if has_begun else "scheduled"


def _id(edition: PublicEdition, name: str) -> str:
    """Return what names it for ever: of public words alone, and as short as Statuspage's own."""
    return uuid5(NAMESPACE_URL, f"{edition.url or edition.site_name}/{name}").hex[:12]


def _time(time: Time | None) -> str | None:
    return _stamp(time.earliest) if time else None


def _stamp(at: datetime) -> str:
    return f"{write_instant(at).removesuffix('Z')}.000Z"


def _write(content: _Fields) -> bytes:
    return (json.dumps(content, ensure_ascii=False, indent=1) + "\n").encode()
