"""The poured pages' lines in the sitemap, whose template knows MkDocs' own pages alone."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from urllib.parse import quote, urljoin, urlsplit


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedPage:
    """What a sitemap's template asks of a page; without `update_date` it says no date."""

    abs_url: str
    canonical_url: str
    is_link: bool = False
    update_date: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class ListedFile:
    """What a sitemap's template asks of a file."""

    page: ListedPage


def list_in_sitemap(paths: Iterable[str], *, site_url: str | None) -> Iterator[ListedFile]:
    """Yield what the sitemap's template needs for each page; nothing where the site has no address."""
    if not site_url:
        return
    for path in paths:
        url = urljoin(site_url, quote(path))
        yield ListedFile(page=ListedPage(abs_url=urlsplit(url).path, canonical_url=url))
