"""A site's files as they lie in its folder, apart from those that MkDocs writes itself."""

from collections.abc import Iterator, Mapping
from dataclasses import replace

from incidentrepo.mkdocs_plugin.shell import Shell, ShellKind, kind_of, pour
from incidentrepo.site.page import Page, Site


def move_site(site: Site, folder: str) -> Site:
    """Return `site` as it is below `folder` ("" or "incidents/"); links are relative, and stay."""
    return Site(
        pages=tuple(replace(page, path=folder + page.path) for page in site.pages),
        assets=tuple(replace(asset, path=folder + asset.path) for asset in site.assets),
    )


def poured_pages(site: Site) -> Iterator[Page]:
    """Yield the pages that MkDocs never sees: all that the navigation does not name."""
    return (page for page in site.pages if not page.navigation)


def shell_kinds(site: Site) -> tuple[ShellKind, ...]:
    """Return the kinds of shell that the site's poured pages need."""
    return tuple(sorted({kind_of(page) for page in poured_pages(site)}))


def pour_site(site: Site, shells: Mapping[ShellKind, Shell]) -> Iterator[tuple[str, bytes]]:
    """Yield path and content of every poured page and every asset."""
    for page in poured_pages(site):
        yield f"{page.path}index.html", pour(shells[kind_of(page)], page)
    for asset in site.assets:
        yield asset.path, asset.data
