"""The example's sites as files: what a browser would follow, and how much it would fetch."""

import gzip
from html.parser import HTMLParser
from pathlib import Path
from urllib.parse import unquote, urljoin, urlsplit

import pytest

from incidentrepo.model.status import Audience

HERE = "http://here.example/"
# Bytes; a page may be all that a phone on a train can get.
HEAVIEST = 12_000


class Reader(HTMLParser):
    """Collects where a page's elements lead, and the names by which they can be led to."""

    def __init__(self, html: str) -> None:
        super().__init__()
        self.links: set[str] = set()
        self.names: list[str] = []
        self.feed(html)

    def handle_starttag(self, _tag: str, attrs: list[tuple[str, str | None]]) -> None:
        for name, value in attrs:
            if name in ("href", "src") and value is not None:
                self.links.add(value)
            elif name == "id" and value:
                self.names.append(value)


def read_site(folder: Path) -> dict[str, Reader]:
    """Return each page of a site by its address."""
    return {
        urljoin(HERE, file.parent.relative_to(folder).as_posix() + "/").replace("/./", "/"): Reader(
            file.read_text(encoding="utf-8")
        )
        for file in sorted(folder.rglob("index.html"))
    }


def find_broken(folder: Path) -> set[tuple[str, str]]:
    """Return each link that leads nowhere, with its page."""
    site = read_site(folder)
    broken = set()
    for address, page in site.items():
        for link in page.links:
            whole, _, fragment = urljoin(address, link).partition("#")
            if not whole.startswith(HERE):
                continue
            target = site.get(whole.partition("?")[0])
            exists = target or (folder / unquote(urlsplit(whole).path)[1:]).is_file()
            if not exists or (fragment and target and unquote(fragment) not in target.names):
                broken.add((address, link))
    return broken


@pytest.mark.parametrize("audience", Audience)
def test_links(sites: Path, audience: Audience) -> None:
    """
    Every link of every page leads to a page, a part of one, or a file.
    """
    assert find_broken(sites / audience) == set()


def test_names(sites: Path) -> None:
    """
    A name within a page is given once.
    """
    for audience in Audience:
        for address, page in read_site(sites / audience).items():
            assert sorted(page.names) == sorted(set(page.names)), address


def test_weight(sites: Path) -> None:
    """
    Every page is under 12 kB as it travels.
    """
    weights = {path: len(gzip.compress(path.read_bytes())) for path in sites.rglob("*.html")}

    assert {path: weight for path, weight in weights.items() if weight >= HEAVIEST} == {}
