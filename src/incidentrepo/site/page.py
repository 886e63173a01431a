"""What a site is made of, whatever shows it: pages, and files beside them."""

from collections.abc import Callable, Iterator
from dataclasses import dataclass


@dataclass(frozen=True, slots=True, kw_only=True)
class Heading:
    """A heading that the table of contents may list; `level` is 2 or more."""

    level: int
    id: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Page:
    """
    One page.

    `path` is its folder's address from the site's root: empty for home, else ending in `/`.
    `html` is the body, sanitised, with an `h1` of its own and links relative to `path`.
    `navigation` is its name in the navigation; a page without one is only linked to.
    `runs_wasm` says that a script of it brings a program that browsers run only with leave.
    """

    path: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    navigation: str = ""
    runs_wasm: bool = False


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file: a style sheet, a script, a feed, a piece of evidence."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class LateAsset:
    """
    A file that is read when it is written, for evidence may be large; `read` may run in another process.

    `key` names what it holds; it is empty where that is not known.
    """

    path: str
    read: Callable[[], bytes]
    key: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class LatePage:
    """
    A page that is made when it is written: a site has more pages than memory should hold at once.

    `path` is the page's; it is in no navigation. `make` may run in another process. `key` names all
    that it is made of: with the same key it is the same page. Without one nothing is known of that.
    `year` is that under which its words can be found; a page without one is not searched. One that is not
    listed is in no sitemap and no search engine: it is there for those who have its address already.
    """

    path: str
    make: Callable[[], Page]
    key: str = ""
    year: str = ""
    is_listed: bool = True


@dataclass(frozen=True, slots=True, kw_only=True)
class Alternate:
    """A file of the site that programs subscribe to; every page says where it is."""

    path: str
    media_type: str
    title: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """
    All pages and files of one edition; no two share a path. Those of the navigation come first.

    `alternates` are those of its files that programs subscribe to.
    """

    pages: tuple[Page, ...]
    late_pages: tuple[LatePage, ...] = ()
    assets: tuple[Asset, ...]
    late_assets: tuple[LateAsset, ...] = ()
    alternates: tuple[Alternate, ...] = ()

    def make_pages(self) -> Iterator[Page]:
        """Yield every page, the late ones made one by one."""
        yield from self.pages
        for late in self.late_pages:
            yield late.make()
