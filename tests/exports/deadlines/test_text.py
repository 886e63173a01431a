from dataclasses import replace

from incidentrepo.exports.deadlines.text import write_reminders, write_text
from incidentrepo.reminders import Occasion, Reminder
from tests.exports.deadlines.owed import LATE, NUDGE, REPORT, SOON, end_of, make, owed


def test_columns() -> None:
    """
    Each deadline has its two lines, the columns under each other; the last line names who is late.
    """
    assert write_text(make(LATE, NUDGE, REPORT, SOON)) == (
        "2026-11-20        2 days 9 h overdue  grace       Alert on checkout success\n"
        "  incidentrepo postmortem new checkout\n"
        "2026-11-23 08:14  46 min ago          ada         update: Checkout answers 500\n"
        '  incidentrepo update checkout "..."\n'
        "2026-11-24 14:30  in 1 day 5 h        nobody yet  authority-report: Checkout an…\n"
        "  incidentrepo postmortem new checkout\n"
        "2026-11-25        in 2 days 15 h      ada         postmortem: Checkout answers…\n"
        "  incidentrepo postmortem new checkout\n"
        "4 owed, 1 overdue, by grace.\n"
    )


def test_within_eighty_columns() -> None:
    """
    However long the words and however many the names, no line is wider than a terminal.
    """
    entries = [
        owed("postmortem", end_of(1), title="Queue " * 40, by=f"somebody-with-a-long-handle-{number}")
        for number in range(9)
    ]

    assert max(map(len, write_text(make(*entries)).splitlines())) <= 80


def test_put_off() -> None:
    """
    What a waiver puts off says so.
    """
    waived = owed("review", end_of(26), is_waived=True)

    assert "ada  waived until then, review: Checkout answers 500\n" in write_text(make(waived))


def test_nothing() -> None:
    """
    Nothing owed is said with what was asked for, and apart from nothing being there at all.
    """
    scoped = replace(make(), scope="by ada within 7d")

    assert write_text(make()) == "Nothing is owed.\n"
    assert write_text(scoped) == "Nothing is owed by ada within 7d.\n"
    assert write_text(make(incidents=0)) == "Nothing is owed: there is no incident yet.\n"
    assert write_text(make(incidents=0, unreadable=("incidents/x",))) == "Nothing is owed.\n"


def test_reminders() -> None:
    """
    Reminders stand under why, the most pressing first; nothing to remind of is nothing at all.
    """
    soon = Reminder(deadline=SOON, occasion=Occasion.IN_TWO_DAYS)
    late = Reminder(deadline=LATE, occasion=Occasion.OVERDUE)

    assert write_reminders(make(), (soon, late)) == (
        "Overdue\n"
        "2026-11-20  2 days 9 h overdue  grace  Alert on checkout success\n"
        "  incidentrepo postmortem new checkout\n"
        "Due in two workdays\n"
        "2026-11-25  in 2 days 15 h  ada  postmortem: Checkout answers 500\n"
        "  incidentrepo postmortem new checkout\n"
    )
    assert write_reminders(make(), ()) == ""
