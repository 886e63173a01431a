"""Where in a file a value stands."""

from dataclasses import dataclass

Pointer = tuple[str | int, ...]
"""The way from a document's root to a value: `("timeline", 3, "reason")`."""


@dataclass(frozen=True, slots=True, kw_only=True, order=True)
class Place:
    """A line and a column, both from 1, counted in characters."""

    line: int = 1
    column: int = 1
