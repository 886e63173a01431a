"""A site's index: of all its pages, of no others, and made anew only where they changed."""

import filecmp
import json
from collections.abc import Iterator, Mapping
from hashlib import sha256
from pathlib import Path

import pytest

from incidentrepo.fulltext import pagefind
from incidentrepo.fulltext.indexing import FOLDER, Indexed, index_site
from incidentrepo.fulltext.shelves import Indexable

pytest.importorskip("pagefind_bin", reason="the extra `search` is not installed")

PAGE = '<!doctype html><html lang="en"><title>{0}</title>'
PAGE += '<main data-pagefind-body data-y="2026" data-pagefind-meta="year[data-y]"><h1>{0}</h1></main></html>'


def publish(site: Path, titles: Mapping[str, str]) -> list[Indexable]:
    """Write pages by file and title, the first folder of each being its year; return what to index."""
    found = []
    for name, title in titles.items():
        file = site / name / "index.html"
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_text(PAGE.format(title), encoding="utf-8")
        digest = sha256(file.read_bytes()).hexdigest()
        found.append(
            Indexable(file=f"{name}/index.html", year=name.partition("/")[0], digest=digest),
        )
    return found


def contents(site: Path) -> dict[str, object]:
    found = json.loads((site / FOLDER / "shelves.json").read_bytes())
    return {shelf["name"]: shelf["pages"] for shelf in found["shelves"]}


def fragments(site: Path) -> int:
    return len(list(site.glob(f"{FOLDER}/*/fragment/*")))


def test_index(tmp_path: Path) -> None:
    """
    Each page is in the index, which the page that searches can find.
    """
    pages = publish(tmp_path, {"2025/a": "Alpha", "2026/b": "Beta"})

    assert index_site(tmp_path, pages) == Indexed(shelves=1, fresh=1)

    assert contents(tmp_path) == {"2025-2026": 2}
    assert fragments(tmp_path) == 2
    assert not list(tmp_path.glob(".incidentrepo-index-*"))


def test_facts(tmp_path: Path) -> None:
    """
    By each page's name in the index stands what results can be narrowed by.
    """
    index_site(tmp_path, publish(tmp_path, {"2026/a": "Alpha"}))

    (fragment,) = tmp_path.glob(f"{FOLDER}/2026/fragment/*")
    facts = json.loads((tmp_path / FOLDER / "2026" / "facts.json").read_bytes())
    assert facts == {fragment.name.partition(".")[0]: {"year": "2026"}}


