import json
from xml.etree import ElementTree as ET

from incidentrepo.model.edition import PublicIncident, PublicUpdate
from incidentrepo.model.status import UpdateState
from incidentrepo.model.time import parse_time
from incidentrepo.site.public.context import make_context
from incidentrepo.site.public.feeds import make_feeds
from tests.site.editions import public

ONE = PublicIncident(
    slug="payments",
    title="Some <payments> & more",
    published_at=parse_time("2026-11-06T10:00:00Z"),
    updates=(
        PublicUpdate(
            at=parse_time("2026-11-07T10:00:00Z"), state=UpdateState.RESOLVED, text="It is \x0bover."
        ),
    ),
    body="One in ten.\n",
)
ATOM = "{http://www.w3.org/2005/Atom}"


def test_atom() -> None:
    """
    The Atom feed is well-formed, escapes what people wrote, and dates an entry by the last word told.
    """
    atom, _ = make_feeds(make_context(public(ONE)))
    entry = ET.fromstring(atom.data).find(f"{ATOM}entry")

    assert entry is not None
    assert entry.findtext(f"{ATOM}title") == "Some <payments> & more"
    assert entry.findtext(f"{ATOM}updated") == "2026-11-07T10:00:00Z"
    assert "<p>It is over.</p>" in (entry.findtext(f"{ATOM}content") or "")


def test_json_says_the_same() -> None:
    """
    Both feeds give an entry the same id and address.
    """
    atom, feed = make_feeds(make_context(public(ONE)))
    item = json.loads(feed.data)["items"][0]

    assert item["url"] == "https://status.example/incidents/payments/"
    assert item["id"] in atom.data.decode()


def test_withdrawn_is_in_no_feed() -> None:
    """
    A withdrawn incident is told to nobody.
    """
    _, feed = make_feeds(make_context(public(PublicIncident(slug="gone", is_withdrawn=True))))

    assert json.loads(feed.data)["items"] == []
