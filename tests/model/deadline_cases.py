"""The deadlines that the oracle is asked for: around each change of the clocks, leap days and year ends."""

import hashlib
import sys
from collections.abc import Iterator
from datetime import date
from itertools import islice
from pathlib import Path
from typing import NamedTuple
from zoneinfo import ZoneInfo

from incidentrepo.model.calendar import as_deadline, deadline
from incidentrepo.model.duration import parse_duration
from incidentrepo.model.policy import Calendar, Weekday
from incidentrepo.model.time import parse_time

TABLE = Path(__file__).with_name("utc_offsets.txt")
DAYS = ("2024-02-28", "2024-02-29", "2027-12-31", "2028-02-28", "2028-12-30", "2030-12-30", "2026-12-24")
TIMES = ("T00:00:00Z", "T12:30:00+05:45", "T23:59:59-03:30", "T06:15Z", "")
WITHIN = (
    "30 minutes",
    "24 hours",
    "72 hours",
    "0 days",
    "1 day",
    "2 weeks",
    "0 business days",
    "1 business day",
    "3 business days",
    "10 business days",
)
HOLIDAYS = ("2024-02-29", "2026-12-25", "2027-01-01", "2028-01-03", "2029-04-02", "2030-12-31")
WORKDAYS = {"mon to fri": (0, 1, 2, 3, 4), "sun to thu": (6, 0, 1, 2, 3)}


class Case(NamedTuple):
    zone: str
    workdays: str
    since: str
    within: str


def zones() -> dict[str, list[str]]:
    """Return by zone the instants at which its clocks change, as they are written in the table."""
    found: dict[str, list[str]] = {}
    zone = ""
    for line in TABLE.read_text(encoding="ascii").splitlines():
        if line.startswith("  "):
            found[zone].append(line.split()[0])
        elif not line.startswith("#"):
            zone = line.split()[0]
            found[zone] = []
    return found


def cases() -> Iterator[Case]:
    for number, (zone, changes) in enumerate(zones().items()):
        workdays = list(WORKDAYS)[number % len(WORKDAYS)]
        around = [change[:10] for change in changes] + list(DAYS)
        written = [*changes, *(f"{day}{time}" for day in around for time in TIMES)]
        for since in written:
            for within in WITHIN:
                yield Case(zone, workdays, since, within)


def due(case: Case) -> str:
    """Return what incidentrepo says: the deadline, in the policy's zone."""
    calendar = Calendar(
        zone=ZoneInfo(case.zone),
        workdays=frozenset(map(Weekday, WORKDAYS[case.workdays])),
        holidays=frozenset(map(date.fromisoformat, HOLIDAYS)),
    )
    since = as_deadline(parse_time(case.since), calendar)
    return deadline(since, parse_duration(case.within), calendar).isoformat(timespec="microseconds")


def digest(step: int) -> str:
    """Return one number for every so many of the deadlines."""
    found = "\n".join(map(due, islice(cases(), 0, None, step)))
    return hashlib.sha256(found.encode()).hexdigest()


if __name__ == "__main__":
    print(digest(int(sys.argv[1])))  # noqa: T201  # it is asked for in a process of its own
