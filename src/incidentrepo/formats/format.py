"""What a format is: a name, and a report as text."""

from collections.abc import Callable
from dataclasses import dataclass

from incidentrepo.findings import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """A way to print a report; the text ends in a line end."""

    name: str
    write: Callable[[Report], str]
