"""What a format is: a name, and a report as text."""

from collections.abc import Callable
from dataclasses import dataclass

from incidentrepo.findings import Report


@dataclass(frozen=True, slots=True, kw_only=True)
class Format:
    """
    A way to print a report; the text ends in a line end.

    `failed` is printed where there is no report, because nothing could be checked.
    """

    name: str
    write: Callable[[Report], str]
    failed: str = ""
