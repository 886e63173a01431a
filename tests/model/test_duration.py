from datetime import timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.model.duration import Duration, Unit, describe_elapsed, parse_duration

UNITS = st.sampled_from(Unit)


@given(st.integers(min_value=0, max_value=99_999), UNITS)
def test_words_and_back(count: int, unit: Unit) -> None:
    """
    A duration in words is that duration when it is read again.
    """
    duration = Duration(count=count, unit=unit)

    assert parse_duration(str(duration)) == duration


@pytest.mark.parametrize(
    "text", ("", "3", "days", "3 months", "3  days", "-3 days", "3 days\n", "٣ days", "123456 days")
)
def test_what_is_no_duration(text: str) -> None:
    """
    Any other text is refused with examples of what to write.
    """
    with pytest.raises(ValueError, match=r"^it must look like 20 minutes, 30 days or 3 business days$"):
        parse_duration(text)


@pytest.mark.parametrize(
    ("text", "elapsed", "is_clock_time"),
    (
        ("20 minutes", timedelta(minutes=20), True),
        ("1 hour", timedelta(hours=1), True),
        ("1 day", timedelta(days=1), False),
        ("2 weeks", timedelta(days=14), False),
        ("3 business days", timedelta(days=3), False),
    ),
)
def test_elapsed(text: str, elapsed: timedelta, *, is_clock_time: bool) -> None:
    """
    Minutes and hours pass alike everywhere; days are counted by the calendar.
    """
    duration = parse_duration(text)

    assert (duration.elapsed, duration.is_clock_time) == (elapsed, is_clock_time)


def test_times() -> None:
    """
    Twice three business days are six of them.
    """
    assert str(parse_duration("3 business days").times(2)) == "6 business days"


@pytest.mark.parametrize(
    ("elapsed", "words"),
    (
        (timedelta(), "0 min"),
        (timedelta(seconds=29), "0 min"),
        (timedelta(minutes=59, seconds=31), "1 h"),
        (timedelta(minutes=125), "2 h 5 min"),
        (timedelta(days=1), "1 day"),
        (timedelta(days=1, minutes=30), "1 day"),
        (timedelta(days=3, hours=4, minutes=59), "3 days 4 h"),
        (timedelta(days=14, hours=4), "14 days"),
        (timedelta(hours=-2), "-2 h"),
    ),
)
def test_describe_elapsed(elapsed: timedelta, words: str) -> None:
    """
    Time that has passed is told in at most two units.
    """
    assert describe_elapsed(elapsed) == words


@given(st.timedeltas(min_value=timedelta(), max_value=timedelta(days=4000)))
def test_describe_any(elapsed: timedelta) -> None:
    """
    What is told is never further off than the smallest unit that is told, and the sign is kept.
    """
    words = describe_elapsed(elapsed)
    day = timedelta(days=1)
    units = {"min": timedelta(minutes=1), "h": timedelta(hours=1), "day": day, "days": day}
    parts = words.split()
    told = sum(
        (int(count) * units[unit] for count, unit in zip(parts[::2], parts[1::2], strict=True)), timedelta()
    )

    assert len(parts) <= 4
    assert abs(told - elapsed) < timedelta(days=1) if "day" in words else timedelta(minutes=1)
    assert describe_elapsed(-elapsed) in {f"-{words}", words}
