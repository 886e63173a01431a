"""What is remembered of pages."""

from pathlib import Path

from incidentrepo.mkdocs_plugin.keeping import digest_page, name_pages, recall_pages, remember_pages
from incidentrepo.mkdocs_plugin.shell import CONTENT_MARK, ShellKind, cut_shell
from incidentrepo.site.page import LatePage
from incidentrepo.store.cache import Cache
from tests.mkdocs_plugin.synthetic import YEAR

KIND = ShellKind(depth=2, has_contents=False)
SHELLS = {KIND: cut_shell(f"[{CONTENT_MARK}]", KIND)}
LATE = LatePage(path=YEAR.path, make=lambda: YEAR, key="k")


def test_names() -> None:
    """
    A page has another name for another content, path or shell; one without a key has none.
    """
    other_shells = {KIND: cut_shell(f"({CONTENT_MARK})", KIND)}
    elsewhere = LatePage(path="lists/2025/", make=lambda: YEAR, key="k")
    changed = LatePage(path=YEAR.path, make=lambda: YEAR, key="l")
    named = [
        *name_pages([LATE], SHELLS).values(),
        *name_pages([elsewhere], SHELLS).values(),
        *name_pages([changed], SHELLS).values(),
        *name_pages([LATE], other_shells).values(),
    ]

    assert len(set(named)) == 4
    assert name_pages([LATE], SHELLS) == name_pages([LATE], SHELLS)
    assert name_pages([LatePage(path=YEAR.path, make=lambda: YEAR)], SHELLS) == {}


def test_recalling(tmp_path: Path) -> None:
    """
    What a page came out as is known again by its name, and by no other.
    """
    cache, names = Cache(tmp_path / "cache.sqlite"), name_pages([LATE], SHELLS)
    remember_pages(cache, names, {YEAR.path: digest_page(b"page"), "not/named/": digest_page(b"other")})

    assert recall_pages(cache, names) == {YEAR.path: digest_page(b"page")}
    assert recall_pages(cache, {YEAR.path: "another name"}) == {}