def test_relative_folder(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    The site's folder may be named from where one is.
    """
    pages = publish(tmp_path / "site", {"2026/a": "Alpha"})
    monkeypatch.chdir(tmp_path)

    assert index_site(Path("site"), pages) == Indexed(shelves=1, fresh=1)


def test_unchanged(tmp_path: Path) -> None:
    """
    Nothing is touched while the pages stay.
    """
    pages = publish(tmp_path, {"2026/a": "Alpha"})
    index_site(tmp_path, pages)
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / FOLDER).rglob("*")}

    assert index_site(tmp_path, pages) == Indexed(shelves=1, fresh=0)

    assert {file: file.stat().st_mtime_ns for file in (tmp_path / FOLDER).rglob("*")} == before


def test_removed_page(tmp_path: Path) -> None:
    """
    A page that is no more is not found either.
    """
    index_site(tmp_path, publish(tmp_path, {"2026/a": "Alpha", "2026/b": "Beta"}))

    index_site(tmp_path, publish(tmp_path, {"2026/a": "Alpha"}))

    assert fragments(tmp_path) == 1


def test_last_page_removed(tmp_path: Path) -> None:
    """
    A site without pages to find has no index.
    """
    index_site(tmp_path, publish(tmp_path, {"2026/a": "Alpha"}))

    assert index_site(tmp_path, []) == Indexed()

    assert not (tmp_path / FOLDER).exists()


def test_same_bytes(tmp_path: Path) -> None:
    """
    An index that grew is the same as one made at once.
    """
    grown, fresh = tmp_path / "grown", tmp_path / "fresh"
    titles = {f"2026/{number}": f"Outage {number} of checkout" for number in range(20)}
    index_site(grown, publish(grown, dict(list(titles.items())[:5])))

    index_site(grown, publish(grown, titles))
    index_site(fresh, publish(fresh, titles))

    assert _differences(filecmp.dircmp(grown, fresh)) == []


def _differences(compared: filecmp.dircmp[str]) -> list[str]:
    found = [*compared.left_only, *compared.right_only, *compared.diff_files, *compared.funny_files]
    for inside in compared.subdirs.values():
        found += _differences(inside)
    return found


@pytest.fixture
def without_pagefind(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    monkeypatch.setitem(__import__("sys").modules, "pagefind_bin", None)
    pagefind.find_pagefind.cache_clear()
    yield
    pagefind.find_pagefind.cache_clear()


def test_missing_program(tmp_path: Path, request: pytest.FixtureRequest) -> None:
    """
    Where Pagefind is not installed, no index stays that tells of pages as they were.
    """
    pages = publish(tmp_path, {"2026/a": "Alpha"})
    index_site(tmp_path, pages)
    request.getfixturevalue("without_pagefind")

    report = index_site(tmp_path, pages)

    assert "incidentrepo[search]" in report.failure
    assert not (tmp_path / FOLDER).exists()


def test_failing_program(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Where Pagefind fails, its own last word is told, and there is no index.
    """
    program = tmp_path / "broken"
    program.write_text("#!/bin/sh\necho 'disk is full' >&2\nexit 3\n", encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setattr("pagefind_bin.get_executable", lambda: program)
    pagefind.find_pagefind.cache_clear()

    report = index_site(tmp_path, publish(tmp_path, {"2026/a": "Alpha"}))

    pagefind.find_pagefind.cache_clear()
    assert report == Indexed(failure="Pagefind failed: disk is full")
    assert not (tmp_path / FOLDER).exists()


@pytest.mark.parametrize("text", ("", "[]", '{"shelves": 3}', "\x00"))
def test_damaged_contents(text: str, tmp_path: Path) -> None:
    """
    What somebody else wrote over is made anew.
    """
    pages = publish(tmp_path, {"2026/a": "Alpha"})
    index_site(tmp_path, pages)
    (tmp_path / FOLDER / "shelves.json").write_text(text, encoding="utf-8")

    assert index_site(tmp_path, pages) == Indexed(shelves=1, fresh=1)

    assert contents(tmp_path) == {"2026": 1}


def test_what_a_killed_build_left(tmp_path: Path) -> None:
    """
    The stage of a build that was killed goes with the next, even where nothing is indexed anew.
    """
    pages = publish(tmp_path, {"2026/a": "Alpha"})
    index_site(tmp_path, pages)
    (tmp_path / ".incidentrepo-index-killed/pages").mkdir(parents=True)

    assert index_site(tmp_path, pages).fresh == 0
    assert not list(tmp_path.glob(".incidentrepo-index-*"))


def test_link_in_its_place(tmp_path: Path) -> None:
    """
    Where a link stands in the place of the index, or of a shelf, what it leads to stays as it is.
    """
    pages = publish(tmp_path / "site", {"2026/a": "Alpha"})
    (tmp_path / "elsewhere").mkdir()
    (tmp_path / "elsewhere/mine.txt").touch()
    (tmp_path / "site" / FOLDER).symlink_to(tmp_path / "elsewhere")
    index_site(tmp_path / "site", pages)
    (tmp_path / "site" / FOLDER / "2020").symlink_to(tmp_path / "elsewhere")
    other = publish(tmp_path / "site", {"2026/a": "Beta"})

    assert index_site(tmp_path / "site", other) == Indexed(shelves=1, fresh=1)
    assert [path.name for path in (tmp_path / "elsewhere").iterdir()] == ["mine.txt"]
    assert sorted(contents(tmp_path / "site")) == ["2026"]
