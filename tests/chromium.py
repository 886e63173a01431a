"""A headless Chromium whose pages reach this machine alone."""

import os
import shutil
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Literal
from urllib.parse import urlsplit

import pytest
from playwright.sync_api import Browser, Page, Route, sync_playwright

from tests.guards import is_loopback

NAMES = ("chromium", "chromium-browser", "google-chrome", "google-chrome-stable")
ARGUMENTS = [
    "--no-sandbox",
    "--disable-gpu",
    "--disable-quic",
    "--no-first-run",
    "--disable-background-networking",
    "--disable-component-update",
    "--disable-sync",
]


def find_chromium() -> str:
    """Return where Chromium is; without one the test is skipped, and with CI=true it fails."""
    found = next((path for path in map(shutil.which, NAMES) if path), None)
    if found:
        return found
    if os.environ.get("CI") == "true":
        pytest.fail("no Chromium, and with CI=true the browser tests must run", pytrace=False)
    pytest.skip("no Chromium on this machine: its pages are not looked at")


@contextmanager
def run_chromium() -> Iterator[Browser]:
    """Run one Chromium, without a window."""
    path = find_chromium()
    with sync_playwright() as playwright:
        browser = playwright.chromium.launch(executable_path=path, args=ARGUMENTS)
        yield browser
        browser.close()


class Pages:
    """Opens pages, each as a reader of its own, and keeps the addresses outside that they asked for."""

    def __init__(self, browser: Browser) -> None:
        self._browser = browser
        self.outside: list[str] = []

    def open(
        self,
        *,
        width: int = 1280,
        height: int = 900,
        scheme: Literal["light", "dark"] = "light",
        javascript: bool = True,
        timezone: str = "Europe/Berlin",
    ) -> Page:
        """Return an empty page of the reader's size, colours and time zone."""
        context = self._browser.new_context(
            viewport={"width": width, "height": height},
            color_scheme=scheme,
            java_script_enabled=javascript,
            timezone_id=timezone,
            locale="en-GB",
        )
        context.set_default_timeout(10_000)
        context.route("**/*", self._keep_inside)
        return context.new_page()

    def close(self) -> None:
        for context in self._browser.contexts:
            context.close()

    def _keep_inside(self, route: Route) -> None:
        address = urlsplit(route.request.url)
        if address.scheme in ("http", "https", "ws", "wss") and not is_loopback(address.hostname):
            self.outside.append(route.request.url)
            route.abort()
        else:
            route.continue_()
