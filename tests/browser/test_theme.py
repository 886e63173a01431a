"""A site in a real browser: the theme around our pages."""

import gzip
from pathlib import Path

import pytest
from playwright.sync_api import ConsoleMessage, Page

from tests.chromium import Pages

KINDS = ("", "incidents/2026-11-02-a/")


def open_page(
    pages: Pages, address: str, *, width: int = 1280, javascript: bool = True
) -> tuple[Page, list[str]]:
    """Open a page; return it with what its console complains of."""
    page, complaints = pages.open(width=width, javascript=javascript), []

    def keep(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", keep)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address, wait_until="networkidle")
    return page, complaints


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("javascript", (True, False))
def test_loads_in_silence(pages: Pages, address: str, path: str, *, javascript: bool) -> None:
    """
    A page loads without a complaint, under its security policy, and asks no other host for anything.
    """
    page, complaints = open_page(pages, address + path, javascript=javascript)

    assert complaints == []
    assert page.locator("h1").count() == 1


@pytest.mark.parametrize("path", KINDS)
def test_policy_holds(pages: Pages, address: str, path: str) -> None:
    """
    A script that finds its way into a page does not run.
    """
    page, complaints = open_page(pages, address + path)

    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s) }"
    )

    assert page.evaluate("() => window.ran") is None
    assert "Content Security Policy" in complaints[0]


def test_dark(pages: Pages, address: str) -> None:
    """
    The colours follow the reader's system, and can be switched; the choice stays.
    """
    page, _ = open_page(pages, address)
    scheme = page.locator("body")
    assert scheme.get_attribute("data-md-color-scheme") == "default"
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert scheme.get_attribute("data-md-color-scheme") == "slate"

    page.locator("label[for=__palette_1]:visible").click()
    page.goto(address + KINDS[1])

    assert scheme.get_attribute("data-md-color-scheme") == "default"


@pytest.mark.parametrize("path", KINDS)
@pytest.mark.parametrize("width", (320, 390))
def test_fits_a_phone(pages: Pages, address: str, path: str, width: int) -> None:
    """
    Nothing is wider than the screen: what is wide scrolls inside itself.
    """
    page, _ = open_page(pages, address + path, width=width)

    assert page.evaluate("() => document.documentElement.scrollWidth") <= width


@pytest.mark.parametrize("path", KINDS)
def test_keyboard(pages: Pages, address: str, path: str) -> None:
    """
    The first Tab shows the way past the navigation, and it leads to the content.
    """
    page, _ = open_page(pages, address + path)

    page.keyboard.press("Tab")
    page.keyboard.press("Enter")

    assert page.url.endswith("#content-start")


def test_links_of_a_poured_page(pages: Pages, address: str) -> None:
    """
    From a poured page its own links, its contents and the navigation all lead somewhere.
    """
    page, _ = open_page(pages, address + KINDS[1])

    for link in {link.get_attribute("href") for link in page.locator("a[href]").all()}:
        assert link is not None
        if link.startswith("#"):
            assert page.locator(f'[id="{link[1:]}"]').count() == 1, link
        elif not link.startswith("http"):
            assert page.request.get(page.evaluate("link => new URL(link, location).href", link)).ok, link


@pytest.mark.parametrize("path", KINDS)
def test_weight(site: Path, path: str) -> None:
    """
    A page is under 12 kB as it travels.
    """
    assert len(gzip.compress((site / path / "index.html").read_bytes())) < 12_000
