from dataclasses import replace

from incidentrepo.model.edition import PublicIncident, PublicUpdate
from incidentrepo.model.status import Kind, Status, UpdateState
from incidentrepo.model.time import parse_time
from incidentrepo.site.public.context import make_context
from incidentrepo.site.public.home import make_home
from tests.site.editions import public

BURNING = PublicIncident(
    slug="late",
    title="Orders are late",
    status=Status.OPEN,
    updates=(
        PublicUpdate(at=parse_time("2026-11-22T11:00:00Z"), state=UpdateState.IDENTIFIED, text="Found it."),
        PublicUpdate(at=parse_time("2026-11-22T10:00:00Z"), state=UpdateState.INVESTIGATING, text="Looking."),
    ),
)
OVER = PublicIncident(
    slug="over",
    title="It was down",
    status=Status.RESOLVED,
    started_at=parse_time("2026-10-02T09:00:00Z"),
    resolved_at=parse_time("2026-10-02T11:05:00Z"),
    body="We were down. It was long.\n",
)


def test_all_is_well() -> None:
    """
    When nothing goes on the page says so first, then what was learned, then history by month.
    """
    html = make_home(make_context(public(OVER))).html

    assert html.index("All is well") < html.index("We were down.") < html.index("October 2026")
    assert "2 h 5 min" in html


def test_what_is_going_on() -> None:
    """
    What goes on is the title, with its updates, newest first.
    """
    html = make_home(make_context(public(BURNING, OVER))).html

    assert "All is well" not in html
    assert html.index("Orders are late") < html.index("Found it.") < html.index("Looking.")


def test_planned_work_whose_time_is_over() -> None:
    """
    What is to come is announced; once its time has passed it is history, though nobody said how it went.
    """
    work = PublicIncident(
        slug="racks",
        title="New racks",
        kind=Kind.MAINTENANCE,
        status=Status.OPEN,
        planned_from=parse_time("2026-11-02T08:00:00Z"),
        planned_until=parse_time("2026-11-02T10:00:00Z"),
    )

    to_come, passed = (
        make_home(make_context(public(one))).html for one in (work, replace(work, has_passed=True))
    )

    assert "Planned</h2>" in to_come
    assert "Planned</h2>" not in passed
    assert passed.index("November 2026") < passed.index("New racks")


def test_planned_work_that_goes_on() -> None:
    """
    Work that was planned and has begun is no outage; beside one, the outage is what is said.
    """
    work = PublicIncident(
        slug="racks",
        title="New racks",
        kind=Kind.MAINTENANCE,
        status=Status.OPEN,
        started_at=parse_time("2026-11-22T08:00:00Z"),
        planned_until=parse_time("2026-11-22T14:00:00Z"),
    )

    alone, both = (make_home(make_context(public(*told))).html for told in ((work,), (work, BURNING)))

    assert "ir-banner--planned" in alone
    assert "This was planned, until" in alone
    assert "not working" not in alone
    assert "ir-banner--ill" in both
    assert "Some things are not working" in both


def test_text_of_planned_work_is_no_postmortem() -> None:
    """
    What is written of planned work teaches nothing: it is neither called a postmortem nor shown as one.
    """
    done = replace(OVER, kind=Kind.MAINTENANCE, body="We move the racks.\n")

    html = make_home(make_context(public(done))).html

    assert "It was down" in html
    assert "What we learned</h2>" not in html
    assert "<span>Postmortem</span>" not in html
    assert "<span>Postmortem</span>" in make_home(make_context(public(OVER))).html


def test_address_of_the_calendar() -> None:
    """
    A calendar is subscribed to by its address, so that is shown, where the site knows it.
    """
    address = "<code>https://status.example/calendar.ics</code>"

    assert address in make_home(make_context(public())).html
    assert "<code>" not in make_home(make_context(public(url=None))).html
