"""Which pages of a site can be found by their words."""

from collections.abc import Iterable, Iterator, Mapping

from incidentrepo.fulltext.shelves import Indexable
from incidentrepo.mkdocs_plugin.pouring import file_of
from incidentrepo.site.page import LatePage


def list_indexable(
    late_pages: Iterable[LatePage], digests: Mapping[str, str], at: str
) -> Iterator[Indexable]:
    """
    Yield those of the pages below the folder `at` ("" or "incidents/") whose words can be found.

    `digests` are by their paths; files count from that folder.
    """
    for late in late_pages:
        if late.year:
            file = file_of(late.path).removeprefix(at)
            yield Indexable(file=file, year=late.year, digest=digests[late.path])
