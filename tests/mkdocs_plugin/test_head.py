"""What a page tells programs in its head."""

from incidentrepo.mkdocs_plugin.head import add_to_head
from incidentrepo.site.page import Alternate, Page

FEED = Alternate(path="feed.xml", media_type="application/atom+xml", title='Status "now"')
PAGE = Page(path="incidents/slow/", title="Slow & sad", description='It "crawled".', html="")


def test_alternates() -> None:
    """
    A page names the site's feeds by their addresses from there; nothing else is said without an address.
    """
    head = add_to_head("<head></head><p></head>", PAGE, (FEED,), site_name="Shop", site_url=None)

    assert head == (
        '<head><link rel="alternate" type="application/atom+xml" title="Status &quot;now&quot;" '
        'href="../../feed.xml">\n</head><p></head>'
    )


def test_preview() -> None:
    """
    Where the site's address is known, a link to the page can be shown with its title and first sentence.
    """
    head = add_to_head("</head>", PAGE, (), site_name="A &amp; B", site_url="https://status.example/")

    assert head.splitlines() == [
        '<meta property="og:title" content="Slow &amp; sad">',
        '<meta property="og:description" content="It &quot;crawled&quot;.">',
        '<meta property="og:type" content="article">',
        '<meta property="og:url" content="https://status.example/incidents/slow/">',
        '<meta property="og:site_name" content="A &amp; B">',
        "</head>",
    ]
