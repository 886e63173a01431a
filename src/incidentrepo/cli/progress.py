"""What is being done, on a terminal, while it takes long."""

import sys
from collections.abc import Callable, Iterator
from contextlib import contextmanager


@contextmanager
def show_progress() -> Iterator[Callable[[str], object]]:
    """Yield what shows a few words on stderr until the next ones; elsewhere than on a terminal nothing."""
    if not sys.stderr.isatty():
        yield lambda _: None
        return
    from rich.console import Console

    with Console(stderr=True).status("") as status:
        yield lambda words: status.update(f"{words} ...")
