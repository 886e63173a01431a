"""What MkDocs says while it builds."""

import logging

import pytest

from incidentrepo.mkdocs_plugin.build_log import hush_shells, keep_warnings


def test_kept() -> None:
    """
    Warnings of MkDocs and its plugins are kept, lesser news is dropped, and both end with the context.
    """
    with keep_warnings() as said:
        logging.getLogger("mkdocs.plugins.any").warning("a %s", "warning")
        logging.getLogger("mkdocs.commands.build").info("news")
        logging.getLogger("other").error("elsewhere")
    logging.getLogger("mkdocs.structure").error("later")

    assert said == ["a warning"]
    assert logging.getLogger("mkdocs").propagate


def test_shells(caplog: pytest.LogCaptureFixture) -> None:
    """
    A page of marks that came out empty is not told of, as it has to; another page is.
    """
    log = logging.getLogger("mkdocs.commands.build")
    hush_shells()
    with caplog.at_level(logging.INFO):
        log.info("Page skipped: 'incidentrepo-shell-1-with-contents.md'. Generated empty output.")
        log.info("Page skipped: 'guide.md'. Generated empty output.")

    assert caplog.messages == ["Page skipped: 'guide.md'. Generated empty output."]
