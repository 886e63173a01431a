"""Ids: what a folder is called, and what an entry is known by."""

import re
import unicodedata
from collections.abc import Callable, Container, Iterable
from datetime import date
from itertools import chain, count

INCIDENT_ID = re.compile(r"(?:[0-9]{4}-[0-9]{2}-[0-9]{2}-)?[a-z0-9]+(?:-[a-z0-9]+)*")
HANDLE = re.compile(r"[a-z0-9][a-z0-9._-]{0,38}")
FOLLOW_UP_ID = re.compile(r"f[a-z2-7]{8}")
SLUG_LENGTH = 60

_ALPHABET = "abcdefghijklmnopqrstuvwxyz234567"
_ENTRY_LENGTH = 8
# Letters that Unicode does not decompose, as the people who write them spell them in ASCII.
_SPELLINGS = str.maketrans({"ß": "ss", "æ": "ae", "œ": "oe", "ø": "o", "đ": "d", "ł": "l", "þ": "th"})


def slugify(text: str) -> str:
    """Return `text` as ASCII words joined by `-`, at most 60 characters, cut between words."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_SPELLINGS))
    words = re.findall(r"[a-z0-9]+", plain.encode("ascii", "ignore").decode())
    slug = ""
    for word in words:
        longer = f"{slug}-{word}" if slug else word
        if len(longer) > SLUG_LENGTH:
            break
        slug = longer
    return slug or (words[0][:SLUG_LENGTH] if words else "untitled")


def make_incident_id(title: str, declared_on: date | None, taken: Container[str]) -> str:
    """Return a free id for an incident declared on that day; None leaves the day out (imports)."""
    slug = slugify(title)
    day = f"{declared_on.isoformat()}-" if declared_on else ""
    names = chain([slug], (_numbered(slug, number) for number in count(2)))
    return next(free for name in names if (free := f"{day}{name}") not in taken)


def incident_folder(incident_id: str) -> str:
    """Return where an incident's files are, from the repository's root, without a final `/`."""
    if _has_date(incident_id):
        return f"incidents/{incident_id[:4]}/{incident_id[5:7]}/{incident_id}"
    return f"incidents/undated/{incident_id}"


def is_incident_id(text: str) -> bool:
    """Whether `text` may be an incident's id."""
    day_length = len("2026-01-01-") if _has_date(text) else 0
    return INCIDENT_ID.fullmatch(text) is not None and len(text) <= SLUG_LENGTH + day_length


def slug_of(incident_id: str) -> str:
    """Return an id without its day."""
    return incident_id[len("2026-01-01-") :] if _has_date(incident_id) else incident_id


def short_name(incident_id: str, others: Iterable[str]) -> str:
    """Return the fewest first words of an id's slug that are a part of none of the `others`."""
    words = slug_of(incident_id).split("-")
    rest = [other for other in others if other != incident_id]
    for count_of_words in range(1, len(words) + 1):
        name = "-".join(words[:count_of_words])
        if not any(name in other for other in rest):
            return name
    return incident_id


def make_entry_id(choose: Callable[[str], str]) -> str:
    """Return a new timeline entry's id; `choose` picks one character of an alphabet at random."""
    return "t" + "".join(choose(_ALPHABET) for _ in range(_ENTRY_LENGTH))


def make_follow_up_id(choose: Callable[[str], str]) -> str:
    """Return a new follow-up's id; `choose` picks one character of an alphabet at random."""
    return "f" + "".join(choose(_ALPHABET) for _ in range(_ENTRY_LENGTH))


def _numbered(slug: str, number: int) -> str:
    """Return the slug with a number; room for it is cut from the slug, so that no id grows too long."""
    room = SLUG_LENGTH - len(f"-{number}")
    return f"{slug[:room].rstrip('-')}-{number}"


def _has_date(incident_id: str) -> bool:
    try:
        date.fromisoformat(incident_id[:10])
    except ValueError:
        return False
    return incident_id[10:11] == "-"
