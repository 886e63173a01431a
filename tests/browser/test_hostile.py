"""Whatever people write, it stays text: nothing of it runs, and no other host hears of a reader."""

from collections.abc import Iterator
from contextlib import ExitStack
from threading import Thread

import pytest
from playwright.sync_api import ConsoleMessage, Dialog, Page

from incidentrepo.mkdocs_plugin.building import build_site
from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.mkdocs_plugin.serving import serve_site
from incidentrepo.model.status import Audience
from incidentrepo.site.making import make_site
from tests.browser.conftest import NOW
from tests.browser.hostile_records import read_payloads, write_records
from tests.chromium import Pages

# What an attack needs in a page, however it got there.
FAULTS = """() => {
    const ours = "form:not([role=search], [data-ir-declare])";
    const forbidden = "style, iframe, object, embed, base, meta, math, " + ours;
    const faults = [...document.querySelectorAll("article :is(" + forbidden + ")")];
    for (const element of document.querySelectorAll("article *")) {
        const names = element.getAttributeNames();
        if (names.some((name) => name.startsWith("on") || name === "style")) faults.push(element);
    }
    for (const link of document.links) {
        if (!["http:", "https:", "mailto:"].includes(link.protocol)) faults.push(link);
    }
    return faults.map((element) => element.outerHTML);
}"""


@pytest.fixture(scope="module")
def shown(tmp_path_factory: pytest.TempPathFactory) -> Iterator[tuple[dict[Audience, str], int]]:
    """Where both sites of the hostile repository are shown, and how many records it has."""
    folder = tmp_path_factory.mktemp("hostile")
    count = write_records(folder / "records", read_payloads())
    with ExitStack() as stack:
        addresses = {}
        for audience in Audience:
            edition = load_edition(folder / "records", audience, now=NOW, history=False)
            site = make_site(edition)
            build_site(site, output=folder / audience, made_at=NOW, site_name=edition.site_name)
            server = stack.enter_context(serve_site(folder / audience, port=0))
            Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True).start()
            stack.callback(server.shutdown)
            addresses[audience] = f"http://127.0.0.1:{server.server_port}/"
        yield addresses, count


def attend(page: Page) -> list[str]:
    """Return a list that grows with everything that must not happen on a page."""
    heard: list[str] = []

    def dismiss(dialog: Dialog) -> None:
        heard.append(f"dialog {dialog.message}")
        dialog.dismiss()

    def keep(message: ConsoleMessage) -> None:
        # That a picture is not there, on this very host, is no harm.
        if message.type == "error" and "404 (Not Found)" not in message.text:
            heard.append(message.text)

    page.on("dialog", dismiss)
    page.on("console", keep)
    page.on("pageerror", lambda error: heard.append(str(error)))
    page.on("popup", lambda popup: heard.append(f"popup {popup.url}"))
    return heard


@pytest.mark.slow
@pytest.mark.parametrize("audience", Audience)
def test_nothing_runs(audience: Audience, shown: tuple[dict[Audience, str], int], pages: Pages) -> None:
    """
    On no page is there a dialog, a violation of its policy, a request to another host, or a handler.
    """
    addresses, count = shown
    page = pages.open()
    heard = attend(page)
    names = [
        f"2026-11-02-n{number}" if audience is Audience.INTERNAL else f"n{number}" for number in range(count)
    ]

    for path in ("", "search/?q=alert", *(f"incidents/{name}/" for name in names)):
        page.goto(addresses[audience] + path, wait_until="load")
        page.evaluate("document.querySelectorAll('details').forEach((one) => { one.open = true; })")
        assert page.evaluate(FAULTS) == [], path
        assert page.locator("h1").count() >= 1

    assert heard == []
    assert pages.outside == []
