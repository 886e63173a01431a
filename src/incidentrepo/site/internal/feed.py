"""The organisation's feed: what was filed, how it went on, and what was learned."""

from datetime import datetime

from markupsafe import Markup

from incidentrepo.exports.feeds import Feed, FeedEntry, make_feed_id, write_atom
from incidentrepo.model.edition import InternalEdition
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.list_lines import say_status
from incidentrepo.site.markdown import render_line, render_text
from incidentrepo.site.page import Asset
from incidentrepo.site.words import KINDS, STATES

FEED_PATH = "feed.xml"
_ENTRIES = 50


def make_feed(context: Context) -> Asset:
    """Return the feed of what changed last, one entry an incident; anew when there is more."""
    edition = context.edition
    changes = [(changed_at(one, edition), one) for one in edition.incidents]
    latest = sorted(changes, key=lambda change: (change[0], change[1].folder), reverse=True)[:_ENTRIES]
    feed = Feed(
        id=make_feed_id(f"incidentrepo/{edition.organisation}"),
        title=edition.site_name,
        author=edition.organisation,
        home=edition.address(""),
        # Not the clock's: a feed in which nothing is new says so.
        changed_at=latest[0][0] if latest else edition.now,
        entries=tuple(_make_entry(one, at, context) for at, one in latest),
    )
    return Asset(
        path=FEED_PATH, data=write_atom(feed, address=edition.address(FEED_PATH)).encode(errors="replace")
    )


def changed_at(one: IncidentSummary, edition: InternalEdition) -> datetime:
    """Return when an incident's entry last had something new: a stage, an update, a final postmortem."""
    times = one.times
    written = (
        times.declared_at,
        times.mitigated_at,
        times.resolved_at,
        times.closed_at,
        one.last_update.at if one.last_update else None,
        one.postmortem.finished_at if one.postmortem else None,
    )
    known = [time.latest for time in written if time]
    return max(known, default=one.happened_at.latest if one.happened_at else edition.now)


def _make_entry(one: IncidentSummary, at: datetime, context: Context) -> FeedEntry:
    edition = context.edition
    declared_at = one.times.declared_at
    return FeedEntry(
        id=make_feed_id(f"incidentrepo/{edition.organisation}/{one.id}"),
        title=f"{one.severity.value} {one.title}" if one.severity else one.title,
        address=edition.address(context.paths[one.folder]),
        html=str(_content(one, context)),
        changed_at=at,
        published_at=declared_at.latest if declared_at else None,
    )


def _content(one: IncidentSummary, context: Context) -> Markup:
    status = f", {say_status(one).lower()}" if one.status else ""
    owner = f" {context.edition.people.name_of(one.owner)} has it." if one.owner else ""
    paragraphs = [Markup("<p>{}{}.{}</p>\n").format(KINDS[one.kind], status, owner)]
    if one.summary:
        paragraphs.append(render_text(one.summary))
    if one.is_on_fire and one.last_update:
        state = f"{STATES[one.last_update.state]}: " if one.last_update.state else ""
        paragraphs.append(Markup("<p>{}{}</p>\n").format(state, render_line(one.last_update.text)))
    if one.postmortem and one.postmortem.is_final:
        paragraphs.append(
            Markup("<p>What was learned: {}</p>\n").format(render_line(one.postmortem.first_sentence))
        )
    return Markup("").join(paragraphs)
