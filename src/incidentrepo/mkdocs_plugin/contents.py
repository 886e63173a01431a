"""What a theme is told of a page beside its body: its title, and its headings."""

from collections.abc import Mapping
from html import escape

from mkdocs.structure.toc import AnchorLink, TableOfContents

from incidentrepo.mkdocs_plugin.shell import CONTENT_START_ID, list_contents
from incidentrepo.site.page import Page


def contents_of(page: Page) -> TableOfContents:
    """
    Return the table of contents of `page`.

    Its one entry at the top is the page itself: themes lead "skip to content" there, and list what
    is below it.
    """
    top = AnchorLink(escape(page.title), CONTENT_START_ID, 1)
    top.children = [
        AnchorLink(escape(heading.title), heading.id, heading.level) for heading in list_contents(page)
    ]
    return TableOfContents([top])


def describe_page(page: Page, *, hide_navigation: bool) -> Mapping[str, object]:
    """Return what the front matter of `page` would say, were it a file of the docs folder."""
    meta: dict[str, object] = {"description": escape(page.description)}
    if page.path:  # home is titled by the site's name
        meta["title"] = escape(page.title)
    # The content takes the place of what is hidden.
    hidden = {"navigation": hide_navigation, "toc": not list_contents(page)}
    if any(hidden.values()):
        meta["hide"] = [part for part, is_hidden in hidden.items() if is_hidden]
    return meta
