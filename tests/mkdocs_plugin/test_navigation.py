"""Where our pages stand in the navigation."""

from incidentrepo.mkdocs_plugin.navigation import NavItem, complete_navigation, source_of
from tests.mkdocs_plugin.synthetic import HOME, POLICY

OURS = [{"Home": "index.md"}, {"Policy": "policy/index.md"}]


def test_source() -> None:
    """
    A page claims to come from the file that MkDocs would make it of.
    """
    assert [source_of(page) for page in (HOME, POLICY)] == ["index.md", "policy/index.md"]


def test_placeholder_among_others() -> None:
    """
    The placeholder is replaced by our pages, at its own level.
    """
    assert complete_navigation(["incidentrepo", {"Guide": "guide.md"}], [HOME, POLICY]) == [
        *OURS,
        {"Guide": "guide.md"},
    ]


def test_placeholder_as_a_section() -> None:
    """
    A title before the placeholder makes them a section, at any depth.
    """
    nav: list[NavItem] = ["a.md", {"Firm": [{"Incidents": "incidentrepo"}, "b.md"]}]

    assert complete_navigation(nav, [HOME, POLICY]) == ["a.md", {"Firm": [{"Incidents": OURS}, "b.md"]}]


def test_no_placeholder() -> None:
    """
    A navigation that does not speak of us gets a section at its end.
    """
    assert complete_navigation(["a.md"], [HOME, POLICY]) == ["a.md", {"Incidents": OURS}]
