"""The world's feeds: the latest incidents, and all that the world was told of them."""

from datetime import datetime

from incidentrepo.exports.feeds import Feed, FeedEntry, make_feed_id, write_atom, write_json_feed
from incidentrepo.model.edition import PublicEdition, PublicIncident
from incidentrepo.site.markdown import render_article, render_text
from incidentrepo.site.page import Asset
from incidentrepo.site.public.context import Context, incident_path
from incidentrepo.site.words import STATES

ATOM_PATH = "feed.xml"
JSON_PATH = "feed.json"
_ENTRIES = 30


def make_feeds(context: Context) -> tuple[Asset, ...]:
    """Return both feeds."""
    edition = context.edition
    feed = _make_feed(context)
    return (
        Asset(path=ATOM_PATH, data=write_atom(feed, address=edition.address(ATOM_PATH)).encode()),
        Asset(path=JSON_PATH, data=write_json_feed(feed, address=edition.address(JSON_PATH)).encode()),
    )


def changed_at(one: PublicIncident, edition: PublicEdition) -> datetime:
    """Return when the world was last told something of it."""
    times = (one.updated_at, one.published_at, one.resolved_at, *(update.at for update in one.updates))
    known = [time.latest for time in times if time]
    return max(known, default=one.happened_at.latest if one.happened_at else edition.now)


def _make_feed(context: Context) -> Feed:
    edition = context.edition
    told = sorted(context.told, key=lambda one: changed_at(one, edition), reverse=True)[:_ENTRIES]
    return Feed(
        id=make_feed_id(edition.url or edition.site_name),
        title=edition.site_name,
        author=edition.organisation,
        home=edition.address(""),
        changed_at=edition.now,
        entries=tuple(_make_entry(one, edition) for one in told),
    )


def _make_entry(one: PublicIncident, edition: PublicEdition) -> FeedEntry:
    told_first = one.updates[-1].at if one.updates else one.published_at
    return FeedEntry(
        id=make_feed_id(edition.address(one.slug)),
        title=one.title,
        address=edition.address(incident_path(one.slug)),
        html=_content(one, edition),
        changed_at=changed_at(one, edition),
        published_at=told_first.latest if told_first else None,
    )


def _content(one: PublicIncident, edition: PublicEdition) -> str:
    updates = "".join(
        f"<p><strong>{STATES[update.state]}</strong></p>{render_text(update.text)}"
        if update.state
        else str(render_text(update.text))
        for update in one.updates
    )
    return updates + _article(one, edition)


def _article(one: PublicIncident, edition: PublicEdition) -> str:
    """Return the article; a picture of it is found from anywhere, or not shown where no address is known."""
    pictures = [picture.path for picture in one.pictures] if edition.url else []
    # As plain text: markup that meets a text escapes it.
    html = str(render_article(one.body, prefix="h-", files=pictures).html)
    page = edition.address(incident_path(one.slug))
    for path in pictures:
        html = html.replace(f'src="{path}"', f'src="{page}{path}"')
    return html
