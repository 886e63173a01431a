"""Declaring with a browser alone: from the form to the host's own, filled in."""

import re
from collections.abc import Iterator
from dataclasses import replace
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from threading import Thread
from typing import ClassVar
from urllib.parse import parse_qs, quote, urlsplit

import pytest
from playwright.sync_api import Page, expect

from incidentrepo.changes.filed_guide import read_guide
from incidentrepo.changes.filed_issue import read_answers
from incidentrepo.config.loading import load_config
from incidentrepo.mkdocs_plugin.building import build_site
from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.mkdocs_plugin.serving import serve_site
from incidentrepo.model.edition import InternalEdition
from incidentrepo.model.host import Host
from incidentrepo.model.policy import Filing
from incidentrepo.model.status import Audience
from incidentrepo.resources import resource_folder
from incidentrepo.severity_guide import guided_severity
from incidentrepo.site.making import make_site
from incidentrepo.store.disk import DiskFiles
from tests.browser.conftest import NOW
from tests.browser.test_theme import open_page
from tests.chromium import Pages

NASTY = 'Mail & "forms" fail <b>#1</b> ?a=b'


class FormHost(BaseHTTPRequestHandler):
    """Stands for the host: notes what it is asked for."""

    asked: ClassVar[list[str]] = []

    def do_GET(self) -> None:
        """Note the address."""
        self.asked.append(self.path)
        self.send_response(200)
        self.send_header("Content-Type", "text/html")
        self.end_headers()
        self.wfile.write(b"<title>Host</title>")

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture(scope="module")
def host() -> Iterator[str]:
    """Where the host is."""
    server = ThreadingHTTPServer(("127.0.0.1", 0), FormHost)
    Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
    yield f"http://127.0.0.1:{server.server_port}/acme/incidents"
    server.shutdown()
    server.server_close()


@pytest.fixture(scope="module", params=Host, ids=str)
def filing_host(request: pytest.FixtureRequest) -> Host:
    found: Host = request.param
    return found


@pytest.fixture(scope="module")
def address(host: str, filing_host: Host, tmp_path_factory: pytest.TempPathFactory) -> Iterator[str]:
    """Where a site is whose form leads to the host."""
    output = tmp_path_factory.mktemp("declaring") / "site"
    edition = load_edition(resource_folder("example-repo"), Audience.INTERNAL, now=NOW, history=False)
    assert isinstance(edition, InternalEdition)
    policy = replace(edition.policy, filing=Filing(host=filing_host, repository=host))
    build_site(
        make_site(replace(edition, policy=policy)),
        output=output,
        made_at=NOW,
        site_name=edition.site_name,
        with_index=False,
    )
    with serve_site(output, port=0) as server:
        Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()


@pytest.fixture
def asked() -> list[str]:
    FormHost.asked.clear()
    return FormHost.asked


def read(path: str) -> tuple[str, dict[str, str]]:
    """Return the title and the answers that an address fills in on the host."""
    parts = urlsplit(path)
    fields = {name: values[0] for name, values in parse_qs(parts.query).items()}
    if parts.path.endswith("/-/issues/new"):
        return fields["issue[title]"], dict(read_answers(fields["issue[description]"]))
    assert parts.path.endswith("/issues/new")
    assert fields.pop("template") == "incident.yml"
    return fields.pop("title"), fields


def arrive(page: Page, asked: list[str]) -> tuple[str, dict[str, str]]:
    expect(page).to_have_title("Host")
    (path,) = [path for path in asked if "/issues/new" in path]
    return read(path)


def test_filled_in(pages: Pages, address: str, asked: list[str]) -> None:
    """
    Every answer arrives on the host as it was written, and the page keeps to its policy.
    """
    page, complaints = open_page(pages, f"{address}declare/")
    page.get_by_label("What is wrong?").fill(NASTY)
    page.locator("input[name=severity][value=SEV2]").check()
    page.get_by_label("What happened?").fill("Two lines\n### of it")
    page.get_by_label("When did it begin?").fill("2026-01-05T09:14")
    page.locator("summary", has_text="What is it about?").click()
    page.locator("input[name=tags][value=payments]").check()

    page.get_by_role("button", name="Go on to").click()
    title, answers = arrive(page, asked)

    assert title == NASTY
    assert answers["kind"] == "Incident"
    assert answers["severity"] == "SEV2"
    assert answers["what"] == "Two lines\n### of it"
    assert answers["tags"] == "payments"
    assert answers["started"].startswith("2026-01-0")
    assert answers["started"].endswith("Z")
    assert complaints == []


def test_guide(pages: Pages, address: str) -> None:
    """
    A question leads to the next one, the last to a severity, and another answer forgets the way taken.
    """
    page, _ = open_page(pages, f"{address}declare/")
    page.locator("summary", has_text="Not sure?").click()
    shown = page.locator("[data-ir-question]:visible")
    expect(shown).to_have_count(1)

    page.locator("[data-ir-question] input[value=people]").check()
    page.locator("input[value='no, but they cannot do their work']").check()

    expect(page.locator("[data-ir-verdict]")).to_have_text("That is SEV3.")
    expect(page.locator("input[name=severity][value=SEV3]")).to_be_checked()
    page.locator("[data-ir-question] input[value=money]").check()
    expect(page.locator("[data-ir-verdict]")).to_have_text("")
    expect(shown).to_have_count(2)


