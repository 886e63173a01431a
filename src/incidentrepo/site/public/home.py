"""The world's first page: is it working, and can I trust them?"""

from incidentrepo.model.status import Kind, Status
from incidentrepo.site.page import Page
from incidentrepo.site.public.context import Context
from incidentrepo.site.public.history import HISTORY_PATH, group_by_month, is_over

_ARTICLES = 3
_PAST = 30


def make_home(context: Context) -> Page:
    """Return the home page."""
    edition = context.edition
    burning = [one for one in context.told if one.is_on_fire and one.kind is not Kind.EXERCISE]
    going_on = [one for one in burning if not one.is_announced]
    past = [one for one in context.told if is_over(one) and one.status is not Status.INVALID]
    return context.page(
        "public/home.html",
        "",
        title=edition.site_name,
        description=f"Is {edition.organisation} working, and what happened when it was not.",
        navigation="Status",
        organisation=edition.organisation,
        going_on=going_on,
        is_planned=all(one.kind is Kind.MAINTENANCE for one in going_on),
        announced=[one for one in reversed(burning) if one.is_announced and not one.has_passed],
        articles=[one for one in past if context.teaches(one)][:_ARTICLES],
        months=list(group_by_month(past[:_PAST], context)),
        everything=HISTORY_PATH if len(past) > _PAST else None,
    )
