from dataclasses import replace

import pytest

from incidentrepo.model.edition import PublicIncident
from incidentrepo.site.public.context import make_context
from incidentrepo.site.public.incident_page import make_former_pages, make_incident_page
from tests.site.editions import public
from tests.site.public.test_statuspage import WORK
from tests.site.public.test_statuspage_with_a_client import ANNOUNCED

ONE = PublicIncident(slug="late", title="Late & lost", body="# Why\n\nIt was late.\n", former_slugs=("slow",))


def test_article() -> None:
    """
    The article stands on the page with its headings, and is described by its first sentence.
    """
    page = make_incident_page(ONE, make_context(public(ONE)))

    assert page.path == "incidents/late/"
    assert page.description == "It was late."
    assert [heading.id for heading in page.headings] == ["h-why"]


@pytest.mark.parametrize(
    ("body", "first"),
    (
        ("Why us? Because.\n", "Why us?"),
        ("~~All~~ some failed.[^1] Then not.\n\n[^1]: Cards.\n", "some failed."),
        ("It was late\n\n- twice\n", "It was late"),
        ("![A rack](a.png)\n\nIt was *late*. Again.\n", "It was late."),
    ),
)
def test_first_sentence(body: str, first: str) -> None:
    """
    It is told as it ends, and without what was struck out or leads to a note.
    """
    told = replace(ONE, body=body)

    assert make_incident_page(told, make_context(public(told))).description == first


def test_share_links() -> None:
    """
    Sharing is plain links, which ask nobody anything until they are followed.
    """
    html = make_incident_page(ONE, make_context(public(ONE))).html

    assert (
        "mailto:?subject=Late%20%26%20lost&amp;body=https%3A%2F%2Fstatus.example%2Fincidents%2Flate%2F"
        in html
    )
    assert "https://news.ycombinator.com/submitlink?u=https%3A%2F%2Fstatus.example" in html


def test_former_address() -> None:
    """
    An address that was given out leads to the present one.
    """
    (late,) = make_former_pages(make_context(public(ONE)))

    page = late.make()
    assert page.path == late.path == "incidents/slow/"
    assert '<a href="../../incidents/late/">Late &amp; lost</a>' in page.html


def test_withdrawn() -> None:
    """
    Of a withdrawn page nothing is left but that it was withdrawn.
    """
    gone = PublicIncident(slug="gone", is_withdrawn=True)
    page = make_incident_page(gone, make_context(public(gone)))

    assert "What stood here was withdrawn." in page.html


def test_planned_work() -> None:
    """
    Work that has yet to begin is planned, and under way once it began: at no time is it open as a fire is.
    """
    planned = make_incident_page(ANNOUNCED, make_context(public(ANNOUNCED))).html
    begun = make_incident_page(WORK, make_context(public(WORK))).html

    assert (">Planned</span>" in planned, ">Under way</span>" in planned) == (True, False)
    assert (">Planned</span>" in begun, ">Under way</span>" in begun) == (False, True)
