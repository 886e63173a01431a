"""The library: what happened to others, and what can we learn from it for free?"""

from collections.abc import Iterator
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from itertools import groupby

from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.incident import Incident
from incidentrepo.model.time import LONG_AGO
from incidentrepo.site.finding import Findable, describe_findable, mark_findable
from incidentrepo.site.internal.article import make_article
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.keys import library_key
from incidentrepo.site.internal.timeline import tell_timeline
from incidentrepo.site.links import free_path, path_segment, root_of
from incidentrepo.site.markdown import plain_text
from incidentrepo.site.page import Heading, LatePage, Page

LIBRARY_PATH = "library/"
LIBRARY_TITLES_PATH = "assets/search/library.json"

_KIND = "Library"
_NEWEST = 10


@dataclass(frozen=True, slots=True, kw_only=True)
class Loan:
    """An incident that was lent to us, and where its page is."""

    one: EditionIncident
    path: str

    @property
    def source(self) -> str:
        """The folder of the library that it stands in."""
        return self.one.folder.split("/")[1]

    @property
    def happened_at(self) -> datetime:
        """When it happened, to sort by; what has no date is older than all."""
        at = self.one.incident.happened_at
        return at.latest if at else LONG_AGO

    @property
    def organisation(self) -> str:
        """Whose incident it was, as far as the record says."""
        source = self.one.incident.source
        return (source.organisation if source else None) or self.source

    @property
    def severity(self) -> str | None:
        """How bad they called it: in their own words, which are on no scale of ours."""
        source = self.one.incident.source
        return (source.severity if source else None) or self.one.incident.severity


@dataclass(frozen=True, slots=True, kw_only=True)
class Shelf:
    """All that comes from one source, newest first; `path` is its own page, where it needs one."""

    name: str
    loans: tuple[Loan, ...]
    path: str = ""

    @property
    def title(self) -> str:
        """Whose incidents these are, where they are all of one organisation."""
        organisations = {loan.organisation for loan in self.loans}
        return organisations.pop() if len(organisations) == 1 else self.name

    @property
    def shown(self) -> tuple[Loan, ...]:
        """What the library's first page shows of it: the newest, where the rest has a page of its own."""
        return self.loans[:_NEWEST] if self.path else self.loans


def make_library(context: Context) -> Iterator[Page]:
    """Yield the library's first page, where there is a library, and one for each shelf that is long."""
    shelves = _shelves(context)
    if not shelves:
        return
    yield _shelf_page(LIBRARY_PATH, "What happened to others", shelves, context)
    for shelf in shelves:
        if shelf.path:
            whole = replace(shelf, path="")
            yield _shelf_page(shelf.path, f"What happened to others: {shelf.title}", (whole,), context)


def make_library_pages(context: Context) -> Iterator[LatePage]:
    """Yield the page of each incident in the library."""
    for shelf in _shelves(context):
        for loan in shelf.loans:
            yield LatePage(
                path=loan.path,
                make=partial(_make_loan_page, loan, context),
                key=library_key(loan.one, loan.path, context),
                year=_describe(loan, context).year,
            )


def find_library(context: Context) -> Iterator[Findable]:
    """Yield what can be found of each incident in the library."""
    for shelf in _shelves(context):
        for loan in shelf.loans:
            yield _describe(loan, context)


def _describe(loan: Loan, context: Context) -> Findable:
    # What they called severe is not on our scale.
    found = describe_findable(loan.one.incident, loan.path, context.clock)
    return replace(found, severity=None, kind=_KIND)


def _shelves(context: Context) -> tuple[Shelf, ...]:
    taken: set[str] = set()
    loans = [Loan(one=one, path=_take(one.folder, taken)) for one in context.edition.library]
    return tuple(
        _shelf(source, tuple(some), taken) for source, some in groupby(loans, key=lambda loan: loan.source)
    )


def _shelf(source: str, loans: tuple[Loan, ...], taken: set[str]) -> Shelf:
    loans = tuple(sorted(loans, key=lambda loan: (loan.happened_at, loan.path), reverse=True))
    path = _take(f"{LIBRARY_PATH}{source}", taken) if len(loans) > _NEWEST else ""
    return Shelf(name=source, loans=loans, path=path)


def _take(folder: str, taken: set[str]) -> str:
    """Return the path of a page for that folder of the library, which no other page has."""
    path = free_path("".join(f"{path_segment(part)}/" for part in folder.split("/")), taken)
    taken.add(path)
    return path


def _shelf_page(path: str, title: str, shelves: tuple[Shelf, ...], context: Context) -> Page:
    return context.page(
        "internal/library.html",
        path,
        title=title,
        description="Other organisations' incidents, kept to learn from.",
        shelves=shelves,
        library_path=LIBRARY_PATH,
        is_part=path != LIBRARY_PATH,
    )


def _make_loan_page(loan: Loan, context: Context) -> Page:
    incident = _without_people(loan.one.incident)
    article = make_article(replace(loan.one, incident=incident), context, root=root_of(loan.path))
    return context.page(
        "internal/library_incident.html",
        loan.path,
        title=incident.title,
        description=plain_text(incident.summary) or f"What happened at {loan.organisation}.",
        headings=(*_headings(loan.one), *article.headings),
        findable=mark_findable(_describe(loan, context)),
        loan=loan,
        incident=incident,
        their_severity=loan.severity,
        library_path=LIBRARY_PATH,
        stretches=tell_timeline(incident.timeline, clock=context.clock, name_of=str),
        postmortem=article.html,
    )


def _headings(one: EditionIncident) -> Iterator[Heading]:
    """Yield the page's own headings, in the template's order; the ids are the template's too."""
    incident = one.incident
    parts = (
        ("impact", "Impact", bool(incident.impact.summary)),
        ("timeline", "Timeline", bool(incident.timeline)),
        ("factors", "Contributing factors", bool(incident.contributing_factors)),
        ("postmortem", "Postmortem", one.postmortem is not None),
    )
    yield from (Heading(level=2, id=f"ir-{name}", title=title) for name, title, is_there in parts if is_there)


def _without_people(incident: Incident) -> Incident:
    """Return it without those who took part: a handle of theirs would lead to somebody of ours."""
    timeline = tuple(replace(entry, by=None) for entry in incident.timeline)
    return replace(incident, timeline=timeline, follow_ups=())
