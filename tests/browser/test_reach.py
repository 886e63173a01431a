"""Everybody can reach a page: with a screen reader, by keyboard, in the dark, on a phone, on paper."""

from collections.abc import Mapping
from typing import Literal

import pytest

from incidentrepo.model.status import Audience
from tests.axe import find_violations
from tests.browser.test_theme import INCIDENT, open_page
from tests.chromium import Pages

Addresses = Mapping[Audience, str]

KINDS = tuple(
    pytest.param(audience, path, id=f"{audience}-{path or 'home'}")
    for audience, paths in {
        Audience.INTERNAL: (
            "",
            INCIDENT,
            "declare/",
            "reviews/",
            "on-call/",
            "library/",
            "library/parcel-service/2025-02-11-two-depots-one-name/",
            "lists/",
            "lists/kind/near-miss/",
            "follow-ups/",
            "dashboard/",
            "policy/",
            "tags/",
            "tags/payments/",
            "people/",
            "people/mara/",
            "search/?q=checkout",
        ),
        Audience.PUBLIC: ("", "history/", "search/", "incidents/olive-trees-april-2026/"),
    }.items()
    for path in paths
)


@pytest.mark.parametrize("scheme", ("light", "dark"))
@pytest.mark.parametrize(("audience", "path"), KINDS)
def test_no_violation(
    pages: Pages, addresses: Addresses, audience: Audience, path: str, scheme: Literal["light", "dark"]
) -> None:
    """
    axe finds nothing wrong, on a desk by day and on a phone at night: names, roles, headings, contrast.
    """
    width = {"light": 1280, "dark": 390}[scheme]
    page, _ = open_page(pages, addresses[audience] + path, width=width, scheme=scheme)

    assert find_violations(page) == []


@pytest.mark.parametrize(("audience", "path"), KINDS)
def test_nothing_moves(pages: Pages, addresses: Addresses, audience: Audience, path: str) -> None:
    """
    What one reads stays where it is while the rest of the page loads.
    """
    page, _ = open_page(pages, addresses[audience] + path)

    moved = page.evaluate(
        "() => new Promise((done) => {"
        " let moved = 0;"
        " new PerformanceObserver((list) => list.getEntries().forEach((one) => { moved += one.value; }))"
        "   .observe({ type: 'layout-shift', buffered: true });"
        " setTimeout(() => done(moved), 300); })"
    )

    assert moved < 0.01
