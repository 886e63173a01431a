import posixpath
from dataclasses import replace
from html.parser import HTMLParser

import pytest

from incidentrepo.model.edition import Account, Edition, PublicIncident
from incidentrepo.model.evidence_file import EvidenceFile
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Evidence, Related
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, PostmortemStatus, Status
from incidentrepo.model.tags import Tag, Tags
from incidentrepo.model.time import parse_time
from incidentrepo.model.timeline import Declared, Entry, EntryKind, SeverityChange
from incidentrepo.site.making import make_site
from incidentrepo.site.page import Page, Site
from tests.site.editions import incident, internal, public, shown

RICH = shown(
    incident(
        "2026-11-02-checkout",
        owner="ada",
        tags=("payments", "card payments"),
        services=("checkout",),
        roles={"commander": "grace"},
        responders=("ada", "a/../b"),
        aliases=("2026-11-02-shop", "2026-11-01-oven"),
        timeline=(
            Declared(
                kind=EntryKind.DECLARED,
                index=0,
                id="taaaaaaaa",
                at=parse_time("2026-11-02T09:14:00Z"),
                by="ada",
            ),
            SeverityChange(
                kind=EntryKind.SEVERITY,
                index=1,
                id="tbbbbbbbb",
                at=parse_time("2026-11-02T10:14:00Z"),
                by="grace",
                before=Severity.SEV3,
                after=Severity.SEV2,
                reason="It <b>spreads</b>.",
            ),
            Entry(kind=EntryKind.NOTE, index=2, id=None, at=None, by="ada", text="[x](#h-one)"),
        ),
        follow_ups=(
            FollowUp(index=0, id="faaaaaaaa", title="Alert", status=FollowUpStatus.OPEN, owner="ada"),
            FollowUp(index=1, id=None, title="Sleep", status=FollowUpStatus.WONT_DO, reason="Tired."),
        ),
        evidence=(
            Evidence(index=0, path="evidence/a.png", caption="A chart"),
            Evidence(index=1, path="evidence/no.png"),
        ),
        related=Related(
            repeat_of=("2026-11-01-oven",), see_also=("https://a.example", "javascript:alert(1)")
        ),
    ),
    postmortem=Postmortem(
        status=PostmortemStatus.FINAL,
        authors=("ada",),
        body="# One\n\n[[timeline]]\n\n[[follow-ups]]\n\n[[numbers]]\n",
    ),
    accounts=(Account(author="ada", text="# One\n"), Account(author="grace", text="# One\n")),
    evidence_files=(EvidenceFile(path="evidence/a.png"),),
)
OLDER = shown(incident("2026-11-01-oven", status=Status.CLOSED, title="The <oven> & more"))
TWIN = replace(OLDER, folder="incidents/2026/10/2026-11-01-oven")
TAGS = Tags(by_name={"lonely": Tag(name="lonely", is_service=True, owner="lin")}, is_declared=True)
INTERNAL = internal(RICH, OLDER, TWIN, tags=TAGS)
PUBLIC = public(
    PublicIncident(
        slug="payments",
        title="Some <payments>",
        status=Status.OPEN,
        body="# One\n\nOne.",
        former_slugs=("pay", "old"),
    ),
    PublicIncident(slug="old", title="Old", status=Status.RESOLVED, started_at=parse_time("2025-01-01")),
    PublicIncident(slug="gone", is_withdrawn=True, former_slugs=("went",)),
)


class Reader(HTMLParser):
    """Collects ids and links of a page, and tags that were not closed."""

    VOID = frozenset({"img", "input", "br", "hr"})

    def __init__(self, page: Page) -> None:
        super().__init__(convert_charrefs=True)
        self.ids: list[str] = []
        self.links: list[str] = []
        self.headings: list[str] = []
        self.open: list[str] = []
        self.feed(page.html)
        self.close()

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name == "id":
                self.ids.append(value or "")
            if name in {"href", "src"}:
                self.links.append(value or "")
        if tag == "h1":
            self.headings.append(tag)
        if tag not in self.VOID:
            self.open.append(tag)

    def handle_endtag(self, tag: str) -> None:
        assert self.open.pop() == tag


def both() -> tuple[tuple[str, Edition], ...]:
    return (("internal", INTERNAL), ("public", PUBLIC))


@pytest.fixture(params=both(), ids=lambda named: named[0])
def site(request: pytest.FixtureRequest) -> Site:
    _, edition = request.param
    return make_site(edition)


def files_of(site: Site) -> list[str]:
    return [asset.path for asset in site.assets] + [late.path for late in site.late_assets]


def test_paths_are_distinct(site: Site) -> None:
    """
    No page or file takes another's place, not even where two records have one id.
    """
    paths = [page.path for page in site.make_pages()] + files_of(site)

    assert len(paths) == len(set(paths))
    assert all(page.path == "" or page.path.endswith("/") for page in site.make_pages())


def test_links_lead_somewhere(site: Site) -> None:
    """
    Every link inside the site ends at a page, a file or a heading that is there.
    """
    known = {page.path or "./" for page in site.make_pages()} | {*files_of(site), "./"}
    ids = {page.path: set(Reader(page).ids) for page in site.make_pages()}
    for page in site.make_pages():
        for link in Reader(page).links:
            if link.startswith(("https://", "http://", "mailto:")):
                continue
            target, _, fragment = link.partition("#")
            path = posixpath.normpath(posixpath.join("/", page.path, target))[1:]
            path += "/" if path and (not target or target.endswith("/")) else ""
            assert (path or "./") in known, (page.path, link)
            assert not fragment or fragment in ids[path], (page.path, link)


def test_pages_are_well_formed(site: Site) -> None:
    """
    Each page has one title, closes what it opens, and has no id twice; its contents name what is there.
    """
    for page in site.make_pages():
        reader = Reader(page)
        assert reader.open == []
        assert len(reader.headings) == 1, page.path
        assert len(reader.ids) == len(set(reader.ids)), page.path
        assert {heading.id for heading in page.headings} <= set(reader.ids), page.path


def test_what_people_write_is_text(site: Site) -> None:
    """
    Titles and names stay text wherever they are shown.
    """
    for page in site.make_pages():
        assert "<oven>" not in page.html
        assert "<payments>" not in page.html
        assert not any(link.startswith("javascript:") for link in Reader(page).links)


def test_navigation() -> None:
    """
    The navigation is short; no incident is in it.
    """
    assert [page.navigation for page in make_site(INTERNAL).make_pages() if page.navigation] == [
        "Now",
        "Declare",
        "All incidents",
        "Follow-ups",
        "Dashboard",
        "How we do this",
        "Services and tags",
        "People",
        "Search",
    ]
    assert [page.navigation for page in make_site(PUBLIC).make_pages() if page.navigation] == [
        "Status",
        "History",
        "Search",
    ]


def test_same_edition_same_site(site: Site) -> None:
    """
    A site depends on nothing but its edition.
    """
    again = [tuple(make_site(edition).make_pages()) for _, edition in both()]

    assert tuple(site.make_pages()) in again


def test_empty_editions() -> None:
    """
    A repository without an incident has pages that say what to do, and none that break.
    """
    home = make_site(internal()).pages[0].html

    assert "Nothing is open" in home
    assert "incidentrepo declare" in home
    assert "All is well" in make_site(public()).pages[0].html
