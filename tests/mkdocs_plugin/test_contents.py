"""What a theme is told of a page."""

from incidentrepo.mkdocs_plugin.contents import contents_of, describe_page
from tests.mkdocs_plugin.synthetic import HOME, INCIDENT


def test_contents() -> None:
    """
    The page itself is the one entry at the top, and headings of the second level are below it.
    """
    (top,) = contents_of(INCIDENT)

    assert (top.url, top.level) == ("#content-start", 1)
    assert [(entry.url, entry.title) for entry in top.children] == [
        ("#timeline", "Timeline &lt;1&gt;"),
        ("#impact", "Impact"),
    ]


def test_description() -> None:
    """
    Titles and descriptions are HTML to a theme; home is titled by the site's name.
    """
    assert describe_page(INCIDENT, hide_navigation=False) == {
        "title": "&quot;A&quot; &amp; &lt;b&gt;",
        "description": "One in ten failed.",
    }
    assert describe_page(HOME, hide_navigation=False) == {
        "description": "What is on fire, and what is owed.",
        "hide": ["toc"],
    }


def test_hidden_navigation() -> None:
    """
    Where tabs show the whole navigation, the page takes its place.
    """
    assert describe_page(HOME, hide_navigation=True)["hide"] == ["navigation", "toc"]
    assert describe_page(INCIDENT, hide_navigation=True)["hide"] == ["navigation"]
