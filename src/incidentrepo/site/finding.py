"""How incidents are found by their words: the page that searches, and what it knows of each page."""

import json
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from markupsafe import Markup, escape

from incidentrepo.model.edition import PublicIncident
from incidentrepo.model.incident import Incident
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.severity import Severity
from incidentrepo.site.page import Asset, Page
from incidentrepo.site.times import Clock, describe_day
from incidentrepo.site.words import KINDS

SEARCH_PATH = "search/"

_UNDATED = "undated"
TITLES_PATH = "assets/search/titles.json"


AnyIncident = Incident | IncidentSummary | PublicIncident


@dataclass(frozen=True, slots=True, kw_only=True)
class Findable:
    """
    What a line of results says of an incident; `day` is as the site writes it, and may be empty.

    `kind` is as people filter by it; what others have lent is a kind of its own.
    """

    path: str
    title: str
    day: str
    year: str
    severity: Severity | None
    kind: str

    @property
    def severity_word(self) -> str:
        """The severity as people filter by it."""
        return self.severity.value if self.severity else ""


def describe_findable(one: AnyIncident, path: str, clock: Clock) -> Findable:
    """Return what a line of results says of an incident whose page is at `path`."""
    happened_at = one.happened_at
    day = clock.date_of(happened_at) if happened_at else None
    return Findable(
        path=path,
        title=one.title,
        day=describe_day(day) if day else "",
        year=str(clock.year_of(happened_at)) if happened_at else _UNDATED,
        severity=one.severity,
        kind=KINDS[one.kind],
    )


def mark_findable(found: Findable) -> Markup:
    """
    Return the attributes that make Pagefind index an element, and tell of it in results.

    https://pagefind.app/docs/metadata/
    """
    values = {
        "day": found.day,
        "year": found.year,
        "severity": found.severity_word,
        "kind": found.kind,
    }
    # Put together as text, for each page has one: what people wrote is escaped here.
    written = " ".join(f'data-ir-{name}="{escape(value)}"' for name, value in values.items() if value)
    pointed_at = ", ".join(f"{name}[data-ir-{name}]" for name, value in values.items() if value)
    return Markup(f' data-pagefind-body {written} data-pagefind-meta="{pointed_at}"')  # noqa: S704 - escaped above


def describe_title(found: Findable) -> dict[str, object]:
    """Return what a title is searched by, and shown with."""
    return {
        "path": found.path,
        "title": found.title,
        "day": found.day,
        "year": found.year,
        "severity": found.severity_word,
        "kind": found.kind,
    }


def list_titles(titles: Iterable[Mapping[str, object]], *, path: str = TITLES_PATH) -> Asset:
    """
    Return all titles as the file at `path`, to be searched where there is no index of words.

    All have the same columns, which the file names once: what reads it takes them from there.
    """
    lines = tuple(titles)
    columns = tuple(lines[0]) if lines else ()
    table = {"columns": columns, "rows": [tuple(line.values()) for line in lines]}
    text = json.dumps(table, ensure_ascii=False, separators=(",", ":"))
    # A title may hold half a surrogate pair, which is no UTF-8.
    return Asset(path=path, data=f"{text}\n".encode(errors="replace"))


def make_search_page(
    make_page: Callable[..., Page],
    found: Sequence[Findable],
    *,
    lists: str,
    lists_name: str,
    titles: Iterable[str] = (TITLES_PATH,),
) -> Page:
    """
    Return the page that searches; `lists` is where to look without a script.

    `titles` are the files with the titles of all that is `found`.
    """
    kinds = {one.kind for one in found}
    page = make_page(
        "parts/search.html",
        SEARCH_PATH,
        title="Search",
        description="Find incidents by what was written of them.",
        navigation="Search",
        severities=sorted({one.severity_word for one in found if one.severity}),
        kinds=[*(kind for kind in KINDS.values() if kind in kinds), *sorted(kinds - {*KINDS.values()})],
        years=sorted({one.year for one in found}, reverse=True),
        titles=titles,
        lists=lists,
        lists_name=lists_name,
    )
    return replace(page, runs_wasm=True)
