"""Searching the example's sites, with and without an index of words."""

import shutil
from collections.abc import Iterator, Mapping
from pathlib import Path
from threading import Thread

import pytest
from playwright.sync_api import Page, expect

from incidentrepo.fulltext.indexing import FOLDER
from incidentrepo.mkdocs_plugin.serving import serve_site
from incidentrepo.model.status import Audience
from tests.browser.test_theme import open_page
from tests.chromium import Pages

Addresses = Mapping[Audience, str]

pytest.importorskip("pagefind_bin", reason="the extra `search` is not installed")


def search(pages: Pages, address: str, asked: str = "", *, width: int = 1280) -> tuple[Page, list[str]]:
    return open_page(pages, f"{address}search/{asked}", width=width)


def results(page: Page) -> list[str]:
    page.locator("[data-ir-status]:not(:empty)").wait_for()
    return page.locator("[data-ir-results] a").all_text_contents()


def test_word_of_a_postmortem(pages: Pages, addresses: Addresses) -> None:
    """
    A word that stands only within a page finds it, shows it in its sentence, and breaks no policy.
    """
    page, complaints = search(pages, addresses[Audience.INTERNAL])

    page.get_by_label("Words in titles").fill("certificate")

    expect(page.locator("[data-ir-status]")).to_contain_text("found")
    expect(page.locator("[data-ir-results] mark").first).to_contain_text("certificate", ignore_case=True)
    assert page.url.endswith("search/?q=certificate")
    assert complaints == []
    page.locator("[data-ir-results] a").first.click()
    expect(page.locator("h1")).not_to_have_text("Search")


def test_address(pages: Pages, addresses: Addresses) -> None:
    """
    A search can be sent to somebody: words and filters are in the address.
    """
    page, _ = search(pages, addresses[Audience.INTERNAL], "?kind=Near+miss")

    found = results(page)

    assert found
    assert page.locator("[data-ir-results] .ir-kind").all_text_contents() == ["Near miss"] * len(found)
    page.get_by_label("Severity").select_option("SEV1")
    expect(page.locator("[data-ir-status]")).to_have_text("Nothing found. Try any severity and any kind.")
    assert "severity=SEV1" in page.url


def test_words_narrowed_down(pages: Pages, addresses: Addresses) -> None:
    """
    Words and filters hold together.
    """
    page, complaints = search(pages, addresses[Audience.INTERNAL], "?q=checkout")
    every = len(results(page))

    page.get_by_label("Kind").select_option("Maintenance")

    expect(page.locator("[data-ir-results] li")).to_have_count(1)
    assert every > 1
    assert page.locator("[data-ir-results] .ir-kind").all_text_contents() == ["Maintenance"]
    assert complaints == []


def test_keyboard(pages: Pages, addresses: Addresses) -> None:
    """
    One can type at once, and go from the words over the filters to the results.
    """
    page, _ = search(pages, addresses[Audience.INTERNAL])

    page.keyboard.type("payments")
    results(page)
    for _ in ("severity", "kind", "year", "first result"):
        page.keyboard.press("Tab")

    assert page.evaluate("document.activeElement.closest('[data-ir-results]') !== null")


def test_public(pages: Pages, addresses: Addresses) -> None:
    """
    The world finds what was published, and nothing else.
    """
    page, complaints = search(pages, addresses[Audience.PUBLIC], "?q=olive")
    assert any("live" in title for title in results(page))

    page, _ = search(pages, addresses[Audience.PUBLIC], "?q=payslip")

    assert results(page) == []
    assert complaints == []


def test_phone(pages: Pages, addresses: Addresses) -> None:
    """
    Nothing is wider than a phone.
    """
    page, _ = search(pages, addresses[Audience.INTERNAL], "?q=the", width=390)
    results(page)

    assert page.evaluate("document.documentElement.scrollWidth") <= 390


@pytest.fixture
def without_index(sites: Path, tmp_path: Path) -> Iterator[str]:
    """Where the internal site is shown as it is built without Pagefind."""
    folder = tmp_path / "site"
    shutil.copytree(sites / Audience.INTERNAL, folder, ignore=shutil.ignore_patterns(FOLDER))
    with serve_site(folder, port=0) as server:
        thread = Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05}, daemon=True)
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}/"
        server.shutdown()
        thread.join()


def test_titles_alone(pages: Pages, without_index: str) -> None:
    """
    Without an index titles are searched, and the page says so.
    """
    page, _ = search(pages, without_index, "?q=checkout")

    found = results(page)

    assert found
    assert all("checkout" in title.lower() for title in found)
    expect(page.locator("[data-ir-status]")).to_have_text(f"{len(found)} found in titles")


@pytest.mark.parametrize("indexed", (True, False))
def test_a_question(pages: Pages, addresses: Addresses, without_index: str, *, indexed: bool) -> None:
    """
    A question finds what its telling words find, whether words or titles alone are searched.
    """
    address = addresses[Audience.INTERNAL] if indexed else without_index
    plain, _ = search(pages, address, "?q=checkout")
    asked, _ = search(pages, address, "?q=What+was+it+with+the+checkout")

    found = results(plain)

    assert found
    assert results(asked) == found


def test_what_happened_to_others(pages: Pages, addresses: Addresses, without_index: str) -> None:
    """
    The library is searched too, and what comes from it is not taken for ours: with an index and without.
    """
    for address in (addresses[Audience.INTERNAL], without_index):
        page, _ = search(pages, address, "?q=bean&kind=Library")

        assert results(page) == ["Three hundred gardens grew the wrong bean"]
        assert page.locator("[data-ir-results] .ir-mark").all_text_contents() == ["Library"]


def test_no_script(pages: Pages, addresses: Addresses) -> None:
    """
    Who runs no scripts is led to the lists.
    """
    page, _ = open_page(pages, f"{addresses[Audience.INTERNAL]}search/", javascript=False)

    page.get_by_role("link", name="All incidents").last.click()

    expect(page.locator("h1")).to_have_text("All incidents")
