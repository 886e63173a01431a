"""What a pattern cannot say of a text: that its day is in the calendar, its zone on the map, its host one."""

import re
from collections.abc import Callable, Mapping
from functools import lru_cache

from incidentrepo.model.time import Precision, parse_time

# Nearly every time in a record looks so, and no such day is missing from any month.
_PLAIN_TIME = re.compile(
    r"[1-9][0-9]{3}-(?:0[1-9]|1[0-2])-(?:0[1-9]|1[0-9]|2[0-8])T(?:[01][0-9]|2[0-3]):[0-5][0-9]:[0-5][0-9]Z"
)

# Files that stand beside the zones and are none: the machine's own, and clocks that count leap seconds.
_OF_ONE_MACHINE = re.compile(r"localtime|posixrules|Factory|(?:right|posix)/.*", re.DOTALL)


def check_time(text: str) -> None:
    """Raise `ValueError`, in the user's words, where `text` is not a time a record may hold."""
    if _PLAIN_TIME.fullmatch(text) is None:
        parse_time(text)


def check_day(text: str) -> None:
    """Raise `ValueError`, in the user's words, where `text` is not one day of the calendar."""
    if parse_time(text).precision is not Precision.DAY:
        raise ValueError("it must be a day like 2026-11-02")


@lru_cache(maxsize=256)
def check_timezone(text: str) -> None:
    """Raise `ValueError`, in the user's words, where no time zone has that name."""
    from zoneinfo import ZoneInfo, ZoneInfoNotFoundError  # only files that name a zone pay for it

    if _OF_ONE_MACHINE.fullmatch(text):
        raise ValueError("it would be another zone on another machine; one looks like Europe/Berlin")
    try:
        ZoneInfo(text)
    except (ZoneInfoNotFoundError, ValueError, OSError) as error:
        raise ValueError("no time zone has that name; one looks like Europe/Berlin") from error


def check_address(text: str) -> None:
    """Raise `ValueError`, in the user's words, where `text` names no host that a browser could ask."""
    from urllib.parse import urlsplit  # only files that name an address pay for it

    try:
        parts = urlsplit(text)
        # Read for its refusal alone: a port is a number up to 65535.
        has_host = bool(parts.hostname) and parts.port != 0
    except ValueError:
        has_host = False
    if not has_host:
        raise ValueError("it must name a host, as https://status.example.org does")


FORMATS: Mapping[str, Callable[[str], None]] = {
    "time-text": check_time,
    "day": check_day,
    "timezone": check_timezone,
    "web-address": check_address,
}
"""The checks behind the schemas' `format`, by its value."""
