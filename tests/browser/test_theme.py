"""The example's sites in a real browser: the theme around our pages."""

from collections.abc import Mapping
from typing import Literal

import pytest
from playwright.sync_api import ConsoleMessage, Page, expect

from incidentrepo.model.status import Audience
from tests.chromium import Pages

Addresses = Mapping[Audience, str]

INCIDENT = "incidents/2025-11-28-checkout-slow-on-black-friday/"
PAGES = tuple(
    pytest.param(audience, path, id=f"{audience}-{path or 'home'}")
    for audience, paths in {
        Audience.INTERNAL: (
            "",
            INCIDENT,
            "lists/",
            "lists/2026/",
            "follow-ups/",
            "policy/",
            "tags/payments/",
        ),
        Audience.PUBLIC: ("", "history/", "incidents/olive-trees-april-2026/"),
    }.items()
    for path in paths
)
each_page = pytest.mark.parametrize(("audience", "path"), PAGES)


def open_page(
    pages: Pages,
    address: str,
    *,
    width: int = 1280,
    scheme: Literal["light", "dark"] = "light",
    javascript: bool = True,
) -> tuple[Page, list[str]]:
    """Open a page; return it with what its console complains of."""
    complaints: list[str] = []
    page = pages.open(width=width, scheme=scheme, javascript=javascript)

    def keep(message: ConsoleMessage) -> None:
        if message.type in ("error", "warning"):
            complaints.append(message.text)

    page.on("console", keep)
    page.on("pageerror", lambda error: complaints.append(str(error)))
    page.goto(address, wait_until="load")
    return page, complaints


@each_page
def test_loads_in_silence(pages: Pages, addresses: Addresses, audience: Audience, path: str) -> None:
    """
    A page loads without a complaint, under its security policy, and asks no other host for anything.
    """
    page, complaints = open_page(pages, addresses[audience] + path)

    assert complaints == []
    assert page.locator("h1").count() == 1
    assert page.locator('meta[http-equiv="Content-Security-Policy"]').count() == 1


def test_without_javascript(pages: Pages, addresses: Addresses) -> None:
    """
    An incident can be read, and another found, without a script.
    """
    page, _ = open_page(pages, addresses[Audience.INTERNAL] + INCIDENT, javascript=False)
    assert page.get_by_role("heading", level=1).is_visible()

    page.goto(addresses[Audience.INTERNAL] + "lists/2025/")
    page.get_by_role("link", name="Black Friday").first.click()

    page.wait_for_url(f"**/{INCIDENT}")


@pytest.mark.parametrize("path", ("", INCIDENT))
def test_policy_holds(pages: Pages, addresses: Addresses, path: str) -> None:
    """
    A script that finds its way into a page does not run, nor does an image leave this host.
    """
    page, complaints = open_page(pages, addresses[Audience.INTERNAL] + path)

    page.evaluate(
        "() => { const s = document.createElement('script'); s.textContent = 'window.ran = 1';"
        " document.body.append(s); new Image().src = 'http://elsewhere.example/x.png' }"
    )
    page.wait_for_timeout(200)

    assert page.evaluate("() => window.ran") is None
    assert [complaint for complaint in complaints if "Content Security Policy" not in complaint] == []
    assert len(complaints) == 2


def test_dark(pages: Pages, addresses: Addresses) -> None:
    """
    The colours follow the reader's system, and can be switched; the choice stays from page to page.
    """
    page, _ = open_page(pages, addresses[Audience.INTERNAL])
    body = page.locator("body")
    assert body.get_attribute("data-md-color-scheme") == "default"
    page.emulate_media(color_scheme="dark")
    page.reload()
    assert body.get_attribute("data-md-color-scheme") == "slate"

    page.locator("label[for=__palette_1]:visible").click()
    page.goto(addresses[Audience.INTERNAL] + INCIDENT)

    assert body.get_attribute("data-md-color-scheme") == "default"


@each_page
def test_fits_a_phone(pages: Pages, addresses: Addresses, audience: Audience, path: str) -> None:
    """
    Nothing is wider than the screen: what is wide scrolls inside itself.
    """
    page, _ = open_page(pages, addresses[audience] + path, width=390)

    for width in (390, 320):
        page.set_viewport_size({"width": width, "height": 800})
        assert page.evaluate("() => document.documentElement.scrollWidth") <= width


def test_phone_menu(pages: Pages, addresses: Addresses) -> None:
    """
    On a phone the navigation is behind the menu, from a poured page too.
    """
    page, _ = open_page(pages, addresses[Audience.INTERNAL] + INCIDENT, width=390)
    link = page.locator(".md-sidebar--primary").get_by_role("link", name="Follow-ups")
    expect(link).not_to_be_in_viewport()

    page.locator("header label[for=__drawer]").click()
    link.click()

    page.wait_for_url("**/follow-ups/")


@pytest.mark.parametrize("path", ("", INCIDENT, "lists/2026/"))
def test_keyboard(pages: Pages, addresses: Addresses, path: str) -> None:
    """
    The first Tab shows the way past the navigation, and it leads to the content.
    """
    page, _ = open_page(pages, addresses[Audience.INTERNAL] + path)

    page.keyboard.press("Tab")

    assert page.locator(".md-skip:focus").is_visible()
    page.keyboard.press("Enter")
    page.wait_for_url("**/*#content-start")


def test_print(pages: Pages, addresses: Addresses) -> None:
    """
    On paper there is the page, and neither header nor navigation.
    """
    page, _ = open_page(pages, addresses[Audience.INTERNAL] + INCIDENT)

    page.emulate_media(media="print")

    assert page.get_by_role("heading", level=1).is_visible()
    assert not page.locator(".md-header").is_visible()
    assert not page.locator(".md-sidebar--primary").is_visible()
