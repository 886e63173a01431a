"""Which pages can be found."""

from incidentrepo.fulltext.shelves import Indexable
from incidentrepo.mkdocs_plugin.indexable import list_indexable
from incidentrepo.site.page import LatePage, Page


def late(path: str, year: str) -> LatePage:
    return LatePage(path=path, make=lambda: Page(path=path, title="", description="", html=""), year=year)


def test_below_a_folder() -> None:
    """
    A page with a year is found, by its file below the folder, also where that is called as a part of it.
    """
    pages = (late("incidents/incidents/a/", "2026"), late("incidents/lists/", ""))

    assert list(list_indexable(pages, {"incidents/incidents/a/": "d"}, "incidents/")) == [
        Indexable(file="incidents/a/index.html", year="2026", digest="d")
    ]
