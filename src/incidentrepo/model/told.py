"""What the commit of a command says of the one thing that it writes down: who did it, and when."""

import re

from incidentrepo.model.time import Time

_TOLD_AT = re.compile(r"^Done(?: by \S+)? at (\S+)\.$", re.MULTILINE)


def write_told(*, by: str | None = None, at: Time | None = None) -> str:
    """Return the sentence that says so, without what the commit says by itself; else nothing."""
    words = (f" by {by}" if by else "", f" at {at}" if at else "")
    return f"Done{''.join(words)}." if any(words) else ""


def read_told_at(body: str) -> str | None:
    """Return, as it is written, the time that such a sentence in the body of a commit names."""
    told = _TOLD_AT.search(body)
    return told[1] if told else None
