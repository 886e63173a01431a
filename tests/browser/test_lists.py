"""Narrowing the list of all as one types."""

from collections.abc import Mapping

from playwright.sync_api import Page, expect

from incidentrepo.model.status import Audience
from tests.browser.test_theme import open_page
from tests.chromium import Pages

Addresses = Mapping[Audience, str]


def open_list(
    pages: Pages, addresses: Addresses, asked: str = "", *, width: int = 1280
) -> tuple[Page, list[str]]:
    return open_page(pages, f"{addresses[Audience.INTERNAL]}lists/{asked}", width=width)


def test_as_one_types(pages: Pages, addresses: Addresses) -> None:
    """
    Lines leave as one types and chooses, counts beside the choices follow, and the address keeps it all.
    """
    page, complaints = open_list(pages, addresses)
    before = page.locator("[data-ir-lines] > li").count()

    page.get_by_label("Words in the title").fill("cold store")

    expect(page.locator("[data-ir-status]")).to_have_text("2 found")
    expect(page.locator("[data-ir-results] a")).to_have_count(2)
    expect(page.locator("[data-ir-lines]")).to_be_hidden()
    assert page.url.endswith("lists/?q=cold+store")
    expect(page.locator("#ir-narrow-kind option", has_text="Near miss")).to_have_text("Near miss (1)")
    page.get_by_label("Kind").select_option("Near miss")
    expect(page.locator("[data-ir-status]")).to_have_text("1 found")
    page.get_by_role("button", name="Show all").click()
    expect(page.locator("[data-ir-lines] > li")).to_have_count(before)
    expect(page.locator("[data-ir-lines]")).to_be_visible()
    assert page.url.endswith("lists/")
    assert complaints == []


def test_address(pages: Pages, addresses: Addresses) -> None:
    """
    What was asked can be sent to somebody, is there again on the way back, and its order is kept.
    """
    page, _ = open_list(pages, addresses, "?tag=payments&sort=worst")
    first = page.locator("[data-ir-results] > li").first

    expect(first.locator(".ir-mark").first).to_have_text("SEV1")
    expect(page.get_by_label("Tag", exact=True)).to_have_value("payments")
    first.locator("a").click()
    expect(page.locator("h1")).not_to_have_text("All incidents")
    page.go_back()
    expect(first.locator(".ir-mark").first).to_have_text("SEV1")


def test_nothing(pages: Pages, addresses: Addresses) -> None:
    """
    Nothing found says what to loosen.
    """
    page, _ = open_list(pages, addresses, "?severity=SEV1&q=zzz")

    expect(page.locator("[data-ir-status]")).to_have_text("Nothing found. Try any severity or fewer words.")


def test_by_keyboard_on_a_phone(pages: Pages, addresses: Addresses) -> None:
    """
    It works by keys alone, and is no wider than a phone.
    """
    page, _ = open_list(pages, addresses, width=390)
    page.get_by_label("Words in the title").focus()

    page.keyboard.type("orders")

    expect(page.locator("[data-ir-status]")).to_contain_text("found")
    assert page.evaluate("document.documentElement.scrollWidth <= innerWidth")


def test_without_a_script(pages: Pages, addresses: Addresses) -> None:
    """
    Without a script the form is not there, and the lists by year, severity and tag are.
    """
    page = pages.open(javascript=False)
    page.goto(f"{addresses[Audience.INTERNAL]}lists/")

    expect(page.locator("[data-ir-narrow]")).to_be_hidden()
    expect(page.locator("[data-ir-lines] > li").first).to_be_visible()
    page.locator(".ir-filters summary").click()
    expect(page.get_by_role("link", name="SEV1")).to_be_visible()
