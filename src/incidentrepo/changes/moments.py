"""Times as people type them at a prompt, in their own zone."""

import re
from datetime import MAXYEAR, MINYEAR, UTC, datetime, timedelta
from zoneinfo import ZoneInfo

from incidentrepo.errors import UsageError
from incidentrepo.model.time import Time, parse_time, time_of

_CLOCK = re.compile(
    r"(?:(?P<day>[0-9]{4}-[0-9]{2}-[0-9]{2})[T ])?(?P<clock>[0-9]{1,2}:[0-9]{2}(?::[0-9]{2})?)"
)
_SLIP = timedelta(hours=6)
_HINT = "type 09:14, 2026-11-02 09:14 or 2026-11-02T09:14:00Z"


def read_moment(text: str, *, zone: ZoneInfo, now: datetime) -> Time:
    """
    Return the instant meant by `text`: `09:14` is the last time the clock in `zone` showed that.

    Raises `UsageError` where it means none, two (clocks go back), or one that has not come yet.
    """
    match = _CLOCK.fullmatch(text.strip())
    time = time_of(_on_clock(match, text, zone, now)) if match else _read_exact(text)
    if time.earliest > now:
        raise UsageError(f"'{text}' has not come yet", hint="say what happened; of another day, add the day")
    return time


def read_coming_moment(text: str, *, zone: ZoneInfo, now: datetime) -> Time:
    """
    Return the instant to come that `text` means: `14:00` is the next time the clock in `zone` shows that.

    Raises `UsageError` where it means none, two, or one that has passed.
    """
    match = _CLOCK.fullmatch(text.strip())
    time = time_of(_next_on_clock(match, text, zone, now)) if match else _read_exact(text)
    if time.latest <= now:
        raise UsageError(f"'{text}' has passed", hint="name a time to come")
    return time


def read_planned(text: str, *, zone: ZoneInfo, now: datetime) -> Time:
    """
    Return the time that somebody plans with `text`, in `zone` where it names none; a day stays a day.

    `22:00` is the next time the clock shows that. Raises `UsageError` where it means none, or two.
    """
    if match := _CLOCK.fullmatch(text.strip()):
        return time_of(_next_on_clock(match, text, zone, now))
    try:
        return parse_time(text.strip())
    except ValueError as error:
        raise UsageError(f"'{text}' is no time: {error}", hint=_HINT) from error


def refuse_turned_window(begins: Time | None, ends: Time | None) -> None:
    """Raise `UsageError` where planned work would end before it begins."""
    if begins and ends and ends.is_before(begins):
        raise UsageError(
            f"planned_until {ends} is before planned_from {begins}",
            hint="give both at once, the day too: 2026-12-01 22:00",
        )


def _next_on_clock(match: re.Match[str], text: str, zone: ZoneInfo, now: datetime) -> datetime:
    today = now.astimezone(zone).date()
    moment = _local(match["day"] or today.isoformat(), match["clock"], zone, text)
    if match["day"] is None and moment <= now:
        return _local((today + timedelta(days=1)).isoformat(), match["clock"], zone, text)
    return moment


def _on_clock(match: re.Match[str], text: str, zone: ZoneInfo, now: datetime) -> datetime:
    today = now.astimezone(zone).date()
    moment = _local(match["day"] or today.isoformat(), match["clock"], zone, text)
    # Shortly after midnight, 23:50 was yesterday; a little ahead of now is a slip.
    if match["day"] is None and moment > now + _SLIP:
        return _local((today - timedelta(days=1)).isoformat(), match["clock"], zone, text)
    return moment


def _read_exact(text: str) -> Time:
    try:
        time = parse_time(text.strip())
    except ValueError as error:
        raise UsageError(f"'{text}' is no time: {error}", hint=_HINT) from error
    if not time.is_exact:
        raise UsageError(f"'{text}' is no exact time", hint=_HINT)
    return time


def _local(day: str, clock: str, zone: ZoneInfo, text: str) -> datetime:
    try:
        naive = datetime.fromisoformat(f"{day}T{clock if clock[1] != ':' else f'0{clock}'}")
    except ValueError as error:
        raise UsageError(f"'{text}' is no time: {error}", hint=_HINT) from error
    first, second = naive.replace(tzinfo=zone, fold=0), naive.replace(tzinfo=zone, fold=1)
    if naive.year in {MINYEAR, MAXYEAR}:
        raise UsageError(f"'{text}' is no time: it lies at the end of the calendar", hint=_HINT)
    if first.astimezone(UTC).astimezone(zone).replace(tzinfo=None) != naive:
        raise UsageError(f"'{text}' did not exist in {zone}: clocks went forward", hint="add the offset")
    if first.utcoffset() != second.utcoffset():
        raise UsageError(f"'{text}' came twice in {zone}: clocks went back", hint="add the offset")
    return first
