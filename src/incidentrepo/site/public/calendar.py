"""The world's calendar: work that was announced."""

from collections.abc import Iterator
from uuid import NAMESPACE_URL, uuid5

from incidentrepo.exports.icalendar import Event, write_calendar
from incidentrepo.model.status import Kind
from incidentrepo.site.page import Asset
from incidentrepo.site.public.context import Context, incident_path

CALENDAR_PATH = "calendar.ics"


def make_calendar(context: Context) -> Asset:
    """Return planned work as a calendar, stamped with when the world was last told anything."""
    edition = context.edition
    text = write_calendar(_events(context), name=f"Planned work at {edition.organisation}", now=edition.now)
    return Asset(path=CALENDAR_PATH, data=text.encode())


def _events(context: Context) -> Iterator[Event]:
    edition = context.edition
    for one in context.told:
        if one.kind is Kind.MAINTENANCE and one.planned_from is not None:
            address = edition.address(incident_path(one.slug))
            yield Event(
                uid=str(uuid5(NAMESPACE_URL, f"{edition.url or edition.site_name}/{one.slug}")),
                on=one.planned_from.earliest,
                until=one.planned_until.latest if one.planned_until else None,
                summary=one.title,
                description=address if edition.url else "",
                categories=("maintenance",),
            )
