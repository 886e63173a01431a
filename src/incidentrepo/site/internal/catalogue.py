"""Tags and services: what do we have, who answers for it, and where does it hurt?"""

from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.lists import make_filters
from incidentrepo.site.page import Page


def make_catalogue(context: Context) -> Page:
    """Return the page that lists tags and services."""
    filters = {one.title: one.listings for one in make_filters(context)}
    return context.page(
        "internal/catalogue.html",
        "tags/",
        title="Services and tags",
        description=f"What incidents at {context.edition.organisation} are about.",
        navigation="Services and tags",
        services=filters.get("Service", ()),
        tags=filters.get("Tag", ()),
    )
