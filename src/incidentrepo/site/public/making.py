"""The world's site: every page of it."""

from collections.abc import Iterator
from functools import partial

from incidentrepo.exports.records.public import describe_public_incident
from incidentrepo.model.edition import PublicEdition, PublicIncident
from incidentrepo.site.finding import (
    Findable,
    describe_findable,
    describe_title,
    list_titles,
    make_search_page,
)
from incidentrepo.site.page import Alternate, LateAsset, LatePage, Site
from incidentrepo.site.public.accent import make_accent
from incidentrepo.site.public.calendar import CALENDAR_PATH, make_calendar
from incidentrepo.site.public.context import Context, incident_path, make_context
from incidentrepo.site.public.feeds import ATOM_PATH, JSON_PATH, make_feeds
from incidentrepo.site.public.history import HISTORY_PATH, make_history
from incidentrepo.site.public.home import make_home
from incidentrepo.site.public.incident_page import make_former_pages, make_incident_page
from incidentrepo.site.public.statuspage import make_status_files
from incidentrepo.site.records import YearlyRecord, list_records, write_records
from incidentrepo.site.style import shared_assets


def make_public_site(edition: PublicEdition) -> Site:
    """Return the world's site."""
    context = make_context(edition)
    records = tuple(_date_record(one, context) for one in context.told)
    # What was withdrawn is found no more.
    found = tuple(_describe(one, context) for one in context.told)
    search = make_search_page(context.page, found, lists=HISTORY_PATH, lists_name="The history")
    return Site(
        pages=(make_home(context), *make_history(context), search),
        late_pages=tuple(_late_pages(context)),
        assets=(
            *shared_assets(),
            *((make_accent(edition.accent),) if edition.accent else ()),
            list_titles(map(describe_title, found)),
            *make_feeds(context),
            make_calendar(context),
            *make_status_files(context),
            *list_records(records, organisation=edition.organisation, schema="public-records"),
        ),
        late_assets=(*_pictures(context), *write_records(records)),
        alternates=(
            Alternate(path=ATOM_PATH, media_type="application/atom+xml", title=edition.site_name),
            Alternate(path=JSON_PATH, media_type="application/feed+json", title=edition.site_name),
            Alternate(path=CALENDAR_PATH, media_type="text/calendar", title="Planned work"),
        ),
    )


def _late_pages(context: Context) -> Iterator[LatePage]:
    for one in context.edition.incidents:
        yield LatePage(
            path=incident_path(one.slug),
            make=partial(make_incident_page, one, context),
            year="" if one.is_withdrawn else _describe(one, context).year,
            is_listed=not one.is_withdrawn,
        )
    yield from make_former_pages(context)


def _pictures(context: Context) -> Iterator[LateAsset]:
    """Yield the pictures, each beside its incident's page; their names say what they hold."""
    for one in context.edition.incidents:
        for picture in one.pictures:
            path = incident_path(one.slug) + picture.path
            yield LateAsset(path=path, read=picture.read, key=picture.path)


def _date_record(one: PublicIncident, context: Context) -> YearlyRecord:
    label = context.edition.severity_labels.get(one.severity, "") if one.severity else ""
    describe = partial(describe_public_incident, one, page=incident_path(one.slug), label=label)
    return YearlyRecord(year=_describe(one, context).year, describe=describe)


def _describe(one: PublicIncident, context: Context) -> Findable:
    return describe_findable(one, incident_path(one.slug), context.clock)
