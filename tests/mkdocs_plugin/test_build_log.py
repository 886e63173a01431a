"""What MkDocs says while it builds."""

import logging

from incidentrepo.mkdocs_plugin.build_log import keep_warnings


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
