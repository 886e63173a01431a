from collections.abc import Iterator
from datetime import UTC, date, datetime, timedelta
from datetime import time as clock
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.model.calendar import (
    as_deadline,
    deadline,
    end_of_day,
    in_zone,
    is_business_day,
    last_day_since,
)
from incidentrepo.model.duration import Duration, Unit, parse_duration
from incidentrepo.model.policy import Calendar, Weekday
from incidentrepo.model.time import parse_time

WEEKDAYS = frozenset(Weekday) - {Weekday.SAT, Weekday.SUN}
# Summer time in both hemispheres, by half an hour, at midnight, a skipped day, and odd offsets.
ZONES = st.sampled_from(
    ["UTC", "Europe/Lisbon", "America/New_York", "Australia/Lord_Howe", "America/Santiago", "Pacific/Apia",
     "Asia/Kathmandu", "Africa/Casablanca", "Pacific/Kiritimati"]
)  # fmt: skip
FIRST, LAST = datetime(1990, 1, 1), datetime(2037, 1, 1)  # noqa: DTZ001  # hypothesis adds the zone
INSTANTS = st.datetimes(min_value=FIRST, max_value=LAST, timezones=st.just(UTC))
CALENDARS = st.builds(
    lambda zone, workdays, holidays: Calendar(
        zone=ZoneInfo(zone), workdays=workdays, holidays=frozenset(holidays)
    ),
    ZONES,
    st.frozensets(st.sampled_from(Weekday), min_size=1),
    st.lists(st.dates(date(1990, 1, 1), date(2040, 1, 1)), max_size=5),
)


def calendar(zone: str, *holidays: str) -> Calendar:
    days = frozenset(date.fromisoformat(day) for day in holidays)
    return Calendar(zone=ZoneInfo(zone), workdays=WEEKDAYS, holidays=days)


def due(since: str, within: str, zone: str, *holidays: str) -> str:
    instant = deadline(datetime.fromisoformat(since), parse_duration(within), calendar(zone, *holidays))
    return instant.isoformat(timespec="seconds")


@pytest.mark.parametrize(
    ("since", "within", "zone", "expected"),
    (
        # A Monday.
        ("2026-11-02T09:00:00+00:00", "30 minutes", "UTC", "2026-11-02T09:30:00+00:00"),
        ("2026-11-02T09:00:00+00:00", "3 days", "UTC", "2026-11-05T23:59:59+00:00"),
        ("2026-11-02T09:00:00+00:00", "1 week", "UTC", "2026-11-09T23:59:59+00:00"),
        ("2026-11-02T09:00:00+00:00", "3 business days", "UTC", "2026-11-05T23:59:59+00:00"),
        ("2026-11-02T09:00:00+00:00", "5 business days", "UTC", "2026-11-09T23:59:59+00:00"),
        ("2026-11-02T09:00:00+00:00", "0 business days", "UTC", "2026-11-02T23:59:59+00:00"),
        # On a Saturday nothing has been worked yet.
        ("2026-11-07T09:00:00+00:00", "1 business day", "UTC", "2026-11-09T23:59:59+00:00"),
        # It is Tuesday in Tokyo already.
        ("2026-11-02T20:00:00+00:00", "1 day", "Asia/Tokyo", "2026-11-04T23:59:59+09:00"),
        # The clocks go forward at 02:00: the night is an hour short, a day is a day.
        ("2026-03-08T01:30:00-05:00", "1 hour", "America/New_York", "2026-03-08T03:30:00-04:00"),
        ("2026-03-07T12:00:00-05:00", "24 hours", "America/New_York", "2026-03-08T13:00:00-04:00"),
        ("2026-03-07T12:00:00-05:00", "1 day", "America/New_York", "2026-03-08T23:59:59-04:00"),
        # And back: 01:30 is there twice.
        ("2026-11-01T01:30:00-04:00", "1 hour", "America/New_York", "2026-11-01T01:30:00-05:00"),
        # In Santiago clocks go back at midnight: the last hour of the day comes twice.
        ("2026-04-04T12:00:00-03:00", "0 days", "America/Santiago", "2026-04-04T23:59:59-04:00"),
        # Leap day.
        ("2028-02-28T09:00:00+00:00", "1 day", "UTC", "2028-02-29T23:59:59+00:00"),
        ("2026-12-30T09:00:00+00:00", "2 business days", "UTC", "2027-01-01T23:59:59+00:00"),
    ),
)
def test_deadline(since: str, within: str, zone: str, expected: str) -> None:
    """
    Hours are elapsed time, days end with the day in the policy's zone, whatever the clocks do.
    """
    assert due(since, within, zone) == expected


def test_holidays() -> None:
    """
    A holiday is no business day, and still a day.
    """
    assert (
        due("2026-12-24T09:00:00+00:00", "1 business day", "UTC", "2026-12-25") == "2026-12-28T23:59:59+00:00"
    )
    assert due("2026-12-24T09:00:00+00:00", "1 day", "UTC", "2026-12-25") == "2026-12-25T23:59:59+00:00"


