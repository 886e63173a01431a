"""Feeds that any reader can subscribe to: Atom (RFC 4287) and JSON Feed 1.1."""

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import datetime
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from incidentrepo.model.time import write_instant


@dataclass(frozen=True, slots=True, kw_only=True)
class FeedEntry:
    """
    One thing that a feed tells of.

    `id` is the same in every version of the feed, and `changed_at` moves with every word of it, so that a
    reader shows the entry once and says when there is more. `html` is all there is to read, sanitised.
    """

    id: str
    title: str
    address: str
    html: str
    changed_at: datetime
    published_at: datetime | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class Feed:
    """What readers subscribe to: `home` is the site's address, and `author` whose it is."""

    id: str
    title: str
    author: str
    home: str
    changed_at: datetime
    entries: tuple[FeedEntry, ...]


def make_feed_id(name: str) -> str:
    """Return an id that no other name has: a URN, as Atom asks for."""
    return uuid5(NAMESPACE_URL, name).urn


def write_atom(feed: Feed, *, address: str) -> str:
    """
    Return the feed as Atom, to be found at `address`.

    https://www.rfc-editor.org/rfc/rfc4287
    """
    lines = (
        '<?xml version="1.0" encoding="utf-8"?>',
        '<feed xmlns="http://www.w3.org/2005/Atom">',
        f"<title>{_escape(feed.title)}</title>",
        f"<id>{_escape(feed.id)}</id>",
        f"<updated>{write_instant(feed.changed_at)}</updated>",
        f"<author><name>{_escape(feed.author)}</name></author>",
        f"<link href={quoteattr(feed.home)}/>",
        f'<link rel="self" type="application/atom+xml" href={quoteattr(address)}/>',
        *(line for entry in feed.entries for line in _atom_entry(entry)),
        "</feed>",
    )
    return "".join(f"{line}\n" for line in lines)


def write_json_feed(feed: Feed, *, address: str) -> str:
    """
    Return the feed as JSON Feed, to be found at `address`.

    https://www.jsonfeed.org/version/1.1/
    """
    fields = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": feed.title,
        "home_page_url": feed.home,
        "feed_url": address,
        "authors": [{"name": feed.author}],
        "items": [_json_item(entry) for entry in feed.entries],
    }
    return json.dumps(fields, ensure_ascii=False, indent=1) + "\n"


def _atom_entry(entry: FeedEntry) -> Iterator[str]:
    yield "<entry>"
    yield f"<title>{_escape(entry.title)}</title>"
    yield f"<id>{_escape(entry.id)}</id>"
    if entry.published_at:
        yield f"<published>{write_instant(entry.published_at)}</published>"
    yield f"<updated>{write_instant(entry.changed_at)}</updated>"
    yield f"<link href={quoteattr(entry.address)}/>"
    yield f'<content type="html">{_escape(entry.html)}</content>'
    yield "</entry>"


def _json_item(entry: FeedEntry) -> dict[str, str]:
    published = {"date_published": write_instant(entry.published_at)} if entry.published_at else {}
    return {
        "id": entry.id,
        "url": entry.address,
        "title": entry.title,
        "content_html": entry.html,
        **published,
        "date_modified": write_instant(entry.changed_at),
    }


def _escape(text: str) -> str:
    """Return `text` for XML 1.0, which cannot hold control characters even when they are escaped."""
    return escape("".join(letter for letter in text if letter >= " " or letter in "\n\t"))
