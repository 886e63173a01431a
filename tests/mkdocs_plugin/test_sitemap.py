"""Lines of the sitemap."""

from incidentrepo.mkdocs_plugin.sitemap import list_in_sitemap
from tests.mkdocs_plugin.synthetic import YEAR


def test_addresses() -> None:
    """
    A page is listed by its whole address, below whatever folder the site lies in.
    """
    (listed,) = list_in_sitemap([YEAR.path], site_url="https://example.org/status/")

    assert listed.page.canonical_url == "https://example.org/status/lists/2026/"
    assert listed.page.abs_url == "/status/lists/2026/"


def test_no_address() -> None:
    """
    A site that does not know its address lists nothing.
    """
    assert list(list_in_sitemap([YEAR.path], site_url=None)) == []
