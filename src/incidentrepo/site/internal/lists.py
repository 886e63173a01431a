"""Lists of incidents: which ones? By year, severity, status, kind, tag and service; without a script."""

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass
from functools import lru_cache, partial
from typing import TypeVar

from markupsafe import Markup

from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.keys import lines_key
from incidentrepo.site.links import root_of, service_path, tag_path
from incidentrepo.site.page import LatePage, Page
from incidentrepo.site.words import KINDS, KINDS_PLURAL, STATUSES

Key = TypeVar("Key")

ALL_PATH = "lists/"
# More on one page would cost a phone more than it tells.
_LINES = 150
# Each list names the others: with thousands of tags all of them would be their square.
_MOST_OTHERS = 40


@dataclass(frozen=True, slots=True, kw_only=True)
class Listing:
    """One list, newest first; `owner` answers for what it is about, and `intro` describes it."""

    label: str
    title: str
    path: str
    incidents: tuple[IncidentSummary, ...]
    intro: str = ""
    owner: str | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Filter:
    """One way to narrow the list of all, with the lists that it leads to."""

    title: str
    listings: tuple[Listing, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Sheet:
    """One page of a list; `number` counts from 0."""

    listing: Listing
    number: int
    is_last: bool

    @property
    def path(self) -> str:
        """Where the page is."""
        return _sheet_path(self.listing, self.number)

    @property
    def incidents(self) -> tuple[IncidentSummary, ...]:
        """Those that it shows."""
        return self.listing.incidents[self.number * _LINES : (self.number + 1) * _LINES]


def _sheet_path(listing: Listing, number: int) -> str:
    """Return where a page of a list is; the first is where the list is."""
    return f"{listing.path}page-{number + 1}/" if number else listing.path


def make_list_of_all(context: Context) -> Page:
    """Return the first page of the list of all, which is in the navigation."""
    filters = make_filters(context)
    first, *_ = _sheets(_everything(context))
    return _make_page(first, filters, context, navigation="All incidents")


def make_lists(context: Context) -> Iterator[LatePage]:
    """Yield the other pages of every list, as many as each takes."""
    filters = make_filters(context)
    _, *rest = _sheets(_everything(context))
    others = (sheet for narrowed in filters for listing in narrowed.listings for sheet in _sheets(listing))
    choices = [(one.path, one.label, len(one.incidents)) for each in filters for one in each.listings]
    # What every page of every list shows is named once.
    around = lines_key((), context, [each.title for each in filters], choices)
    for sheet in (*rest, *others):
        listing = sheet.listing
        shown = (around, listing.path, listing.title, len(listing.incidents), sheet.number)
        yield LatePage(
            path=sheet.path,
            make=partial(_make_page, sheet, filters, context),
            key=lines_key(sheet.incidents, context, *shown),
        )


@lru_cache(maxsize=1)  # for several pages show them
def make_filters(context: Context) -> tuple[Filter, ...]:
    """Return the ways to narrow; one that would lead nowhere is left out."""
    found = (
        Filter(title="Year", listings=_by_year(context)),
        Filter(title="Severity", listings=_by_severity(context)),
        Filter(title="Status", listings=_by_status(context)),
        Filter(title="Kind", listings=_by_kind(context)),
        Filter(title="Service", listings=_by_name(context, lambda one: one.services, service_path)),
        Filter(title="Tag", listings=_by_name(context, lambda one: one.tags, tag_path)),
    )
    return tuple(one for one in found if one.listings)


def _by_year(context: Context) -> tuple[Listing, ...]:
    dated = [one for one in context.edition.incidents if one.happened_at]
    years = _group(dated, lambda one: [str(context.clock.year_of(at)) for at in [one.happened_at] if at])
    return tuple(
        Listing(label=year, title=f"Incidents of {year}", path=f"lists/{year}/", incidents=years[year])
        for year in sorted(years, reverse=True)
    )


def _by_severity(context: Context) -> tuple[Listing, ...]:
    grouped = _group(context.edition.incidents, lambda one: [one.severity] if one.severity else [])
    return tuple(
        Listing(
            label=severity.value,
            title=f"{severity} {context.edition.policy.label_of(severity)}",
            path=f"lists/severity/{severity.lower()}/",
            incidents=grouped[severity],
        )
        for severity in Severity
        if severity in grouped
    )


def _by_status(context: Context) -> tuple[Listing, ...]:
    grouped = _group(context.edition.incidents, lambda one: [one.status] if one.status else [])
    return tuple(
        Listing(
            label=STATUSES[status],
            title=f"Status: {STATUSES[status].lower()}",
            path=f"lists/status/{status}/",
            incidents=grouped[status],
        )
        for status in Status
        if status in grouped
    )


def _by_kind(context: Context) -> tuple[Listing, ...]:
    grouped = _group(context.edition.incidents, lambda one: [one.kind])
    return tuple(
        Listing(
            label=KINDS_PLURAL[kind],
            title=KINDS_PLURAL[kind],
            path=f"lists/kind/{kind.replace('_', '-')}/",
            incidents=grouped.get(kind, ()),
        )
        for kind in Kind
        if kind in grouped or kind is Kind.NEAR_MISS
    )


def _by_name(
    context: Context, names_of: Callable[[IncidentSummary], Iterable[str]], path_of: Callable[[str], str]
) -> tuple[Listing, ...]:
    grouped = _group(context.edition.incidents, names_of)
    known = context.edition.tags.by_name
    is_service = path_of is service_path
    names = {*grouped, *(name for name, tag in known.items() if tag.is_service == is_service)}
    # Two names that no address can tell apart share a page.
    by_path: dict[str, Listing] = {}
    for name in sorted(names):
        tag, path = known.get(name), path_of(name)
        if path not in by_path:
            by_path[path] = Listing(
                label=name,
                title=name,
                path=path,
                incidents=grouped.get(name, ()),
                intro=tag.description if tag else "",
                owner=tag.owner if tag else None,
            )
    return tuple(by_path.values())


def _group(
    incidents: Iterable[IncidentSummary], keys_of: Callable[[IncidentSummary], Iterable[Key]]
) -> dict[Key, tuple[IncidentSummary, ...]]:
    grouped: dict[Key, list[IncidentSummary]] = defaultdict(list)
    for one in incidents:
        for key in dict.fromkeys(keys_of(one)):
            grouped[key].append(one)
    return {key: tuple(found) for key, found in grouped.items()}


def _everything(context: Context) -> Listing:
    return Listing(label="All", title="All incidents", path=ALL_PATH, incidents=context.edition.incidents)


def _sheets(listing: Listing) -> Iterator[Sheet]:
    """Yield the list in parts that a page can hold, at least one."""
    count = max(-(-len(listing.incidents) // _LINES), 1)
    for number in range(count):
        yield Sheet(listing=listing, number=number, is_last=number + 1 == count)


def _list_choices(filters: tuple[Filter, ...], context: Context) -> tuple[tuple[str, list[str]], ...]:
    """Return what the list of all can be narrowed by as one types, with the words of its lines."""
    kinds = [KINDS[kind] for kind in Kind if any(one.kind is kind for one in context.edition.incidents)]
    choices = {one.title: [listing.label for listing in one.listings] for one in filters} | {"Kind": kinds}
    return tuple((title, labels) for title, labels in choices.items() if labels)


def _make_page(sheet: Sheet, filters: tuple[Filter, ...], context: Context, *, navigation: str = "") -> Page:
    listing, number, root = sheet.listing, sheet.number, root_of(sheet.path)
    return context.page(
        "internal/list.html",
        sheet.path,
        title=listing.title if not number else f"{listing.title}, page {number + 1}",
        description=f"{listing.title}: {len(listing.incidents)} at {context.edition.organisation}.",
        navigation=navigation,
        listing=listing,
        filters=filters,
        most_others=_MOST_OTHERS,
        narrows=_list_choices(filters, context) if sheet.path == ALL_PATH else (),
        lines=Markup().join(context.line(one, root) for one in sheet.incidents),
        newer=_sheet_path(listing, number - 1) if number else None,
        older=None if sheet.is_last else _sheet_path(listing, number + 1),
    )
