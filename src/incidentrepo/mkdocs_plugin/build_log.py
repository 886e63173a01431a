"""What MkDocs has to say about a build, kept instead of printed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager


class _Keeper(logging.Handler):
    def __init__(self) -> None:
        super().__init__(logging.WARNING)
        self.messages: list[str] = []

    def emit(self, record: logging.LogRecord) -> None:
        self.messages.append(record.getMessage())


@contextmanager
def keep_warnings() -> Iterator[list[str]]:
    """Give the list that MkDocs' warnings and errors go to while the context lasts."""
    logger, keeper = logging.getLogger("mkdocs"), _Keeper()
    propagate, level = logger.propagate, logger.level
    logger.addHandler(keeper)
    logger.propagate = False
    logger.setLevel(logging.WARNING)
    try:
        yield keeper.messages
    finally:
        logger.removeHandler(keeper)
        logger.propagate = propagate
        logger.setLevel(level)
