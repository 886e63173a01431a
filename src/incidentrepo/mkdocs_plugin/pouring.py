"""A site's files as they lie in its folder, apart from those that MkDocs writes itself."""

from collections.abc import Callable, Iterator, Mapping
from dataclasses import replace
from functools import partial

from incidentrepo.mkdocs_plugin.shell import Shell, ShellKind, kind_of, pour
from incidentrepo.site.page import LatePage, Page, Site

_FORGET_ME = b'<meta name="robots" content="noindex">\n'

PouredFile = tuple[str, bytes]
"""A path in the site, and what stands there."""


def move_site(site: Site, folder: str) -> Site:
    """Return `site` as it is below `folder` ("" or "incidents/"); links are relative, and stay."""
    return Site(
        pages=tuple(replace(page, path=folder + page.path) for page in site.pages),
        late_pages=tuple(
            replace(late, path=folder + late.path, make=partial(_make_moved, late.make, folder))
            for late in site.late_pages
        ),
        assets=tuple(replace(asset, path=folder + asset.path) for asset in site.assets),
        late_assets=tuple(replace(late, path=folder + late.path) for late in site.late_assets),
        alternates=tuple(replace(one, path=folder + one.path) for one in site.alternates),
    )


def poured_paths(site: Site) -> Iterator[str]:
    """Yield where the pages are that MkDocs never sees: all that the navigation does not name."""
    yield from (page.path for page in _unlisted(site))
    yield from (late.path for late in site.late_pages)


def listed_paths(site: Site) -> Iterator[str]:
    """Yield where those of them are that a search engine is told of."""
    yield from (page.path for page in _unlisted(site))
    yield from (late.path for late in site.late_pages if late.is_listed)


def shell_kinds(site: Site) -> tuple[ShellKind, ...]:
    """Return the kinds of shell that poured pages may need: what is in a late page shows late."""
    depths = {path.count("/") for path in poured_paths(site)}
    return tuple(
        ShellKind(depth=depth, has_contents=one) for depth in sorted(depths) for one in (False, True)
    )


def pour_files(site: Site, shells: Mapping[ShellKind, Shell]) -> Iterator[PouredFile]:
    """Yield every asset, and every poured page that is made already."""
    for page in _unlisted(site):
        yield _pour_page(page, shells)
    for asset in site.assets:
        yield asset.path, asset.data
    for late in site.late_assets:
        yield late.path, late.read()


def pour_late(late: LatePage, shells: Mapping[ShellKind, Shell]) -> PouredFile:
    """Return this page, which is made only now; one that is not listed asks search engines to forget it."""
    file, data = _pour_page(late.make(), shells)
    return file, data if late.is_listed else data.replace(b"</head>", _FORGET_ME + b"</head>", 1)


def file_of(path: str) -> str:
    """Return the file that a page at this path stands in."""
    return f"{path}index.html"


def _unlisted(site: Site) -> Iterator[Page]:
    return (page for page in site.pages if not page.navigation)


def _pour_page(page: Page, shells: Mapping[ShellKind, Shell]) -> PouredFile:
    return file_of(page.path), pour(shells[kind_of(page)], page)


def _make_moved(make: Callable[[], Page], folder: str) -> Page:
    page = make()
    return replace(page, path=folder + page.path)
