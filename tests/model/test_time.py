from datetime import UTC, date, datetime, timedelta, timezone

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.model.time import Precision, Time, parse_time, time_of

FIRST, LAST_DAY = datetime(2, 1, 1), datetime(9998, 12, 31)  # noqa: DTZ001  # hypothesis adds zones itself
INSTANTS = st.datetimes(min_value=FIRST, max_value=LAST_DAY).map(lambda moment: moment.replace(microsecond=0))
ZONES = st.sampled_from(["", "Z", "+00:00", "+05:30", "-03:00", "+14:00", "-12:00"])
LENGTHS = st.sampled_from([4, 7, 10, 16, 19])


@st.composite
def texts(draw: st.DrawFn) -> str:
    length = draw(LENGTHS)
    zone = draw(ZONES) if length > 10 else ""
    return draw(INSTANTS).isoformat()[:length] + zone


def at(year: int, month: int, day: int, hour: int, minute: int = 0) -> datetime:
    return datetime(year, month, day, hour, minute, tzinfo=UTC)


LAST = timedelta(microseconds=-1)


@pytest.mark.parametrize(
    ("text", "earliest", "latest", "precision"),
    (
        ("2026-11-02T09:14:00Z", at(2026, 11, 2, 9, 14), at(2026, 11, 2, 9, 14), Precision.SECOND),
        ("2026-11-02T09:14Z", at(2026, 11, 2, 9, 14), at(2026, 11, 2, 9, 14), Precision.MINUTE),
        ("2026-11-02 09:14+05:30", at(2026, 11, 2, 3, 44), at(2026, 11, 2, 3, 44), Precision.MINUTE),
        ("2026-11-02T09:14", at(2026, 11, 1, 19, 14), at(2026, 11, 2, 21, 14), Precision.MINUTE),
        ("2026-11-02", at(2026, 11, 1, 10), at(2026, 11, 3, 12) + LAST, Precision.DAY),
        ("2024-02", at(2024, 1, 31, 10), at(2024, 3, 1, 12) + LAST, Precision.MONTH),
        ("2026", at(2025, 12, 31, 10), at(2027, 1, 1, 12) + LAST, Precision.YEAR),
    ),
)
def test_what_a_text_states(text: str, earliest: datetime, latest: datetime, precision: Precision) -> None:
    """
    A text states as much as it says: what is left out widens the range, and is never made up.
    """
    has_zone = text[-1] == "Z" or "+" in text

    assert parse_time(text) == Time(
        text=text, earliest=earliest, latest=latest, precision=precision, has_zone=has_zone
    )


def test_fraction() -> None:
    """
    A fraction counts to the microsecond; what is finer is cut off.
    """
    time = parse_time("2026-11-02T09:14:00.1234567Z")

    assert time.earliest == datetime(2026, 11, 2, 9, 14, 0, 123456, tzinfo=UTC)


@pytest.mark.parametrize(
    ("text", "message"),
    (
        ("yesterday", "it must look like 2026-11-02T09:14:00Z or 2026-11-02"),
        ("2026-11-02\n", "it must look like 2026-11-02T09:14:00Z or 2026-11-02"),
        ("٢٠٢٦-11-02", "it must look like 2026-11-02T09:14:00Z or 2026-11-02"),
        ("2026-02-30", "2026-02-30 does not exist in the calendar or on the clock"),
        ("2026-11-02T24:00Z", "2026-11-02T24:00Z does not exist in the calendar or on the clock"),
        ("0000", "0000 does not exist in the calendar or on the clock"),
        ("2026-11-02T09:14+15:00", "2026-11-02T09:14+15:00 has an offset that no place uses"),
        ("2026-11-02T09:14+01:60", "2026-11-02T09:14+01:60 has an offset that no place uses"),
        ("0001-01-01", "0001-01-01 lies outside the years 0001 to 9999"),
        ("0001-01-01T00:00:00Z", "0001-01-01T00:00:00Z lies outside the years 0001 to 9999 in some zones"),
        ("9999-12-31T23:59:59Z", "9999-12-31T23:59:59Z lies outside the years 0001 to 9999 in some zones"),
        ("9999-12-31T23:00-02:00", "9999-12-31T23:00-02:00 lies outside the years 0001 to 9999"),
    ),
)
def test_what_states_no_time(text: str, message: str) -> None:
    """
    A text that states no time is refused in words for the person who typed it.
    """
    with pytest.raises(ValueError, match=r".") as raised:
        parse_time(text)

    assert str(raised.value) == message


@given(st.text(alphabet="0123456789-T:Z+. ", max_size=26))
def test_any_text(text: str) -> None:
    """
    Whatever the text, it is a time or a `ValueError`.
    """
    try:
        time = parse_time(text)
    except ValueError:
        return

    assert time.earliest <= time.latest


@given(texts())
def test_range(text: str) -> None:
    """
    A time is a range that does not run backwards, and a single instant where it is exact.
    """
    time = parse_time(text)

    assert time.earliest <= time.latest
    assert time.is_exact == (time.has_zone and time.precision >= Precision.MINUTE)
    assert not time.is_exact or time.earliest == time.latest


@given(texts(), texts(), texts())
def test_order(first: str, second: str, third: str) -> None:
    """
    "Certainly before" is a strict order: never of itself, never both ways, and it carries over.
    """
    one, two, three = parse_time(first), parse_time(second), parse_time(third)

    assert not one.is_before(one)
    assert not (one.is_before(two) and two.is_before(one))
    assert not (one.is_before(two) and two.is_before(three)) or one.is_before(three)


@given(INSTANTS, st.sampled_from([-12, -5, 0, 5.5, 14]), LENGTHS)
def test_less_said_is_never_wrong(moment: datetime, hours: float, length: int) -> None:
    """
    An instant lies in the range of its own text, wherever in the world and however short it is cut.
    """
    instant = moment.replace(tzinfo=timezone(timedelta(hours=hours)))

    time = parse_time(moment.isoformat()[:length])

    assert time.earliest <= instant.replace(second=0 if length == 16 else instant.second) <= time.latest


@given(INSTANTS)
def test_time_of(moment: datetime) -> None:
    """
    An instant written as text is that instant when it is read again.
    """
    time = time_of(moment.replace(tzinfo=UTC))

    assert (time.earliest, time.text[-1]) == (moment.replace(tzinfo=UTC), "Z")


def test_time_of_any_zone() -> None:
    """
    What we write is in UTC and to the second, whatever zone it is given in.
    """
    noon = datetime(2026, 11, 2, 12, 0, 5, 999_999, tzinfo=timezone(timedelta(hours=5, minutes=30)))

    assert time_of(noon).text == "2026-11-02T06:30:05Z"


@pytest.mark.parametrize(
    ("text", "day"),
    (
        ("2026-11-02T23:14:00-08:00", date(2026, 11, 2)),
        ("2026-11-02", date(2026, 11, 2)),
        ("2026-11", None),
        ("2026", None),
    ),
)
def test_day(text: str, day: date | None) -> None:
    """
    The day is the one that was written, not the one it is in another zone.
    """
    assert parse_time(text).day == day


def test_as_text() -> None:
    """
    A time prints as it was written.
    """
    assert str(parse_time("2026-11-02 09:14")) == "2026-11-02 09:14"
