"""The world's site: every page of it."""

from collections.abc import Iterator

from incidentrepo.model.edition import PublicEdition
from incidentrepo.site.page import Page, Site
from incidentrepo.site.public.context import Context, make_context
from incidentrepo.site.public.feeds import make_feeds
from incidentrepo.site.public.home import make_history, make_home
from incidentrepo.site.public.incident_page import make_former_pages, make_incident_page
from incidentrepo.site.style import shared_assets


def make_public_site(edition: PublicEdition) -> Site:
    """Return the world's site."""
    context = make_context(edition)
    return Site(pages=tuple(_pages(context)), assets=(*shared_assets(), *make_feeds(context)))


def _pages(context: Context) -> Iterator[Page]:
    yield make_home(context)
    yield make_history(context)
    for one in context.edition.incidents:
        yield make_incident_page(one, context)
    yield from make_former_pages(context)
