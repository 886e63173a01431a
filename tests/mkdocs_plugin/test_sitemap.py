"""Poured pages in the sitemap."""

from incidentrepo.mkdocs_plugin.sitemap import list_in_sitemap

SITEMAP = "<urlset>\n    <url>home</url>\n</urlset>"


def test_addresses() -> None:
    """
    Each page stands behind MkDocs' own, with its whole address and no date, which would differ each day.
    """
    assert list_in_sitemap(SITEMAP, ["incidents/ä/", "tags/a&b/"], site_url="https://x.example/at/") == (
        "<urlset>\n    <url>home</url>\n"
        "    <url>\n         <loc>https://x.example/at/incidents/%C3%A4/</loc>\n    </url>\n"
        "    <url>\n         <loc>https://x.example/at/tags/a%26b/</loc>\n    </url>\n"
        "</urlset>"
    )


def test_no_address() -> None:
    """
    A sitemap of a site without an address stays as it is, and so does one of another shape.
    """
    assert list_in_sitemap(SITEMAP, ["a/"], site_url=None) == SITEMAP
    assert list_in_sitemap("<index/>", ["a/"], site_url="https://x.example/") == "<index/>"
