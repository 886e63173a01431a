"""Who is on call, until when, and who is next."""

from datetime import date, time

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.duration import parse_duration
from incidentrepo.model.rotation import Rotation
from incidentrepo.model.status import Status
from incidentrepo.site.internal.home import make_home
from incidentrepo.site.internal.on_call import make_on_call
from incidentrepo.site.markdown import plain_text
from tests.site.editions import BERLIN, context, incident, shown

WEEKLY = Rotation(
    name="on-duty",
    people=("ada", "grace"),
    starts_on=date(2026, 11, 16),
    every=parse_duration("1 week"),
    zone=BERLIN,
    calendar=DEFAULT_POLICY.calendar,
    hands_over_at=time(9),
    role="commander",
    services=("checkout",),
)


def test_turns() -> None:
    """
    Whose turn it is and until when stands first, then who follows, in the organisation's zone.
    """
    words = plain_text(make_on_call(context(rotations=(WEEKLY,))).html)

    assert "As of 22 Nov 2026, 13:00 UTC+1" in words
    assert "Ada Lovelace until 23 Nov 2026, 09:00 UTC+1 Commander for checkout; turns of 1 week." in words
    assert "23 Nov 2026, 09:00 UTC+1 grace 30 Nov 2026, 09:00 UTC+1 Ada Lovelace" in words


def test_in_what_is_open() -> None:
    """
    Who leads what is open now stands below; what is over is not there.
    """
    burning = shown(
        incident("2026-11-02-mail", title="Mail fails", owner="ada", roles={"commander": "grace"})
    )
    over = shown(incident("2026-11-01-over", title="It was", status=Status.CLOSED))

    words = plain_text(make_on_call(context(burning, over)).html)

    assert "Mail fails grace leadsAda Lovelace sees it through" in words
    assert "It was" not in words


def test_no_turns() -> None:
    """
    Without rotations it says what they are for.
    """
    assert "rotations.yaml" in make_on_call(context()).html


def test_home() -> None:
    """
    Home says whose turn it is, and leads to the rest.
    """
    html = make_home(context(rotations=(WEEKLY,))).html

    assert "On call now" in html
    assert 'href="on-call/"' in html
    assert "On call now" not in make_home(context()).html
