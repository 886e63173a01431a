"""The way from an edition to a site."""

from incidentrepo.model.edition import Edition, InternalEdition
from incidentrepo.site.internal.making import make_internal_site
from incidentrepo.site.page import Site
from incidentrepo.site.public.making import make_public_site


def make_site(edition: Edition) -> Site:
    """Return the site of `edition`: the organisation's own, or the world's."""
    if isinstance(edition, InternalEdition):
        return make_internal_site(edition)
    return make_public_site(edition)
