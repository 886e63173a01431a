"""What the world reads of one incident: when, how long, the updates, the article."""

from collections.abc import Iterator
from functools import partial
from urllib.parse import urlencode

from incidentrepo.model.edition import PublicIncident
from incidentrepo.site.finding import describe_findable, mark_findable
from incidentrepo.site.links import path_segment
from incidentrepo.site.markdown import render_article
from incidentrepo.site.page import Heading, LatePage, Page
from incidentrepo.site.public.context import Context, incident_path


def make_incident_page(one: PublicIncident, context: Context) -> Page:
    """Return the page of one incident; of one that was withdrawn only the address is left."""
    path = incident_path(one.slug)
    if one.is_withdrawn:
        return context.page(
            "public/withdrawn.html",
            path,
            title="Withdrawn",
            description="This page was withdrawn.",
        )
    pictures = frozenset(picture.path for picture in one.pictures)
    article = render_article(one.body, prefix="h-", top_level=2, files=pictures)
    updates = (Heading(level=2, id="ir-updates", title="Updates"),) if one.updates else ()
    return context.page(
        "public/incident.html",
        path,
        title=one.title,
        description=context.firsts[one.slug] or one.title,
        headings=(*article.headings, *updates),
        one=one,
        findable=mark_findable(describe_findable(one, path, context.clock)),
        took=context.lasted(one),
        article=article.html,
        share=_share_links(one, context),
    )


def make_former_pages(context: Context) -> Iterator[LatePage]:
    """Yield a page for each former address, which leads to the present one."""
    taken = {incident_path(one.slug) for one in context.edition.incidents}
    for one in context.edition.incidents:
        for slug in one.former_slugs:
            path = incident_path(slug)
            if not path_segment(slug) or path in taken:
                continue
            taken.add(path)
            yield LatePage(path=path, make=partial(_former_page, path, one, context), is_listed=False)


def _former_page(path: str, one: PublicIncident, context: Context) -> Page:
    return context.page(
        "parts/moved.html",
        path,
        title=one.title or "Withdrawn",
        description="This page has moved.",
        target=incident_path(one.slug),
    )


def _share_links(one: PublicIncident, context: Context) -> dict[str, str]:
    """Return plain links, which tell nobody of a reader who does not follow them."""
    if not context.edition.url:
        return {}
    address = context.edition.address(incident_path(one.slug))
    mail = urlencode({"subject": one.title, "body": address}).replace("+", "%20")
    return {
        "Mail": f"mailto:?{mail}",
        "Hacker News": f"https://news.ycombinator.com/submitlink?{urlencode({'u': address, 't': one.title})}",
    }
