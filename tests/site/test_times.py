from datetime import UTC, datetime, timedelta
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.model.time import parse_time
from incidentrepo.site.times import Clock, describe_offset, elapsed_between

CLOCK = Clock(zone=ZoneInfo("Europe/Berlin"), now=datetime(2026, 11, 22, 12, tzinfo=UTC))


@pytest.mark.parametrize(
    ("text", "shown"),
    (
        ("2026-11-02T09:14:00Z", '<time datetime="2026-11-02T09:14:00Z">2 Nov 2026, 10:14 UTC+1</time>'),
        ("2026-07-02T22:14:00Z", '<time datetime="2026-07-02T22:14:00Z">3 Jul 2026, 00:14 UTC+2</time>'),
        ("2026-11-02T09:14", '<time datetime="2026-11-02T09:14">2 Nov 2026, 09:14 (zone unknown)</time>'),
        ("2026-11-02", '<time datetime="2026-11-02">2 Nov 2026</time>'),
        ("2026-11", '<time datetime="2026-11">November 2026</time>'),
        ("2026", '<time datetime="2026">2026</time>'),
    ),
)
def test_moment(text: str, shown: str) -> None:
    """
    A time is shown in the policy's zone, as exactly as it is known and no more.
    """
    assert CLOCK.moment(parse_time(text)) == shown


def test_day_is_the_zone_s() -> None:
    """
    A night in UTC may be the next day where the organisation is.
    """
    assert CLOCK.day(parse_time("2026-11-02T23:30:00Z")) == '<time datetime="2026-11-03">3 Nov 2026</time>'


def test_age_never_runs_backwards() -> None:
    """
    What is dated in the future is not a negative time ago.
    """
    assert CLOCK.age(datetime(2026, 11, 22, 11, 40, tzinfo=UTC)) == "20 min ago"
    assert CLOCK.age(datetime(2026, 11, 22, 13, 0, tzinfo=UTC)) == "0 min ago"


@pytest.mark.parametrize(
    ("zone", "shown"),
    (("UTC", "UTC"), ("Asia/Kolkata", "UTC+5:30"), ("America/St_Johns", "UTC-3:30"), ("Asia/Tokyo", "UTC+9")),
)
def test_offsets(zone: str, shown: str) -> None:
    """
    An offset is as short as it can be said.
    """
    assert describe_offset(datetime(2026, 11, 2, 12, tzinfo=ZoneInfo(zone))) == shown


def test_elapsed() -> None:
    """
    Only two exact times in their order have a time between them: nothing is made up.
    """
    start, end = parse_time("2026-11-02T09:14:00Z"), parse_time("2026-11-02T11:00:00Z")

    assert elapsed_between(start, end) == timedelta(minutes=106)
    assert elapsed_between(end, start) is None
    assert elapsed_between(parse_time("2026-11-02"), end) is None
    assert elapsed_between(None, end) is None
