"""The world's first page: is it working, and can I trust them?"""

from collections.abc import Iterable, Iterator

from incidentrepo.model.edition import PublicIncident
from incidentrepo.model.status import Kind, Status
from incidentrepo.site.page import Page
from incidentrepo.site.public.context import Context

HISTORY_PATH = "history/"

_ARTICLES = 3
_MONTHS = 12


def make_home(context: Context) -> Page:
    """Return the home page."""
    edition = context.edition
    burning = [one for one in context.told if one.is_on_fire and one.kind is not Kind.EXERCISE]
    past = [one for one in context.told if not one.is_on_fire and one.status is not Status.INVALID]
    return context.page(
        "public/home.html",
        "",
        title=edition.site_name,
        description=f"Is {edition.organisation} working, and what happened when it was not.",
        navigation="Status",
        organisation=edition.organisation,
        going_on=[one for one in burning if not one.is_announced],
        announced=[one for one in reversed(burning) if one.is_announced],
        articles=[one for one in past if context.firsts[one.slug]][:_ARTICLES],
        months=list(_by_month(past, context))[:_MONTHS],
        has_more=len(list(_by_month(past, context))) > _MONTHS,
    )


def make_history(context: Context) -> Page:
    """Return the page of everything that the world was told of."""
    past = [one for one in context.told if not one.is_on_fire]
    return context.page(
        "public/history.html",
        HISTORY_PATH,
        title="History",
        description=f"Everything that {context.edition.organisation} has told of its incidents.",
        navigation="History",
        months=list(_by_month(past, context)),
    )


def _by_month(
    incidents: Iterable[PublicIncident], context: Context
) -> Iterator[tuple[str, list[PublicIncident]]]:
    months: dict[str, list[PublicIncident]] = {}
    for one in incidents:
        month = context.clock.month_of(one.happened_at) if one.happened_at else "Without a date"
        months.setdefault(month, []).append(one)
    yield from months.items()
