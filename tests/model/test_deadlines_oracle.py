"""
Every deadline is the instant that an independent reckoning arrives at.

It is independent for it shares neither code nor data with what it judges: no `datetime`, no `zoneinfo`, no
time zone of this machine. Instants are whole seconds since 1970, days are counted by the formula of the
Gregorian calendar, and the clocks come from `utc_offsets.txt`, which glibc's `zdump` wrote out of Debian's
tzdata: each offset and each change of it as a literal. `zoneinfo` reads the compiled files by code of its
own. A test that fails for a year to come may mean that a country has changed its mind since; write the
table anew then.
"""

import os
import re
import subprocess
import sys
from functools import cache

import pytest

from tests.model.deadline_cases import HOLIDAYS, TABLE, WORKDAYS, Case, cases, digest, due, zones

DAY = 86_400
WRITTEN = re.compile(r"(\d{4})-(\d\d)-(\d\d)(?:T(\d\d):(\d\d)(?::(\d\d)(\.\d{6})?)?(Z|([+-])(\d\d):(\d\d)))?")
UNITS = {"minutes": 60, "hours": 3_600}


def days_since_1970(year: int, month: int, day: int) -> int:
    """Count days by the rule itself: every 4th year is long, every 100th is not, every 400th is."""
    # From March on, so that the leap day is the last of its year: months before have 30.6 days each.
    year, month = (year - 1, month + 9) if month < 3 else (year, month - 3)
    return 365 * year + year // 4 - year // 100 + year // 400 + (306 * month + 5) // 10 + day - 719_469


@cache
def offsets(zone: str) -> tuple[tuple[int, int], ...]:
    """Return from which instant on which offset held, in seconds, the first one since ever."""
    found: list[tuple[int, int]] = []
    for line in TABLE.read_text(encoding="ascii").splitlines():
        first, *rest = line.split()
        if not line.startswith("  ") and first == zone:
            found = [(-(10**12), int(rest[0]))]
        elif line.startswith("  ") and found:
            found.append((instant(first), int(rest[0])))
        elif found:
            break
    return tuple(found)


def instant(written: str) -> int:
    """Return the seconds since 1970 at which it was that time, by its own offset."""
    match = WRITTEN.fullmatch(written)
    assert match, written
    seconds = days_since_1970(int(match[1]), int(match[2]), int(match[3])) * DAY
    seconds += int(match[4]) * 3_600 + int(match[5]) * 60 + int(match[6] or 0)
    ahead = int(match[10]) * 3_600 + int(match[11]) * 60 if match[9] else 0
    return seconds - ahead if match[9] == "+" else seconds + ahead


def offset_at(seconds: int, zone: str) -> int:
    return [offset for start, offset in offsets(zone) if start <= seconds][-1]


def last_second(day: int, zone: str) -> int:
    """Return the last second at which clocks there show that day: of two, the second one."""
    candidates = {(day + 1) * DAY - 1 - offset for _, offset in offsets(zone)}
    shown = [each for each in candidates if (each + offset_at(each, zone)) // DAY == day]
    return max(shown)


def expected(case: Case) -> tuple[int, str]:
    """Return the second at which it is due, and the microseconds beyond it."""
    if "T" in case.since:
        since, rest = instant(case.since), "000000"
    else:
        since, rest = last_second(days_since_1970(*map(int, case.since.split("-"))), case.zone), "999999"
    count, unit = case.within.split(" ", 1)
    if unit in UNITS:
        return since + int(count) * UNITS[unit], rest
    day = (since + offset_at(since, case.zone)) // DAY
    if not unit.startswith("business"):
        return last_second(day + int(count) * (7 if unit.startswith("week") else 1), case.zone), "999999"
    holidays = {days_since_1970(*map(int, holiday.split("-"))) for holiday in HOLIDAYS}
    left = int(count)
    while left:
        day += 1
        # The first of January 1970 was a Thursday.
        left -= (day + 3) % 7 in WORKDAYS[case.workdays] and day not in holidays
    return last_second(day, case.zone), "999999"


@pytest.mark.parametrize("zone", zones())
def test_deadlines(zone: str) -> None:
    """
    In 24 zones, from 2024 to 2030, each deadline is what the reckoning says, to the microsecond.
    """
    wrong = []
    asked = [case for case in cases() if case.zone == zone]
    for case in asked:
        found = due(case)
        seconds, rest = expected(case)
        if (instant(found), found[20:26]) != (seconds, rest):
            wrong.append((case, found, seconds))

    assert wrong == []
    assert len(asked) >= 350


def test_what_is_asked() -> None:
    """
    There are 24 zones, in which clocks go forward, back, by half an hour, and at midnight.
    """
    changes = sum(len(found) for found in zones().values())

    assert (len(zones()), changes) == (24, 240)


@pytest.mark.parametrize(
    ("day", "count"),
    (("1970-01-01", 0), ("2000-03-01", 11_017), ("2024-02-29", 19_782), ("2100-03-01", 47_541)),
)
def test_counting(day: str, count: int) -> None:
    """
    The reckoning itself counts as `date -u +%s` does.
    """
    assert days_since_1970(*map(int, day.split("-"))) == count


@pytest.mark.parametrize(
    "environment",
    (
        {"TZ": "Pacific/Auckland", "LANG": "tr_TR.UTF-8", "LC_ALL": "tr_TR.UTF-8"},
        {"TZ": "America/St_Johns", "LANG": "C", "LC_ALL": "C"},
        {"TZ": "<-07>7", "LANG": "ar_EG.UTF-8", "PYTHONUTF8": "0"},
    ),
    ids=("auckland", "newfoundland", "posix"),
)
def test_same_on_every_machine(environment: dict[str, str]) -> None:
    """
    Neither the zone nor the language of the machine changes a deadline.
    """
    inherited = {
        name: value for name, value in os.environ.items() if not name.startswith(("TZ", "LANG", "LC_"))
    }
    asked = [sys.executable, "-m", "tests.model.deadline_cases", "11"]

    printed = subprocess.run(
        asked, env={**inherited, **environment}, capture_output=True, text=True, check=True
    ).stdout

    assert printed == f"{digest(11)}\n"
