"""Everything that the world was told of and that is over, by month; a page takes no more than one reads."""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from incidentrepo.model.edition import PublicIncident
from incidentrepo.site.page import Page
from incidentrepo.site.public.context import Context

HISTORY_PATH = "history/"

_UNDATED = "undated"
_LINES = 100  # about as many as twelve kilobytes hold, compressed


@dataclass(frozen=True, slots=True, kw_only=True)
class Year:
    """The incidents of one year, newest first."""

    name: str
    incidents: tuple[PublicIncident, ...]

    @property
    def path(self) -> str:
        """Where its page is, if it has one of its own."""
        return f"{HISTORY_PATH}{self.name}/"


def make_history(context: Context) -> Iterator[Page]:
    """Yield the page of the latest years, and one a year for all before them."""
    recent, earlier = _divide(tuple(_list_years(context)))
    yield _make_page(context, HISTORY_PATH, "History", recent, earlier, navigation="History")
    for year in earlier:
        others = (one for one in earlier if one is not year)
        yield _make_page(context, year.path, f"History of {year.name}", (year,), others)


def group_by_month(
    incidents: Iterable[PublicIncident], context: Context
) -> Iterator[tuple[str, list[PublicIncident]]]:
    """Yield the incidents of each month, under its name."""
    months: dict[str, list[PublicIncident]] = {}
    for one in incidents:
        month = context.clock.month_of(one.happened_at) if one.happened_at else "Without a date"
        months.setdefault(month, []).append(one)
    yield from months.items()


def is_over(one: PublicIncident) -> bool:
    """Whether it belongs to history; work whose time has passed does, though nobody said how it went."""
    return one.has_passed or not one.is_on_fire


def _list_years(context: Context) -> Iterator[Year]:
    years: dict[str, list[PublicIncident]] = {}
    for one in context.told:
        if is_over(one):
            name = str(context.clock.year_of(one.happened_at)) if one.happened_at else _UNDATED
            years.setdefault(name, []).append(one)
    for name, incidents in years.items():
        yield Year(name=name, incidents=tuple(incidents))


def _divide(years: tuple[Year, ...]) -> tuple[tuple[Year, ...], tuple[Year, ...]]:
    """Return the latest years that one page holds, one at least, and those before them."""
    lines = 0
    for number, year in enumerate(years):
        lines += len(year.incidents)
        if number and lines > _LINES:
            return years[:number], years[number:]
    return years, ()


def _make_page(
    context: Context,
    path: str,
    title: str,
    years: Iterable[Year],
    others: Iterable[Year],
    *,
    navigation: str = "",
) -> Page:
    incidents = (one for year in years for one in year.incidents)
    return context.page(
        "public/history.html",
        path,
        title=title,
        description=f"What {context.edition.organisation} has told of its incidents.",
        navigation=navigation,
        months=list(group_by_month(incidents, context)),
        others=list(others),
        latest=None if path == HISTORY_PATH else HISTORY_PATH,
    )
