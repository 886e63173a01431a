from dataclasses import replace
from datetime import UTC, datetime, timedelta

from incidentrepo.model.change import Change, Signature
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.incident import Impact, Related
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import Kind, PostmortemStatus, Status
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Entry, EntryKind, Update
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


def test_figures_while_it_burns() -> None:
    """
    While it goes on it says for how long, and leaves out what nobody can know yet.
    """
    burning = incident(times=times(started_at="2026-11-22T09:00:00Z", detected_at="2026-11-22T09:10:00Z"))
    words = plain_text(make_incident_page(shown(burning), context(shown(burning))).html)

    assert "Goes on for 3 h Noticed after 10 min Owner" in words


def test_planned_work() -> None:
    """
    Work that has yet to begin goes on for no time, hurts nobody, and is planned; nothing had to be spared.
    """
    work = incident(
        kind=Kind.MAINTENANCE, severity=None, times=times(declared_at="2026-11-20", planned_from="2026-12-01")
    )
    html = make_incident_page(shown(work), context(shown(work))).html
    words = plain_text(html)

    assert words.startswith("MaintenancePlanned")
    assert "ir-now--fire" not in html
    assert "ir-figures" not in html
    assert "Impact" not in words
    assert "spared us" not in words


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
    assert "ir-now--fire" in html
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


def test_postmortem_that_was_only_started() -> None:
    """
    One in which nothing stands yet is finished, not started anew.
    """
    started = Postmortem(status=PostmortemStatus.DRAFT, body="## In one sentence\n\n<!-- What? -->\n")
    one = shown(incident(status=Status.RESOLVED, times=TIMES), postmortem=started)
    words = plain_text(make_incident_page(one, context(one)).html)

    assert "incidentrepo postmortem finish 2026-11-02-checkout" in words
    assert "incidentrepo postmortem new" not in words


def test_no_postmortem_while_it_burns() -> None:
    """
    In the middle of a fire nobody is asked to write; it says how much time there will be.
    """
    words = plain_text(make_incident_page(shown(), context(shown())).html)

    assert "It can wait until this is over; then there are 5 business days for it." in words
    assert "incidentrepo postmortem new" not in words


def test_what_looks_alike() -> None:
    """
    Incidents that look like it are named with what both have, apart from those it is related to anyway.
    """
    labels = {"tags": ("payments",), "services": ("checkout",)}
    one = shown(incident("2026-11-02-n1", title="Refunds were paid twice", **labels))
    alike = shown(incident("2026-10-02-n2", title="Refunds were lost", **labels))
    repeated = shown(incident("2026-09-02-n3", title="Refunds were late", **labels))
    other = shown(incident("2026-08-02-n4", title="The door stood open", tags=("office",)))
    again = replace(one, incident=replace(one.incident, related=Related(repeat_of=("2026-09-02-n3",))))

    words = plain_text(make_incident_page(again, context(again, alike, repeated, other)).html)

    _, _, looks_like = words.partition("Looks like ")
    assert looks_like.startswith("Refunds were lost both ")
    assert "checkout" in looks_like
    assert "Refunds were late" not in looks_like
    assert "door" not in words


def test_written_down_later() -> None:
    """
    An entry that was told long after it happened says so; one that was told at once does not.
    """
    late, prompt = (
        Entry(
            kind=EntryKind.NOTE, index=index, id=None, at=parse_time(at), by="ada", text=text, starred=False
        )
        for index, at, text in (
            (0, "2026-11-02T09:14:00Z", "Saw it."),
            (1, "2026-11-02T10:00:00Z", "Told it."),
        )
    )
    one = shown(
        incident(timeline=(late, prompt)),
        changes=(change("Done by ada at 2026-11-02T09:14:00Z."), change("")),
    )

    words = plain_text(make_incident_page(one, context(one)).html)

    assert "Told it. Ada Lovelace written down" not in words
    assert "Saw it. Ada Lovelace written down 2 h 46 min later" in words


def change(body: str) -> Change:
    someone = Signature(name="Ada", email="ada@example.org")
    at = datetime(2026, 11, 2, 12, tzinfo=UTC)
    return Change(
        commit_id="a" * 40,
        author=someone,
        committer=someone,
        authored_at=at,
        committed_at=at,
        subject="Note it",
        body=body,
        is_signed=False,
        files=(),
    )
