"""Which pages are indexed together: whole years, and enough of them to be worth an index of their own."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from hashlib import sha256

# An index of fewer pages costs a reader as much to open as one of so many.
_ENOUGH = 1000


@dataclass(frozen=True, slots=True, kw_only=True)
class Indexable:
    """A page that can be found: the `file` it stands in, its `year`, and the digest of its bytes."""

    file: str
    year: str
    digest: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """
    Pages with one index, named by their years: "2026", or "2021-2025".

    `key` names all that they hold.
    """

    name: str
    pages: tuple[Indexable, ...]

    @property
    def key(self) -> str:
        """Another one as soon as one of the pages is another."""
        return sha256("\0".join(f"{page.file} {page.digest}" for page in self.pages).encode()).hexdigest()


def fill_shelves(pages: Iterable[Indexable]) -> Iterator[Shelf]:
    """
    Yield the shelves, the oldest first.

    Years are put together from the oldest on, so that a new incident changes the last shelf alone.
    """
    some: list[str] = []
    by_year = _by_year(pages)
    for year in by_year:
        some.append(year)
        if sum(len(by_year[one]) for one in some) >= _ENOUGH:
            yield _make_shelf(some, by_year)
            some = []
    if some:
        yield _make_shelf(some, by_year)


def _by_year(pages: Iterable[Indexable]) -> Mapping[str, list[Indexable]]:
    years: dict[str, list[Indexable]] = defaultdict(list)
    for page in sorted(pages, key=lambda page: (page.year, page.file)):
        years[page.year].append(page)
    return years


def _make_shelf(years: list[str], by_year: Mapping[str, list[Indexable]]) -> Shelf:
    name = years[0] if len(years) == 1 else f"{years[0]}-{years[-1]}"
    return Shelf(name=name, pages=tuple(page for year in years for page in by_year[year]))