def naive_deadline(since: datetime, within: Duration, calendar: Calendar) -> Iterator[datetime]:
    """Walk the clock itself, minute by minute or day by day, with no arithmetic on local times."""
    if within.is_clock_time:
        minutes = within.count * (60 if within.unit is Unit.HOUR else 1)
        yield datetime.fromtimestamp(since.timestamp() + minutes * 60, tz=calendar.zone)
        return
    day = datetime.fromtimestamp(since.timestamp(), tz=calendar.zone).date()
    left = within.count * (7 if within.unit is Unit.WEEK else 1)
    while left:
        day = date.fromordinal(day.toordinal() + 1)
        is_off = day.weekday() not in calendar.workdays or day in calendar.holidays
        left -= not (within.unit is Unit.BUSINESS_DAY and is_off)
    yield datetime(day.year, day.month, day.day, 23, 59, 59, 999_999, tzinfo=calendar.zone, fold=1)


@given(INSTANTS, st.integers(0, 40), st.sampled_from(Unit), CALENDARS)
def test_deadline_of_any(since: datetime, count: int, unit: Unit, calendar: Calendar) -> None:
    """
    Every deadline is the one that counting by hand arrives at, and never before what it counts from.
    """
    within = Duration(count=count, unit=unit)

    found = deadline(since, within, calendar)

    assert [found] == list(naive_deadline(since.replace(microsecond=0), within, calendar)) or [
        found - timedelta(microseconds=since.microsecond)
    ] == list(naive_deadline(since.replace(microsecond=0), within, calendar))
    assert found >= since
    assert found.tzinfo is calendar.zone


@given(INSTANTS, ZONES, st.integers(0, 10), st.sampled_from(Unit), CALENDARS)
def test_same_everywhere(since: datetime, zone: str, count: int, unit: Unit, calendar: Calendar) -> None:
    """
    It does not matter in which zone somebody wrote down the instant it counts from.
    """
    within = Duration(count=count, unit=unit)

    assert deadline(since.astimezone(ZoneInfo(zone)), within, calendar) == deadline(since, within, calendar)


@pytest.mark.parametrize("within", ("1 minute", "99999 weeks", "99999 business days"))
@pytest.mark.parametrize("zone", ("Pacific/Kiritimati", "America/New_York"))
def test_end_of_the_calendar(within: str, zone: str) -> None:
    """
    What is due after the last day there is is due on that day.
    """
    since = datetime(9999, 12, 31, 23, 59, 59, tzinfo=UTC)

    assert due("9999-12-31T09:00:00Z", within, zone)[:10] == "9999-12-31"
    assert in_zone(since, calendar(zone)).date() == date(9999, 12, 31)


def test_beginning_of_the_calendar() -> None:
    """
    An instant before the first day of the zone is its first.
    """
    first = datetime(1, 1, 1, tzinfo=UTC)

    assert in_zone(first, calendar("America/New_York")).isoformat()[:19] == "0001-01-01T00:00:00"


@pytest.mark.parametrize(
    ("text", "expected"),
    (
        ("2026-12-02", "2026-12-02T23:59:59.999999+01:00"),
        ("2026-12-02T09:00:00Z", "2026-12-02T10:00:00+01:00"),
        ("2026-12-02T09:00", "2026-12-02T22:00:00+01:00"),
        ("2026-12", "2027-01-01T12:59:59.999999+01:00"),
    ),
)
def test_written_deadline(text: str, expected: str) -> None:
    """
    A date passes when it ends in the policy's zone; what is known less well passes at its latest.
    """
    assert as_deadline(parse_time(text), calendar("Europe/Berlin")).isoformat() == expected


@given(st.dates(date(1990, 1, 1), date(2037, 1, 1)), ZONES)
def test_end_of_day(day: date, zone: str) -> None:
    """
    A day's last instant is on that day, and the instant after it is not.
    """
    last = end_of_day(day, calendar(zone))

    assert (last.date(), last.time()) == (day, clock.max)


def test_business_day() -> None:
    """
    People work on workdays that are no holidays.
    """
    days = [date(2026, 12, day) for day in (24, 25, 26)]

    assert [is_business_day(day, calendar("UTC", "2026-12-25")) for day in days] == [True, False, False]


@pytest.mark.parametrize(
    ("began", "zone", "last"),
    (
        ("2026-11-02T20:00:00Z", "UTC", date(2026, 11, 5)),
        ("2026-11-02T20:00:00Z", "Asia/Tokyo", date(2026, 11, 6)),
        ("2026-11-02", "UTC", date(2026, 11, 5)),
        ("2026-11-02", "Asia/Tokyo", date(2026, 11, 5)),
        ("2026-11-02", "Pacific/Kiritimati", date(2026, 11, 5)),
    ),
)
def test_last_day_since(began: str, zone: str, last: date) -> None:
    """
    An instant counts from its day in the policy's zone, a day from itself wherever that is.
    """
    found = last_day_since(parse_time(began), parse_duration("3 business days"), calendar(zone))

    assert found == last
