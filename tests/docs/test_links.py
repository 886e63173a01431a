"""Links of the documentation lead somewhere."""

import re
from pathlib import Path

import pytest

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([*ROOT.glob("*.md"), *(ROOT / "docs").rglob("*.md")])
_CODE = re.compile(r"^```.*?^```|`[^`\n]*`", re.DOTALL | re.MULTILINE)
_LINK = re.compile(r"\]\((?!https?:|mailto:|#)([^)#\s]+)")


@pytest.mark.parametrize("page", PAGES, ids=lambda page: page.relative_to(ROOT).as_posix())
def test_links(page: Path) -> None:
    """
    Each link from a page to a file beside it has that file at its end.
    """
    targets = _LINK.findall(_CODE.sub("", page.read_text(encoding="utf-8")))

    assert [target for target in targets if not (page.parent / target).exists()] == []


def test_user_guide_links_stay_inside() -> None:
    """
    Pages of the guide link to nothing outside `docs/`, for the site holds nothing else.
    """
    guide = ROOT / "docs"
    outside = [
        (page.name, target)
        for page in guide.rglob("*.md")
        for target in _LINK.findall(page.read_text(encoding="utf-8"))
        if not (page.parent / target).resolve().is_relative_to(guide)
    ]

    assert outside == []
