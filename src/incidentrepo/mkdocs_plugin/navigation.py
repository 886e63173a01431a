"""Where a site's pages stand in MkDocs' navigation."""

from collections.abc import Iterable

from mkdocs.structure.nav import Navigation, Section
from mkdocs.structure.pages import Page as MkDocsPage

from incidentrepo.site.page import Page

# In the `nav` of mkdocs.yml this word stands for the pages made of records.
PLACEHOLDER = "incidentrepo"
SECTION = "Incidents"

NavItem = str | dict[str, object]


def source_of(page: Page) -> str:
    """Return the file in the docs folder that a generated page claims to come from."""
    return f"{page.path}index.md"


def complete_navigation(configured: list[NavItem], pages: Iterable[Page]) -> list[NavItem]:
    """
    Return the navigation of mkdocs.yml with our pages in it.

    They stand where it names the placeholder, else in a section of their own at the end.
    """
    ours: list[NavItem] = [{page.navigation: source_of(page)} for page in pages]
    if _mentions_placeholder(configured):
        return _put_in_place(configured, ours)
    return [*configured, {SECTION: ours}]


def add_to_navigation(navigation: Navigation, pages: Iterable[MkDocsPage], *, in_section: bool) -> Navigation:
    """Return the navigation that MkDocs made of the docs folder, with our pages in front or in a section."""
    pages = list(pages)
    if not in_section:
        return Navigation([*pages, *navigation.items], [*pages, *navigation.pages])
    section = Section(SECTION, list(pages))
    for page in pages:
        page.parent = section
    return Navigation([*navigation.items, section], [*navigation.pages, *pages])


def has_only_tabs(navigation: Navigation, features: Iterable[str]) -> bool:
    """Whether Material shows all of the navigation as tabs, and nothing beside the page but its own name."""
    return "navigation.tabs" in features and all(item.is_page for item in navigation.items)


def _mentions_placeholder(items: object) -> bool:
    if isinstance(items, dict):
        return any(map(_mentions_placeholder, items.values()))
    if isinstance(items, list):
        return any(map(_mentions_placeholder, items))
    return items == PLACEHOLDER


def _put_in_place(items: Iterable[object], ours: list[NavItem]) -> list[NavItem]:
    placed: list[NavItem] = []
    for item in items:
        if item == PLACEHOLDER:
            placed.extend(ours)
        elif isinstance(item, dict):
            placed.append({title: _put_in_section(value, ours) for title, value in item.items()})
        elif isinstance(item, str):
            placed.append(item)
    return placed


def _put_in_section(value: object, ours: list[NavItem]) -> object:
    if value == PLACEHOLDER:
        return ours
    return _put_in_place(value, ours) if isinstance(value, list) else value
