"""The next agenda, and the reviews that were held."""

from datetime import UTC, datetime, timedelta

from incidentrepo.model.duty import DutyKind
from incidentrepo.model.incident import Review, Times
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import PostmortemStatus, Status
from incidentrepo.model.time import parse_time
from incidentrepo.site.internal.reviews import make_reviews
from tests.site.editions import NOW, context, duty, incident, shown

APPROVED = Review(approved_by=("ada",))
FINAL = Postmortem(status=PostmortemStatus.FINAL, authors=("ada",), body="A queue was full.\n")


def test_agenda() -> None:
    """
    What is planned comes first, by its time; then what is owed, with when it was due and how to plan it.
    """
    late = shown(
        incident("2026-11-01-late", title="Late one"),
        duties=(duty(NOW - timedelta(days=1), incident="2026-11-01-late", name=DutyKind.REVIEW),),
    )
    soon = shown(
        incident(
            "2026-11-02-soon", title="Soon", review=Review(scheduled_at=parse_time("2026-11-25T10:00:00Z"))
        ),
        postmortem=FINAL,
    )
    later = shown(
        incident(
            "2026-11-03-later", title="Later", review=Review(scheduled_at=parse_time("2026-11-26T10:00:00Z"))
        )
    )

    html = make_reviews(context(late, later, soon)).html

    assert html.index("Soon") < html.index("Later") < html.index("To be planned") < html.index("Late one")
    assert "1 day overdue" in html
    assert 'incidentrepo review schedule 2026-11-01-late "2026-11-29 10:00"' in html
    assert "Read its postmortem before" in html
    assert "No postmortem yet" in html


def test_held() -> None:
    """
    What was held is on no agenda any more, and comes with who was there; no false alarm is shown.
    """
    held = Review(
        scheduled_at=parse_time("2026-11-10T10:00:00Z"),
        held_at=parse_time("2026-11-10T10:00:00Z"),
        attendees=("ada",),
    )
    one = shown(incident("2026-11-01-held", title="Held one", review=held))
    none = shown(incident("2026-11-02-none", title="None", status=Status.INVALID, review=held))

    html = make_reviews(context(one, none)).html

    assert "No review is owed or planned" in html
    assert html.index("Held one") < html.index("Ada Lovelace")
    assert ">None<" not in html


def test_approved_on_a_leap_day() -> None:
    """
    What was approved without any time comes last, on the 29th of February as on any other day.
    """
    undated = shown(incident("2026-11-01-undated", title="Undated", times=Times(), review=APPROVED))
    dated = shown(incident("2026-11-02-dated", title="Dated", review=APPROVED))
    leap_day = datetime(2028, 2, 29, 12, tzinfo=UTC)

    html = make_reviews(context(undated, dated, now=leap_day)).html

    assert html.index("Dated") < html.index("Undated")


def test_nothing() -> None:
    """
    Without any it says how to have one.
    """
    html = make_reviews(context()).html

    assert "incidentrepo review schedule ID" in html
    assert "incidentrepo review held ID" in html
