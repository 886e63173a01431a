"""
Events as a calendar that any calendar program can subscribe to: RFC 5545, with a name as in RFC 7986.

https://www.rfc-editor.org/rfc/rfc5545
"""

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import UTC, date, datetime
from unicodedata import category

_PRODUCT = "-//incidentrepo//incidentrepo//EN"
_MOST_OCTETS = 75  # RFC 5545, 3.1: a line's octets without its end
_ESCAPES = str.maketrans({"\\": "\\\\", ";": "\\;", ",": "\\,", "\n": "\\n"})


@dataclass(frozen=True, slots=True, kw_only=True)
class Event:
    """
    Something in a calendar: on a day, or at an instant of its own, and where it lasts `until` another.

    `uid` is the same in every calendar that ever shows it, so that a subscriber's copy moves with it.
    """

    uid: str
    on: date | datetime
    summary: str
    until: datetime | None = None
    description: str = ""
    categories: tuple[str, ...] = ()


def write_calendar(events: Iterable[Event], *, name: str, now: datetime) -> str:
    """Return a calendar of that name, its events stamped with `now`, with the line ends that it must have."""
    lines = [
        "BEGIN:VCALENDAR",
        "VERSION:2.0",
        f"PRODID:{_PRODUCT}",
        "METHOD:PUBLISH",
        f"NAME:{_escape(name)}",
        # What programs read that are older than RFC 7986.
        f"X-WR-CALNAME:{_escape(name)}",
        *(line for event in events for line in _event_lines(event, now)),
        "END:VCALENDAR",
    ]
    return "".join(f"{part}\r\n" for line in lines for part in _fold(line))


def _event_lines(event: Event, now: datetime) -> Iterator[str]:
    yield "BEGIN:VEVENT"
    yield f"UID:{_escape(event.uid)}"
    yield f"DTSTAMP:{_in_utc(now)}"
    if isinstance(event.on, datetime):
        yield f"DTSTART:{_in_utc(event.on)}"
    else:
        yield f"DTSTART;VALUE=DATE:{event.on.isoformat().replace('-', '')}"
    if event.until is not None:
        yield f"DTEND:{_in_utc(event.until)}"
    yield f"SUMMARY:{_escape(event.summary)}"
    if event.description:
        yield f"DESCRIPTION:{_escape(event.description)}"
    if event.categories:
        yield f"CATEGORIES:{','.join(map(_escape, event.categories))}"
    # A deadline takes up nobody's day.
    yield "TRANSP:TRANSPARENT"
    yield "END:VEVENT"


def _in_utc(instant: datetime) -> str:
    plain = instant.astimezone(UTC).replace(microsecond=0, tzinfo=None).isoformat()
    return f"{plain.replace('-', '').replace(':', '')}Z"


def _escape(text: str) -> str:
    """Return TEXT as RFC 5545 has it in 3.3.11, which may hold no control character."""
    plain = "\n".join(text.splitlines())
    return "".join(letter for letter in plain if letter in "\n\t" or not _is_barred(letter)).translate(
        _ESCAPES
    )


def _is_barred(letter: str) -> bool:
    # Controls, and halves of surrogate pairs, which are no UTF-8; spaces and joiners of all scripts are text.
    return category(letter) in {"Cc", "Cs"}


def _fold(line: str) -> Iterator[str]:
    """Yield a line in parts of at most 75 octets, no letter torn apart; a space begins all but the first."""
    part, size = "", 0
    for letter in line:
        octets = len(letter.encode())
        if size + octets > _MOST_OCTETS:
            yield part
            part, size = " ", 1
        part, size = part + letter, size + octets
    yield part
