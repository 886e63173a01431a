"""Feeds as readers read them."""

import json
from dataclasses import replace
from datetime import UTC, datetime
from xml.etree import ElementTree as ET

import feedparser  # type: ignore[import-untyped]

from incidentrepo.exports.feeds import Feed, FeedEntry, make_feed_id, write_atom, write_json_feed

MONDAY = datetime(2026, 11, 23, 9, 30, tzinfo=UTC)
TUESDAY = datetime(2026, 11, 24, 9, 30, tzinfo=UTC)
ENTRY = FeedEntry(
    id=make_feed_id("one"),
    title='Tom & "Jerry" <b>\x0b',
    address="https://status.example/incidents/one/?a=1&b=2",
    html="<p>It is &amp; was.\x00</p>",
    changed_at=TUESDAY,
    published_at=MONDAY,
)
FEED = Feed(
    id=make_feed_id("feed"),
    title="Status & more",
    author="The Shop",
    home="https://status.example/",
    changed_at=TUESDAY,
    entries=(ENTRY,),
)


def test_atom_in_a_reader() -> None:
    """
    A reader finds every word as it was, and no character that XML cannot hold.
    """
    read = feedparser.parse(write_atom(FEED, address="https://status.example/feed.xml").encode())

    assert not read.bozo
    assert read.feed.title == "Status & more"
    (entry,) = read.entries
    assert entry.title == 'Tom & "Jerry" <b>'
    assert entry.content[0].value == "<p>It is &amp; was.</p>"
    assert (entry.link, entry.id) == (ENTRY.address, ENTRY.id)
    assert (entry.published, entry.updated) == ("2026-11-23T09:30:00Z", "2026-11-24T09:30:00Z")


def test_what_atom_asks_for() -> None:
    """
    A feed has an id, a title, a date, an author, its home and its own address: RFC 4287, 4.1.1.
    """
    feed = ET.fromstring(write_atom(FEED, address="https://status.example/feed.xml"))
    name = "{http://www.w3.org/2005/Atom}"

    assert feed.findtext(f"{name}id") == FEED.id
    assert feed.findtext(f"{name}updated") == "2026-11-24T09:30:00Z"
    assert feed.findtext(f"{name}author/{name}name") == "The Shop"
    assert [(link.get("rel"), link.get("href")) for link in feed.findall(f"{name}link")] == [
        (None, "https://status.example/"),
        ("self", "https://status.example/feed.xml"),
    ]


def test_json_feed() -> None:
    """
    The JSON says the same; a date that is not known is left out.
    """
    undated = FeedEntry(id="urn:b", title="B", address="b/", html="", changed_at=MONDAY)
    feed = Feed(
        id=FEED.id,
        title=FEED.title,
        author=FEED.author,
        home=FEED.home,
        changed_at=MONDAY,
        entries=(ENTRY, undated),
    )

    read = json.loads(write_json_feed(feed, address="https://status.example/feed.json"))

    assert read["version"] == "https://jsonfeed.org/version/1.1"
    assert (read["feed_url"], read["home_page_url"]) == (
        "https://status.example/feed.json",
        "https://status.example/",
    )
    assert read["items"][0] == {
        "id": ENTRY.id,
        "url": ENTRY.address,
        "title": ENTRY.title,
        "content_html": ENTRY.html,
        "date_published": "2026-11-23T09:30:00Z",
        "date_modified": "2026-11-24T09:30:00Z",
    }
    assert "date_published" not in read["items"][1]


def test_year_before_1000() -> None:
    """
    A year has four digits, be it a mistyped one: RFC 3339, 5.6.
    """
    old = replace(ENTRY, changed_at=datetime(226, 11, 2, tzinfo=UTC))

    feed = write_atom(replace(FEED, entries=(old,)), address="https://status.example/feed.xml")

    assert "<updated>0226-11-02T00:00:00Z</updated>" in feed
