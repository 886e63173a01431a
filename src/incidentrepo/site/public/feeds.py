"""Feeds for those who subscribe: Atom (RFC 4287) and JSON Feed 1.1, with ids that never change."""

import json
from datetime import UTC, datetime
from uuid import NAMESPACE_URL, uuid5
from xml.sax.saxutils import escape, quoteattr

from incidentrepo.model.edition import PublicEdition, PublicIncident
from incidentrepo.site.markdown import render_article, render_text
from incidentrepo.site.page import Asset
from incidentrepo.site.public.context import Context, incident_path
from incidentrepo.site.words import STATES

ATOM_PATH = "feed.xml"
JSON_PATH = "feed.json"
_ENTRIES = 30


def make_feeds(context: Context) -> tuple[Asset, ...]:
    """Return both feeds, with the latest incidents and all that the world was told of them."""
    told = sorted(context.told, key=lambda one: changed_at(one, context.edition), reverse=True)[:_ENTRIES]
    return (
        Asset(path=ATOM_PATH, data=_atom(context.edition, told).encode()),
        Asset(path=JSON_PATH, data=_json(context.edition, told).encode()),
    )


def changed_at(one: PublicIncident, edition: PublicEdition) -> datetime:
    """Return when the world was last told something of it."""
    times = (one.updated_at, one.published_at, one.resolved_at, *(update.at for update in one.updates))
    known = [time.latest for time in times if time]
    return max(known, default=one.happened_at.latest if one.happened_at else edition.now)


def _atom(edition: PublicEdition, told: list[PublicIncident]) -> str:
    home = _address(edition, "")
    entries = "".join(_atom_entry(one, edition) for one in told)
    return (
        '<?xml version="1.0" encoding="utf-8"?>\n'
        '<feed xmlns="http://www.w3.org/2005/Atom">\n'
        f"<title>{escape(edition.site_name)}</title>\n"
        f"<id>{_id(edition.url or edition.site_name)}</id>\n"
        f"<updated>{_stamp(edition.now)}</updated>\n"
        f"<author><name>{escape(edition.organisation)}</name></author>\n"
        f"<link href={quoteattr(home)}/>\n"
        f'<link rel="self" href={quoteattr(_address(edition, ATOM_PATH))}/>\n'
        f"{entries}</feed>\n"
    )


def _atom_entry(one: PublicIncident, edition: PublicEdition) -> str:
    return (
        f"<entry>\n<title>{escape(one.title)}</title>\n"
        f"<id>{_id(_address(edition, one.slug))}</id>\n"
        f"<updated>{_stamp(changed_at(one, edition))}</updated>\n"
        f"<link href={quoteattr(_address(edition, incident_path(one.slug)))}/>\n"
        f'<content type="html">{escape(_content(one))}</content>\n</entry>\n'
    )


def _json(edition: PublicEdition, told: list[PublicIncident]) -> str:
    feed = {
        "version": "https://jsonfeed.org/version/1.1",
        "title": edition.site_name,
        "home_page_url": _address(edition, ""),
        "feed_url": _address(edition, JSON_PATH),
        "authors": [{"name": edition.organisation}],
        "items": [
            {
                "id": _id(_address(edition, one.slug)),
                "url": _address(edition, incident_path(one.slug)),
                "title": one.title,
                "content_html": _content(one),
                "date_modified": _stamp(changed_at(one, edition)),
            }
            for one in told
        ],
    }
    return json.dumps(feed, ensure_ascii=False, indent=1) + "\n"


def _content(one: PublicIncident) -> str:
    updates = "".join(
        f"<p><strong>{STATES[update.state]}</strong></p>{render_text(update.text)}"
        if update.state
        else str(render_text(update.text))
        for update in one.updates
    )
    # As plain text: markup that meets a text escapes it.
    return _without_forbidden(updates + str(render_article(one.body, prefix="h-").html))


def _without_forbidden(text: str) -> str:
    """Return `text` without the characters that XML 1.0 cannot hold."""
    return "".join(character for character in text if character >= " " or character in "\n\t")


def _address(edition: PublicEdition, path: str) -> str:
    return f"{edition.url.rstrip('/')}/{path}" if edition.url else path


def _id(name: str) -> str:
    return uuid5(NAMESPACE_URL, name).urn


def _stamp(at: datetime) -> str:
    return at.astimezone(UTC).strftime("%Y-%m-%dT%H:%M:%SZ")
