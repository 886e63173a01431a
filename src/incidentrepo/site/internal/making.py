"""The organisation's site: every page of it."""

from collections.abc import Iterator, Sequence
from functools import partial

from incidentrepo.exports.records.internal import describe_incident
from incidentrepo.model.edition import InternalEdition
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.site.finding import (
    TITLES_PATH,
    Findable,
    describe_findable,
    describe_title,
    list_titles,
    make_search_page,
)
from incidentrepo.site.internal.calendar import CALENDAR_PATH, make_calendar
from incidentrepo.site.internal.catalogue import make_catalogue
from incidentrepo.site.internal.context import Context, make_context
from incidentrepo.site.internal.dashboard.making import make_dashboard
from incidentrepo.site.internal.declare_page import make_declare_page
from incidentrepo.site.internal.feed import FEED_PATH, make_feed
from incidentrepo.site.internal.follow_ups import make_follow_ups
from incidentrepo.site.internal.home import make_home
from incidentrepo.site.internal.incident_page import make_incident_page
from incidentrepo.site.internal.keys import incident_key, moved_key
from incidentrepo.site.internal.library import (
    LIBRARY_TITLES_PATH,
    find_library,
    make_library,
    make_library_pages,
)
from incidentrepo.site.internal.list_lines import list_lines
from incidentrepo.site.internal.lists import ALL_PATH, make_list_of_all, make_lists
from incidentrepo.site.internal.on_call import make_on_call
from incidentrepo.site.internal.people_pages import make_people_index, make_people_pages
from incidentrepo.site.internal.policy_page import make_policy_page
from incidentrepo.site.internal.reviews import make_reviews
from incidentrepo.site.links import free_path, path_segment
from incidentrepo.site.page import Alternate, LateAsset, LatePage, Page, Site
from incidentrepo.site.records import YearlyRecord, list_records, write_records
from incidentrepo.site.style import shared_assets


def make_internal_site(edition: InternalEdition) -> Site:
    """Return the organisation's site; pages in the navigation come first, in its order."""
    context = make_context(edition)
    found, lent = _list_findable(context), tuple(find_library(context))
    records = tuple(_date_records(found, context))
    return Site(
        pages=(*_pages(context), _search_page(found, lent, context), *_other_pages(context)),
        late_pages=tuple(_late_pages(found, context)),
        assets=(
            *shared_assets(),
            list_lines(found, context),
            *([list_titles(map(describe_title, lent), path=LIBRARY_TITLES_PATH)] if lent else ()),
            make_feed(context),
            make_calendar(context),
            *list_records(records, organisation=edition.organisation, schema="records"),
        ),
        late_assets=(*_evidence(context), *write_records(records)),
        alternates=(
            Alternate(path=FEED_PATH, media_type="application/atom+xml", title=edition.site_name),
            Alternate(path=CALENDAR_PATH, media_type="text/calendar", title="What lies ahead"),
        ),
    )


def _pages(context: Context) -> Iterator[Page]:
    """Yield the pages of the navigation, in its order."""
    yield make_home(context)
    yield make_declare_page(context)
    yield make_list_of_all(context)
    yield make_follow_ups(context)
    yield make_dashboard(context)
    yield make_policy_page(context)
    yield make_catalogue(context)
    yield make_people_index(context)


def _other_pages(context: Context) -> Iterator[Page]:
    """Yield what is linked to where one looks for it: a screen is not wide enough for more names."""
    yield make_reviews(context)
    yield make_on_call(context)
    yield from make_library(context)


def _search_page(found: Sequence[Findable], lent: Sequence[Findable], context: Context) -> Page:
    return make_search_page(
        context.page,
        (*found, *lent),
        lists=ALL_PATH,
        lists_name="All incidents",
        titles=(TITLES_PATH, LIBRARY_TITLES_PATH) if lent else (TITLES_PATH,),
    )


def _list_findable(context: Context) -> tuple[Findable, ...]:
    """Return what can be found of each incident, in the edition's order."""
    return tuple(
        describe_findable(one, context.paths[one.folder], context.clock) for one in context.edition.incidents
    )


def _date_records(found: Sequence[Findable], context: Context) -> Iterator[YearlyRecord]:
    for one, findable in zip(context.edition.incidents, found, strict=True):
        describe = partial(describe_incident, one, page=context.paths[one.folder])
        yield YearlyRecord(year=findable.year, describe=describe)


def _late_pages(found: Sequence[Findable], context: Context) -> Iterator[LatePage]:
    yield from make_lists(context)
    yield from make_people_pages(context)
    yield from make_library_pages(context)
    for one, findable in zip(context.edition.incidents, found, strict=True):
        yield LatePage(
            path=context.paths[one.folder],
            make=partial(_incident_page, one, context),
            key=incident_key(one, context),
            year=findable.year,
        )
    yield from _former_names(context)


def _incident_page(one: IncidentSummary, context: Context) -> Page:
    return make_incident_page(context.edition.read(one), context)


def _evidence(context: Context) -> Iterator[LateAsset]:
    """Yield the files of evidence, each beside its incident's page."""
    for one in context.edition.incidents:
        for file in one.evidence_files:
            yield LateAsset(
                path=context.paths[one.folder] + file.path,
                read=partial(context.edition.read_file, f"{one.folder}/{file.path}"),
                key=file.id,
            )


def _former_names(context: Context) -> Iterator[LatePage]:
    """Yield a page for each alias, so that a link to an old id still leads somewhere."""
    taken = set(context.paths.values())
    for one in context.edition.incidents:
        for alias in one.aliases:
            path = f"incidents/{path_segment(alias)}/"
            if path == free_path(path, taken):
                taken.add(path)
                yield LatePage(
                    path=path,
                    make=partial(_former_page, path, one, context),
                    key=moved_key(one, context),
                )


def _former_page(path: str, one: IncidentSummary, context: Context) -> Page:
    return context.page(
        "parts/moved.html",
        path,
        title=one.title,
        description="This page has moved.",
        target=context.paths[one.folder],
    )
