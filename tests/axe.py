"""axe-core, which judges a page in the browser: https://github.com/dequelabs/axe-core"""

import os
from collections.abc import Iterator
from functools import cache
from pathlib import Path
from typing import Any

import pytest
from playwright.sync_api import Page

_SCRIPT = Path(__file__).parents[1] / ".ci" / "node" / "node_modules" / "axe-core" / "axe.min.js"


@cache
def read_axe() -> str:
    """Return the script; without it the test is skipped, and with CI=true it fails."""
    if _SCRIPT.is_file():
        return _SCRIPT.read_text(encoding="utf-8")
    if os.environ.get("CI") == "true":
        pytest.fail("no axe-core, and with CI=true pages must be judged: `make linters`", pytrace=False)
    pytest.skip("no axe-core here (`make linters` brings it): pages are not judged")


def find_violations(page: Page) -> list[str]:
    """Return what axe finds on a page, each with the rule's name and the elements."""
    page.evaluate(read_axe())
    found = page.evaluate("() => axe.run(document, { resultTypes: ['violations'] })")
    return list(_describe(found["violations"]))


def _describe(violations: list[dict[str, Any]]) -> Iterator[str]:
    for violation in violations:
        for node in violation["nodes"]:
            yield f"{violation['id']}: {node['html'][:200]} ({node['failureSummary']})"
