"""What MkDocs has to say about a build, kept instead of printed."""

import logging
from collections.abc import Iterator
from contextlib import contextmanager

from incidentrepo.mkdocs_plugin.shell import SHELL_NAME


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


def hush_shells() -> None:
    """Drop what MkDocs says of pages of marks, which are never written: that each came out empty."""
    # Said once or a hundred times, a filter is there once.
    logging.getLogger("mkdocs.commands.build").addFilter(_is_of_no_shell)


def _is_of_no_shell(record: logging.LogRecord) -> bool:
    return not record.getMessage().startswith(f"Page skipped: '{SHELL_NAME}")
