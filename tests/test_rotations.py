from dataclasses import replace
from datetime import UTC, date, datetime, time
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.config.defaults import WORKDAYS
from incidentrepo.model.duration import parse_duration
from incidentrepo.model.policy import Calendar
from incidentrepo.model.rotation import Override, Rotation
from incidentrepo.model.time import parse_time
from incidentrepo.rotations import OnCall, Turn, find_holder, list_turns, who_is_on_call

BERLIN = ZoneInfo("Europe/Berlin")
CALENDAR = Calendar(zone=BERLIN, workdays=WORKDAYS, holidays=frozenset({date(2026, 10, 27)}))


def rotation(
    every: str = "1 week",
    *,
    starts_on: str = "2026-10-19",
    at: str = "09:30",
    overrides: tuple[Override, ...] = (),
    **fields: Any,
) -> Rotation:
    return Rotation(
        name="on-duty",
        people=("ada", "grace", "mary"),
        starts_on=date.fromisoformat(starts_on),
        every=parse_duration(every),
        zone=BERLIN,
        calendar=CALENDAR,
        hands_over_at=time.fromisoformat(at),
        overrides=overrides,
        **fields,
    )


def moment(text: str) -> datetime:
    return parse_time(text).earliest


@pytest.mark.parametrize(
    ("at", "holder"),
    (
        ("2026-10-19T07:29:59Z", None),
        ("2026-10-19T07:30:00Z", "ada"),
        ("2026-10-26T08:29:59Z", "ada"),
        ("2026-10-26T08:30:00Z", "grace"),
        ("2026-11-02T08:30:00Z", "mary"),
        ("2026-11-09T08:30:00Z", "ada"),
    ),
)
def test_weeks_change_on_local_clocks(at: str, holder: str | None) -> None:
    """
    A turn changes at half past nine in summer and in winter; before the first, nobody has it.
    """
    assert find_holder(rotation(), moment(at)) == holder


@pytest.mark.parametrize(
    ("at", "holder"),
    (
        ("2026-10-25T00:29:00Z", "ada"),
        ("2026-10-25T00:30:00Z", "grace"),
        ("2026-10-25T01:15:00Z", "grace"),
        ("2026-10-26T01:30:00Z", "mary"),
    ),
)
def test_an_hour_that_comes_twice(at: str, holder: str) -> None:
    """
    Where clocks go back over the handover, it happens once, the first time.
    """
    assert find_holder(rotation("1 day", starts_on="2026-10-24", at="02:30"), moment(at)) == holder


def test_an_hour_that_never_comes() -> None:
    """
    Where clocks go forward over the handover, it happens as they do.
    """
    daily = rotation("1 day", starts_on="2026-03-28", at="02:30")

    assert find_holder(daily, moment("2026-03-29T00:59:00Z")) == "ada"
    assert find_holder(daily, moment("2026-03-29T01:30:00Z")) == "grace"


@pytest.mark.parametrize(
    ("every", "at", "holder"),
    (
        ("12 hours", "2026-10-25T00:00:00Z", "mary"),
        ("1 business day", "2026-10-24T12:00:00Z", "grace"),
        ("1 business day", "2026-10-26T12:00:00Z", "mary"),
        ("1 business day", "2026-10-27T12:00:00Z", "mary"),  # a holiday
        ("1 business day", "2026-10-28T12:00:00Z", "ada"),
        ("2 days", "2026-10-22T12:00:00Z", "grace"),
    ),
)
def test_other_lengths(every: str, at: str, holder: str) -> None:
    """
    Hours are elapsed time, business days wait over weekend and holiday, days are those of the calendar.
    """
    assert find_holder(rotation(every), moment(at)) == holder


@pytest.mark.parametrize(
    ("since", "until"),
    (
        ("2026-10-20T10:00:00Z", "2026-10-21T10:00:00Z"),
        ("2026-10-20", "2026-10-20"),
        ("2026-10-20T12:00", "2026-10-20T14:00"),
    ),
)
def test_stand_ins(since: str, until: str) -> None:
    """
    Somebody stands in between two times, read on the rotation's clocks where they have no zone.
    """
    standing_in = Override(since=parse_time(since), until=parse_time(until), person="joan")
    with_override = rotation(overrides=(standing_in,))

    assert find_holder(with_override, moment("2026-10-20T11:00:00Z")) == "joan"
    assert find_holder(with_override, moment("2026-10-19T12:00:00Z")) == "ada"
    assert find_holder(with_override, moment("2026-10-22T12:00:00Z")) == "ada"


def test_only_what_it_covers() -> None:
    """
    A rotation answers for its own tags and services, and for everything where it names none.
    """
    rotations = (rotation(tags=("payments",)), rotation(services=("checkout",)), rotation())
    at = datetime(2026, 10, 20, tzinfo=UTC)

    assert who_is_on_call(rotations, at, tags=("payments",)) == (
        OnCall(person="ada", role="responder", because_of="payments"),
        OnCall(person="ada", role="responder", because_of="on-duty"),
    )


def test_turns_to_come() -> None:
    """
    Who follows whom and when, a stand-in among them; clocks that go back move no handover on them.
    """
    standing_in = Override(since=parse_time("2026-10-28"), until=parse_time("2026-10-28"), person="joan")

    assert list_turns(rotation(overrides=(standing_in,)), moment("2026-10-20T12:00:00Z"), 4) == (
        Turn(person="ada", until=moment("2026-10-26T08:30:00Z")),
        Turn(person="grace", until=moment("2026-10-27T23:00:00Z")),
        Turn(person="joan", until=moment("2026-10-28T23:00:00Z")),
        Turn(person="grace", until=moment("2026-11-02T08:30:00Z")),
    )


def test_the_first_turn_is_to_come() -> None:
    """
    Before the first turn nobody has it, until that begins; hours are counted as they pass.
    """
    assert list_turns(rotation("12 hours"), moment("2026-10-18T12:00:00Z"), 2) == (
        Turn(person=None, until=moment("2026-10-19T07:30:00Z")),
        Turn(person="ada", until=moment("2026-10-19T19:30:00Z")),
    )


def test_a_turn_without_an_end() -> None:
    """
    Whoever shares with nobody has it for good.
    """
    alone = replace(rotation(), people=("ada",))

    assert list_turns(alone, moment("2026-10-20T12:00:00Z"), 3) == (Turn(person="ada", until=None),)
