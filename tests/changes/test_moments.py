from zoneinfo import ZoneInfo

import pytest

from incidentrepo.changes.moments import read_coming_moment, read_moment
from incidentrepo.errors import UsageError
from incidentrepo.model.time import parse_time

BERLIN = ZoneInfo("Europe/Berlin")


def read(text: str, *, now: str = "2026-11-22T09:14:00Z") -> str:
    return read_moment(text, zone=BERLIN, now=parse_time(now).earliest).text


@pytest.mark.parametrize(
    ("text", "meant"),
    (
        ("9:05", "2026-11-22T08:05:00Z"),
        ("09:05:30", "2026-11-22T08:05:30Z"),
        ("2026-11-21 17:00", "2026-11-21T16:00:00Z"),
        ("2026-07-01T17:00", "2026-07-01T15:00:00Z"),
        ("2026-11-22T09:14:00Z", "2026-11-22T09:14:00Z"),
        ("2026-11-22T09:14:00+02:00", "2026-11-22T09:14:00+02:00"),
        ("2026-10-25T02:30:00+01:00", "2026-10-25T02:30:00+01:00"),
    ),
)
def test_what_people_type(text: str, meant: str) -> None:
    """
    A time without an offset is one on the person's own clock; one with an offset stays as it is.
    """
    assert read(text) == meant


def test_yesterday_evening() -> None:
    """
    After midnight, a time in the evening was yesterday's.
    """
    assert read("23:50", now="2026-11-22T23:10:00Z") == "2026-11-22T22:50:00Z"


@pytest.mark.parametrize(
    ("text", "why"),
    (
        ("soon", "is no time"),
        ("25:00", "is no time"),
        ("2026-02-30 10:00", "is no time"),
        ("0001-01-01 00:00", "lies at the end of the calendar"),
        ("9999-12-31 23:59", "lies at the end of the calendar"),
        ("0001-01-01T00:00:00Z", "lies outside the years"),
        ("2026-11-22", "is no exact time"),
        ("2026-10-25 02:30", "came twice in Europe/Berlin: clocks went back"),
        ("2026-03-29 02:30", "did not exist in Europe/Berlin: clocks went forward"),
        ("10:20", "has not come yet"),
        ("2026-11-23 10:00", "has not come yet"),
        ("2027-01-01T00:00:00Z", "has not come yet"),
    ),
)
def test_what_means_nothing(text: str, why: str) -> None:
    """
    What means no instant, two, or one still to come is refused with a way out.
    """
    with pytest.raises(UsageError, match=why) as caught:
        read(text)

    assert caught.value.hint


@pytest.mark.parametrize(
    ("text", "meant"),
    (
        ("14:00", "2026-11-22T13:00:00Z"),
        ("9:05", "2026-11-23T08:05:00Z"),
        ("10:14", "2026-11-23T09:14:00Z"),
        ("2026-12-01 14:00", "2026-12-01T13:00:00Z"),
        ("2026-12-01T14:00:00-05:00", "2026-12-01T14:00:00-05:00"),
    ),
)
def test_what_is_to_come(text: str, meant: str) -> None:
    """
    A clock time alone is the next one, tomorrow's where today's is over.
    """
    now = parse_time("2026-11-22T09:14:00Z").earliest

    assert read_coming_moment(text, zone=BERLIN, now=now).text == meant


@pytest.mark.parametrize("text", ("2026-11-22 10:14", "2026-11-21T09:00:00Z"))
def test_what_is_over(text: str) -> None:
    """
    A time that has passed cannot be planned for.
    """
    with pytest.raises(UsageError, match="has passed"):
        read_coming_moment(text, zone=BERLIN, now=parse_time("2026-11-22T09:14:00Z").earliest)
