"""The organisation's site: every page of it."""

from collections.abc import Iterator

from incidentrepo.model.edition import InternalEdition
from incidentrepo.site.internal.catalogue import make_catalogue
from incidentrepo.site.internal.context import Context, make_context
from incidentrepo.site.internal.evidence import evidence_assets
from incidentrepo.site.internal.follow_ups import make_follow_ups
from incidentrepo.site.internal.home import make_home
from incidentrepo.site.internal.incident_page import make_incident_page
from incidentrepo.site.internal.lists import make_lists
from incidentrepo.site.internal.people_pages import make_people_pages
from incidentrepo.site.internal.policy_page import make_policy_page
from incidentrepo.site.links import free_path, path_segment
from incidentrepo.site.page import Page, Site
from incidentrepo.site.style import shared_assets


def make_internal_site(edition: InternalEdition) -> Site:
    """Return the organisation's site; pages in the navigation come first, in its order."""
    context = make_context(edition)
    evidence = (
        asset for one in edition.incidents for asset in evidence_assets(one, context.paths[one.folder])
    )
    return Site(pages=tuple(_pages(context)), assets=(*shared_assets(), *evidence))


def _pages(context: Context) -> Iterator[Page]:
    yield make_home(context)
    yield from make_lists(context)
    yield make_follow_ups(context)
    yield make_policy_page(context)
    yield make_catalogue(context)
    yield from make_people_pages(context)
    for one in context.edition.incidents:
        yield make_incident_page(one, context)
    yield from _former_names(context)


def _former_names(context: Context) -> Iterator[Page]:
    """Yield a page for each alias, so that a link to an old id still leads somewhere."""
    taken = set(context.paths.values())
    for one in context.edition.incidents:
        for alias in one.incident.aliases:
            path = f"incidents/{path_segment(alias)}/"
            if path == free_path(path, taken):
                taken.add(path)
                yield context.page(
                    "parts/moved.html",
                    path,
                    title=one.incident.title,
                    description="This page has moved.",
                    target=context.paths[one.folder],
                )
