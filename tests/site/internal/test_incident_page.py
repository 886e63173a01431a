from datetime import timedelta

from incidentrepo.model.duty import DutyKind
from incidentrepo.model.incident import Impact
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import PostmortemStatus, Status
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import EntryKind, Update
from incidentrepo.site.internal.incident_page import make_incident_page
from incidentrepo.site.markdown import plain_text
from tests.site.editions import NOW, context, duty, incident, shown, times

TIMES = times(
    started_at="2026-11-02T09:02:00Z",
    detected_at="2026-11-02T09:10:00Z",
    mitigated_at="2026-11-02T09:41:00Z",
    resolved_at="2026-11-02T11:05:00Z",
)


def test_figures() -> None:
    """
    The four numbers are computed from the record's times.
    """
    one = shown(incident(status=Status.RESOLVED, times=TIMES, impact=Impact(customers=1200)))
    words = plain_text(make_incident_page(one, context(one)).html)

    assert "Noticed after 8 min Mitigated after 39 min Resolved after 2 h 3 min Customers 1,200" in words


def test_unknown_stays_unknown() -> None:
    """
    A number that nobody wrote down is not made up.
    """
    one = shown(incident(status=Status.RESOLVED, times=times(declared_at="2026-11-02")))
    words = plain_text(make_incident_page(one, context(one)).html)

    assert "Mitigated after not known" in words


def test_while_it_is_open() -> None:
    """
    The last update's age and the next steps come before the figures.
    """
    update = Update(
        kind=EntryKind.UPDATE,
        index=0,
        id=None,
        at=parse_time("2026-11-22T11:40:00Z"),
        by="ada",
        text="Found it.",
    )
    one = shown(incident(timeline=(update,)))
    html = make_incident_page(one, context(one)).html

    assert "Last update 20 min ago by Ada Lovelace" in html
    assert html.index("incidentrepo role 2026-11-02-checkout commander=HANDLE") < html.index("ir-figures")


def test_missing_postmortem_says_by_when() -> None:
    """
    What is missing says who owes it and until when; what is there says who wrote it.
    """
    owed = duty(NOW + timedelta(days=1), name=DutyKind.POSTMORTEM)
    missing = shown(incident(status=Status.RESOLVED, times=TIMES), duties=(owed,))
    written = shown(
        incident(),
        postmortem=Postmortem(status=PostmortemStatus.FINAL, authors=("ada",), body="We learned.\n"),
    )

    assert "Still to be written by Ada Lovelace, until 23 Nov 2026, 13:00 UTC+1" in plain_text(
        make_incident_page(missing, context(missing)).html
    )
    assert (
        '<article class="ir-article"><p>We learned.</p>' in make_incident_page(written, context(written)).html
    )
