"""What a search knows of a page."""

import json
from dataclasses import replace
from zoneinfo import ZoneInfo

from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind
from incidentrepo.site.finding import (
    describe_findable,
    describe_title,
    list_titles,
    make_search_page,
    mark_findable,
)
from incidentrepo.site.making import make_site
from incidentrepo.site.page import Page
from incidentrepo.site.times import Clock
from tests.site.editions import NOW, incident, times
from tests.site.test_making import INTERNAL, PUBLIC


def test_marks() -> None:
    """
    An element is marked with what Pagefind reads; a title of quotes and commas breaks none of it.
    """
    one = incident("2026-11-02-a", title='"a", b', severity=Severity.SEV2, kind=Kind.NEAR_MISS)
    found = describe_findable(one, "incidents/a/", Clock(zone=ZoneInfo("UTC"), now=NOW))

    assert mark_findable(found) == (
        ' data-pagefind-body data-ir-day="2 Nov 2026" data-ir-year="2026" data-ir-severity="SEV2"'
        ' data-ir-kind="Near miss"'
        ' data-pagefind-meta="day[data-ir-day], year[data-ir-year], severity[data-ir-severity],'
        ' kind[data-ir-kind]"'
    )


def test_titles() -> None:
    """
    Titles are rows, whose columns are named once; half a character in one spoils no other.
    """
    one = incident("2026-11-02-a", title="half \ud83d", times=times(started_at="2026-11-02T09:14:00Z"))
    found = describe_findable(one, "incidents/a/", Clock(zone=ZoneInfo("UTC"), now=NOW))

    assert json.loads(list_titles([describe_title(found)]).data) == {
        "columns": ["path", "title", "day", "year", "severity", "kind"],
        "rows": [["incidents/a/", "half ?", "2 Nov 2026", "2026", found.severity_word, "Incident"]],
    }


def test_kinds_to_narrow_by() -> None:
    """
    The search page offers the kinds that there are, in the order of the field, and what others lent last.
    """
    clock = Clock(zone=ZoneInfo("UTC"), now=NOW)
    kinds = (Kind.EXERCISE, Kind.INCIDENT)
    ours = [describe_findable(incident("2026-11-02-a", kind=kind), "incidents/a/", clock) for kind in kinds]
    lent = replace(ours[0], kind="Library")
    offered: list[str] = []

    def note_kinds(*_: object, **values: list[str]) -> Page:
        offered.extend(values["kinds"])
        return Page(path="search/", title="", description="", html="")

    make_search_page(note_kinds, [lent, *ours], lists="", lists_name="")

    assert offered == ["Incident", "Exercise", "Library"]


def test_pages_that_are_found() -> None:
    """
    Of both sites, the pages of incidents can be found, and no others.
    """
    for edition in (INTERNAL, PUBLIC):
        site = make_site(edition)
        found = [late for late in site.late_pages if late.year]

        assert len(found) == len(
            [one for one in edition.incidents if not getattr(one, "is_withdrawn", False)]
        )
        assert all("data-pagefind-body" in late.make().html for late in found)
        assert not any("data-pagefind-body" in late.make().html for late in site.late_pages if not late.year)
        assert not any("data-pagefind-body" in page.html for page in site.pages)
