"""What a page tells programs in its head: where to subscribe, and how a link to it is shown elsewhere."""

from collections.abc import Iterator
from html import escape, unescape
from urllib.parse import quote

from incidentrepo.site.page import Alternate, Page

_END = "</head>"


def add_to_head(
    html: str, page: Page, alternates: tuple[Alternate, ...], *, site_name: str, site_url: str | None
) -> str:
    """Return the rendered page with links to the site's feeds, and where `site_url` is known, a preview."""
    lines = [*_list_alternates(page, alternates), *_describe_preview(page, site_name, site_url)]
    return html.replace(_END, "".join(f"{line}\n" for line in lines) + _END, 1)


def _list_alternates(page: Page, alternates: tuple[Alternate, ...]) -> Iterator[str]:
    root = "../" * page.path.count("/")
    for one in alternates:
        yield (
            f'<link rel="alternate" type="{one.media_type}" title="{escape(one.title)}" '
            f'href="{root}{escape(one.path)}">'
        )


def _describe_preview(page: Page, site_name: str, site_url: str | None) -> Iterator[str]:
    """Yield what chats and networks show of a link: https://ogp.me"""
    if not site_url:
        return
    properties = {
        "title": escape(page.title),
        "description": escape(page.description),
        "type": "article" if page.path.count("/") > 1 else "website",
        "url": f"{escape(site_url.rstrip('/'))}/{quote(page.path)}",
        # In settings it may be written as themes need it, which is escaped.
        "site_name": escape(unescape(str(site_name))),
    }
    for name, value in properties.items():
        yield f'<meta property="og:{name}" content="{value}">'
