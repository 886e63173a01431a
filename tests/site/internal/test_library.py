"""What happened to others, as pages: theirs to tell, and never mixed with ours."""

from dataclasses import replace

from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Source
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, PostmortemStatus
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Entry, EntryKind
from incidentrepo.site.internal.home import make_home
from incidentrepo.site.internal.library import find_library, make_library, make_library_pages
from incidentrepo.site.markdown import plain_text
from tests.site.editions import context, incident, shown

SOURCE = Source(
    organisation="The Ring", url="https://ring.example/bean", licence="CC BY 4.0", severity="a bad one"
)


def lent(name: str = "2023-04-17-bean", source: str = "ring", **fields: object) -> EditionIncident:
    """Return an incident of the library."""
    one = incident(name, **{"title": "The wrong bean", "source": SOURCE, **fields})
    return replace(shown(one, version=name), folder=f"library/{source}/{name}")


def test_no_library() -> None:
    """
    Where nobody keeps one, nothing leads to it.
    """
    assert list(make_library(context())) == []
    assert "library/" not in make_home(context()).html


def test_shelves() -> None:
    """
    Each source has its shelf, newest first, under whose incidents they are; home leads there.
    """
    made = context(
        library=(lent(), lent("2024-05-01-pea", title="The wrong pea"), lent("2020-01-01-x", "depot"))
    )

    (page,) = make_library(made)

    assert page.path == "library/"
    assert page.html.index("The wrong pea") < page.html.index("../library/ring/2023-04-17-bean/")
    assert 'The Ring <span class="ir-count">2</span>' in page.html
    assert (
        '<a href="library/">What happened to others</a> <span class="ir-count">3</span>'
        in make_home(made).html
    )


def test_a_long_shelf_has_its_own_page() -> None:
    """
    The first page shows the newest of each source, and leads to all of them.
    """
    made = context(library=tuple(lent(f"2023-04-{day:02}-bean") for day in range(1, 13)))

    first, whole = make_library(made)

    assert first.html.count("ir-line__what") == 10
    assert '<a href="../library/ring/">All 12 of The Ring</a>' in first.html
    assert (whole.path, whole.html.count("ir-line__what")) == ("library/ring/", 12)
    assert '<a href="../../library/">The whole library</a>' in whole.html


def test_where_it_comes_from() -> None:
    """
    A page says that it is not ours, whose it is, what they called it, and on what terms it is here.
    """
    (late,) = make_library_pages(context(library=(lent(),)))
    html = late.make().html

    assert "Not ours: from the library" in html
    assert (
        "Happened at The Ring When 17 Apr 2023, 11:14 UTC+2 They called it a bad one "
        "Original Read it where it was published Licence CC BY 4.0"
    ) in plain_text(html)
    assert 'href="https://ring.example/bean" rel="noopener noreferrer"' in html


def test_it_is_found() -> None:
    """
    Its pages are found by their words, as what was lent: their severity is on no scale of ours.
    """
    made = context(library=(lent(severity=Severity.SEV1),))

    (found,) = find_library(made)
    (late,) = make_library_pages(made)

    assert (found.path, found.year, found.severity, found.kind) == (late.path, "2023", None, "Library")
    assert late.year == "2023"
    assert 'data-ir-kind="Library"' in late.make().html


def test_their_people_are_not_ours() -> None:
    """
    A handle of theirs leads to nobody of ours, also in the live parts of what they learned.
    """
    entry = Entry(
        kind=EntryKind.NOTE,
        index=0,
        id=None,
        at=parse_time("2023-04-17T09:14:00Z"),
        by="ada",
        text="Saw it.",
        starred=False,
    )
    promise = FollowUp(index=0, id=None, title="Count", status=FollowUpStatus.OPEN, owner="ada")
    one = replace(
        lent(timeline=(entry,), follow_ups=(promise,), owner="ada"),
        postmortem=Postmortem(
            status=PostmortemStatus.FINAL, authors=("ada",), body="A.\n\n[[timeline]]\n\n[[follow-ups]]\n"
        ),
    )

    (late,) = make_library_pages(context(library=(one,)))
    html = late.make().html

    assert html.count("Saw it.") == 2
    assert "people/" not in html
    assert "Ada Lovelace" not in html


def test_paths_do_not_meet() -> None:
    """
    Two folders whose names make one address have a page each.
    """
    made = context(library=(lent(source="The Ring"), lent(source="the-ring")))

    assert [late.path for late in make_library_pages(made)] == [
        "library/the-ring/2023-04-17-bean/",
        "library/the-ring/2023-04-17-bean-2/",
    ]
