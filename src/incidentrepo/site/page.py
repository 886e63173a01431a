"""What a site is made of, whatever shows it: pages, and files beside them."""

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
    """

    path: str
    title: str
    description: str
    html: str
    headings: tuple[Heading, ...] = ()
    navigation: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Asset:
    """A file: a style sheet, a script, a feed, a piece of evidence."""

    path: str
    data: bytes


@dataclass(frozen=True, slots=True, kw_only=True)
class Site:
    """All pages and files of one edition; no two share a path."""

    pages: tuple[Page, ...]
    assets: tuple[Asset, ...]
