from datetime import UTC, date, datetime
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.exports.icalendar import Event, write_calendar

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)


def lines(*events: Event, name: str = "Ours") -> list[str]:
    return write_calendar(events, name=name, now=NOW).split("\r\n")


def test_whole() -> None:
    """
    A day is a day in every zone, an instant is told in UTC, and each line ends as it must.
    """
    at = datetime(2026, 11, 27, 14, 30, 59, 999, tzinfo=ZoneInfo("Europe/Berlin"))
    events = (
        Event(uid="a", on=date(2026, 11, 26), summary="Postmortem", categories=("one", "two, three")),
        Event(uid="b", on=at, summary="Report", description="To whom?\nTo them."),
    )

    assert lines(*events) == [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        "PRODID:-//incidentrepo//incidentrepo//EN",
        "METHOD:PUBLISH",
        "NAME:Ours",
        "X-WR-CALNAME:Ours",
        "BEGIN:VEVENT",
        "UID:a",
        "DTSTAMP:20261123T090000Z",
        "DTSTART;VALUE=DATE:20261126",
        "SUMMARY:Postmortem",
        "CATEGORIES:one,two\\, three",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "BEGIN:VEVENT",
        "UID:b",
        "DTSTAMP:20261123T090000Z",
        "DTSTART:20261127T133059Z",
        "SUMMARY:Report",
        "DESCRIPTION:To whom?\\nTo them.",
        "TRANSP:TRANSPARENT",
        "END:VEVENT",
        "END:VCALENDAR",
        "",
    ]


@pytest.mark.parametrize(
    ("text", "written"),
    (
        ("a;b,c\\d", "a\\;b\\,c\\\\d"),
        ("a\r\nEND:VCALENDAR", "a\\nEND:VCALENDAR"),
        ("a\u2028b\u0085c", "a\\nb\\nc"),
        ("a\x00b\x1b[31m", "ab[31m"),
        ('"quoted": yes', '"quoted": yes'),
        ("12\u00a0% de\u202fplus\u3000", "12\u00a0% de\u202fplus\u3000"),
        ("\u0646\u200c\u0645 \U0001f469\u200d\U0001f692", "\u0646\u200c\u0645 \U0001f469\u200d\U0001f692"),
        ("half \ud83d", "half "),
    ),
)
def test_no_text_ends_its_line(text: str, written: str) -> None:
    """
    Whatever somebody wrote stays inside the value that it is.
    """
    assert f"SUMMARY:{written}" in lines(Event(uid="a", on=NOW, summary=text))


def test_folded() -> None:
    """
    No line is longer than 75 octets, no letter is torn, and unfolded it is what it was.
    """
    summary = "Ünïcödé 🔥 " * 40

    text = write_calendar([Event(uid="a", on=NOW, summary=summary)], name="Ours", now=NOW)

    assert max(len(line.encode()) for line in text.split("\r\n")) == 75
    assert f"SUMMARY:{summary}\r\n" in text.replace("\r\n ", "")
