"""Facts side by side, so that the eye finds the second column."""

from collections.abc import Iterable

_GAP = 3


def align_columns(rows: Iterable[tuple[str, str]], *, indent: int = 2) -> str:
    """Return a line for each pair, the second words under each other."""
    rows = tuple(rows)
    width = max((len(first) for first, _ in rows), default=0) + _GAP
    return "\n".join(f"{' ' * indent}{first:<{width}}{second}".rstrip() for first, second in rows)
