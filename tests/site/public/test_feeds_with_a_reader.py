"""The Atom feed as a feed reader reads it, which forgives less and more than a parser of XML."""

import feedparser  # type: ignore[import-untyped]

from incidentrepo.model.edition import PublicIncident, PublicUpdate
from incidentrepo.model.status import UpdateState
from incidentrepo.model.time import parse_time
from incidentrepo.site.public.context import make_context
from incidentrepo.site.public.feeds import make_feeds
from tests.site.editions import public

OLD = PublicIncident(
    slug="slow",
    title="Slow <search> & more",
    published_at=parse_time("2026-10-06T10:00:00Z"),
    body="It was *slow*.\n",
)
NEW = PublicIncident(
    slug="payments",
    title="Payments failed",
    published_at=parse_time("2026-11-06T10:00:00+01:00"),
    updates=(
        PublicUpdate(
            at=parse_time("2026-11-07T10:00:00Z"),
            state=UpdateState.RESOLVED,
            text="It is over. <script>alert(1)</script>",
        ),
    ),
    body="One in ten.\n",
)


def test_atom() -> None:
    """
    A reader takes it without complaint: newest first, each with its address, its id and when it changed.
    """
    feed, _ = make_feeds(make_context(public(OLD, NEW)))

    read = feedparser.parse(
        feed.data, response_headers={"content-type": "application/atom+xml; charset=utf-8"}
    )

    assert (read.version, bool(read.bozo)) == ("atom10", False)
    assert read.feed.title == "The Shop status"
    assert [(entry.title, entry.link, entry.updated) for entry in read.entries] == [
        (
            "Payments failed",
            "https://status.example/incidents/payments/",
            "2026-11-07T10:00:00Z",
        ),
        (
            "Slow <search> & more",
            "https://status.example/incidents/slow/",
            "2026-10-06T10:00:00Z",
        ),
    ]
    assert len({entry.id for entry in read.entries}) == 2
    assert "It is over." in read.entries[0].content[0].value
    assert "<script" not in read.entries[0].content[0].value
