"""Editions to make sites of, from values alone."""

from collections.abc import Mapping
from datetime import UTC, datetime
from typing import Any
from zoneinfo import ZoneInfo

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.edition import EditionIncident, InternalEdition, PublicEdition, PublicIncident
from incidentrepo.model.incident import Incident, Times
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.people import People, Person
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Status
from incidentrepo.model.summarising import summarise_incident
from incidentrepo.model.tags import NO_TAGS
from incidentrepo.model.time import parse_time
from incidentrepo.site.internal.context import Context, make_context

BERLIN = ZoneInfo("Europe/Berlin")
NOW = datetime(2026, 11, 22, 12, tzinfo=UTC)
PEOPLE = People(by_handle={"ada": Person(handle="ada", name="Ada Lovelace")}, is_declared=True)


def incident(name: str = "2026-11-02-checkout", **fields: Any) -> Incident:
    """Return an open SEV2 that was declared on the day of its id."""
    defaults: dict[str, Any] = {
        "title": "Checkout answers 500",
        "severity": Severity.SEV2,
        "status": Status.OPEN,
        "times": times(declared_at=f"{name[:10]}T09:14:00Z"),
    }
    return Incident(id=name, **{**defaults, **fields})


def times(**texts: str) -> Times:
    """Return times by field, from their texts."""
    return Times(**{field: parse_time(text) for field, text in texts.items()})


def shown(record: Incident | None = None, **fields: Any) -> EditionIncident:
    """Return an incident as the organisation's edition has it."""
    record = record or incident()
    return EditionIncident(incident=record, folder=f"incidents/2026/11/{record.id}", **fields)


def summed(record: Incident | None = None, **fields: Any) -> IncidentSummary:
    """Return an incident as lists and charts know it."""
    return summarise_incident(shown(record, **fields))


def internal(*incidents: EditionIncident, duties: tuple[Duty, ...] = (), **fields: Any) -> InternalEdition:
    """Return the organisation's edition of these incidents; files of evidence hold their own paths."""
    defaults: dict[str, Any] = {
        "organisation": "The Shop",
        "site_name": "The Shop incidents",
        "zone": BERLIN,
        "now": NOW.astimezone(BERLIN),
        "policy": DEFAULT_POLICY,
        "people": PEOPLE,
        "tags": NO_TAGS,
    }
    whole = {one.folder: one for one in incidents}
    return InternalEdition(
        incidents=tuple(map(summarise_incident, incidents)),
        read=lambda summary: whole[summary.folder],
        read_file=str.encode,
        duties=duties,
        **{**defaults, **fields},
    )


def context(*incidents: EditionIncident, **fields: Any) -> Context:
    """Return what the organisation's pages are made with."""
    return make_context(internal(*incidents, **fields))


def public(*incidents: PublicIncident, **fields: Any) -> PublicEdition:
    """Return the world's edition of these incidents."""
    defaults: dict[str, Any] = {
        "organisation": "The Shop",
        "site_name": "The Shop status",
        "url": "https://status.example/",
        "zone": BERLIN,
        "now": NOW,
        "severity_labels": {Severity.SEV2: "Major"},
    }
    return PublicEdition(incidents=incidents, **{**defaults, **fields})


def duty(due_at: datetime, **fields: Any) -> Duty:
    """Return a postmortem that is owed."""
    defaults: Mapping[str, Any] = {
        "name": DutyKind.POSTMORTEM,
        "incident": "2026-11-02-checkout",
        "subject": "postmortem",
        "owed_by": "ada",
        "since": NOW,
        "within": "5 business days",
        "satisfied_by": "postmortem",
    }
    return Duty(due_at=due_at, **{**defaults, **fields})