def test_answers_of_the_guide(pages: Pages, address: str, asked: list[str]) -> None:
    """
    The record keeps what was answered: it goes along, and the policy knows it again.
    """
    page, _ = open_page(pages, f"{address}declare/")
    page.get_by_label("What is wrong?").fill("Mail")
    page.locator("summary", has_text="Not sure?").click()
    page.locator("[data-ir-question] input[value=people]").check()
    page.locator("input[value='no, but they cannot do their work']").check()

    page.get_by_role("button", name="Go on to").click()
    _, answers = arrive(page, asked)

    policy = load_config(DiskFiles(resource_folder("example-repo"))).policy
    found = read_guide(answers["guide"], policy)
    assert found is not None
    assert list(found.values()) == ["people", "no, but they cannot do their work"]
    assert guided_severity(found, policy) == answers["severity"] == "SEV3"


def test_missing(pages: Pages, address: str, asked: list[str]) -> None:
    """
    What is missing is said beside its field, the first one is gone to, and nothing leaves the page.
    """
    page, _ = open_page(pages, f"{address}declare/")

    page.get_by_role("button", name="Go on to").click()

    expect(page.locator("#ir-title-error")).to_have_text("Say in a few words what is wrong.")
    expect(page.locator("#ir-severity-error")).to_contain_text("Take the worse of the two")
    expect(page.get_by_label("What is wrong?")).to_be_focused()
    assert asked == []
    page.get_by_label("What is wrong?").fill("Mail")
    expect(page.locator("#ir-title-error")).to_have_text("")


def test_too_long(pages: Pages, address: str, asked: list[str]) -> None:
    """
    More than an address holds is said before it is lost; it stays in its field.
    """
    page, _ = open_page(pages, f"{address}declare/")
    page.get_by_label("What is wrong?").fill("Mail")
    page.locator("input[name=severity][value=SEV3]").check()
    page.get_by_label("What happened?").fill("ü" * 3000)

    page.get_by_role("button", name="Go on to").click()

    error = page.locator("#ir-what-error")
    expect(error).to_contain_text("too long to be handed over")
    expect(page.get_by_label("What happened?")).to_have_value("ü" * 3000)
    assert asked == []
    letters = int("".join(filter(str.isdigit, error.inner_text())))
    page.get_by_label("What happened?").fill("ü" * (3000 - letters))
    page.get_by_role("button", name="Go on to").click()
    _, answers = arrive(page, asked)
    assert answers["what"] == "ü" * (3000 - letters)
    # A sign-in on the way takes the address as a part of its own.
    assert len(quote(page.url, safe="")) < 8000


def test_begun_elsewhere(pages: Pages, address: str) -> None:
    """
    Whoever files goes by their own clock, and sees beside it what the pages will say.
    """
    page, _ = open_page(pages, f"{address}declare/")

    page.get_by_label("When did it begin?").fill("2026-01-05T09:14")

    shown = page.locator("[data-ir-zone]")
    expect(shown).to_contain_text(re.compile(r"The pages will say 5 January at \d\d:14 GMT.* \(Europe/"))
    page.get_by_label("When did it begin?").fill("")
    expect(shown).to_be_empty()


def test_keyboard_on_a_phone(pages: Pages, address: str, asked: list[str]) -> None:
    """
    By keys alone, on a phone, a near miss is declared with its title and no severity.
    """
    page, _ = open_page(pages, f"{address}declare/", width=390)
    page.get_by_label("What is wrong?").focus()
    page.keyboard.type("A ladder fell")
    page.keyboard.press("Tab")
    page.keyboard.press("ArrowDown")
    page.get_by_label("What is wrong?").focus()
    page.keyboard.press("Enter")

    title, answers = arrive(page, asked)

    assert (title, answers) == ("A ladder fell", {"kind": "Near miss"})
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_planned_work(pages: Pages, address: str, asked: list[str]) -> None:
    """
    Only planned work is asked when it is planned; an end before the beginning is said beside it.
    """
    page, _ = open_page(pages, f"{address}declare/")
    page.get_by_label("What is wrong?").fill("We move the database")
    begins, ends = page.get_by_label("It begins"), page.get_by_label("It is over")
    expect(begins).to_be_hidden()

    page.locator("input[name=kind][value=Maintenance]").check()
    begins.fill("2027-01-05T22:00")
    ends.fill("2027-01-05T21:00")
    page.get_by_role("button", name="Go on to").click()
    expect(page.locator("#ir-planned_until-error")).to_have_text("That is before it begins.")
    ends.fill("2027-01-06T02:00")
    expect(page.locator("[data-ir-command]")).to_contain_text("-k maintenance --planned-from 2027-01-0")
    page.get_by_role("button", name="Go on to").click()

    _, answers = arrive(page, asked)
    assert answers["kind"] == "Maintenance"
    assert answers["planned_from"] < answers["planned_until"]


def test_command(pages: Pages, address: str) -> None:
    """
    Beside the form stands the same as one line for a terminal, in which no word can be more than a word.
    """
    page, _ = open_page(pages, f"{address}declare/")
    page.get_by_label("What is wrong?").fill("It's $(rm) `x`")
    page.locator("input[name=severity][value=SEV3]").check()
    page.get_by_label("What happened?").fill("A line\nand another")

    expect(page.locator("[data-ir-command]")).to_have_text(
        "incidentrepo declare 'It'\\''s $(rm) `x`' -s SEV3 --summary \"A line\nand another\""
    )
