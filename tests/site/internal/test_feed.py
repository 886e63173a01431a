"""The organisation's feed as a feed reader reads it."""

from dataclasses import replace

import feedparser  # type: ignore[import-untyped]

from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.status import Kind, PostmortemStatus, Status
from incidentrepo.model.time import parse_time
from incidentrepo.site.internal.feed import make_feed
from tests.site.editions import context, incident, shown, times

OLD = incident(
    "2026-10-02-late",
    title="Mail is <late>",
    summary="Mail came *late*. <script>alert(1)</script>",
    owner="ada",
    times=times(declared_at="2026-10-02T10:00:00Z", resolved_at="2026-10-02T12:00:00Z"),
    status=Status.RESOLVED,
)
NEW = incident("2026-11-02-checkout")


def read(*incidents: EditionIncident) -> list[feedparser.FeedParserDict]:
    feed = feedparser.parse(make_feed(context(*incidents)).data)
    assert not feed.bozo
    entries: list[feedparser.FeedParserDict] = feed.entries
    return entries


def test_newest_first() -> None:
    """
    What changed last comes first, each with its severity, who has it, and its summary without a script.
    """
    new, old = read(shown(OLD), shown(NEW))

    assert (new.title, new.updated) == ("SEV2 Checkout answers 500", "2026-11-02T09:14:00Z")
    assert (old.title, old.updated) == ("SEV2 Mail is <late>", "2026-10-02T12:00:00Z")
    assert old.link.endswith("incidents/2026-10-02-late/")
    content = old.content[0].value
    assert "Incident, resolved. Ada Lovelace has it." in content
    assert "<em>late</em>" in content
    assert "<script" not in content


def test_planned_work() -> None:
    """
    Work that has yet to begin is told as planned; once it began, as under way.
    """
    work = incident(
        "2026-11-02-racks", kind=Kind.MAINTENANCE, times=times(declared_at="2026-11-02T10:00:00Z")
    )
    begun = replace(work, times=times(started_at="2026-11-02T11:00:00Z"))

    said = [read(shown(one))[0].content[0].value for one in (work, begun)]

    assert "Maintenance, planned." in said[0]
    assert "Maintenance, under way." in said[1]


def test_a_final_postmortem() -> None:
    """
    A final postmortem brings its incident back to the top, as the same entry and with what was learned.
    """
    written = Postmortem(
        status=PostmortemStatus.FINAL,
        finished_at=parse_time("2026-11-20T10:00:00Z"),
        body="A queue was full. More.\n",
    )

    before = read(shown(OLD), shown(NEW))
    first, _ = read(shown(OLD, postmortem=written), shown(NEW))

    assert (first.id, first.updated) == (before[1].id, "2026-11-20T10:00:00Z")
    assert "What was learned: A queue was full." in first.content[0].value


def test_same_feed() -> None:
    """
    Where nothing is new it is the same file, whatever the time.
    """
    one = context(shown(NEW))
    later = replace(one.edition, now=one.edition.now.replace(year=2027))

    assert make_feed(one) == make_feed(replace(one, edition=later))
