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


def describe_page(page: Page, *, is_shell: bool) -> Mapping[str, object]:
    """Return what the front matter of `page` would say, were it a file of the docs folder."""
    meta: dict[str, object] = {"description": escape(page.description)}
    if page.path:  # home is titled by the site's name
        meta["title"] = escape(page.title)
    if not list_contents(page):
        meta["hide"] = ["toc"]  # whose place the content takes
    if is_shell:
        meta["search"] = {"exclude": True}
    return meta
