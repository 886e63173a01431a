"""What searching costs: an index of one year, and a reader's first search in a browser."""

import os
import re
import shutil
import sys
from dataclasses import dataclass
from pathlib import Path
from threading import Thread

from measuring import Measurement, measure
from playwright.sync_api import sync_playwright

from incidentrepo.mkdocs_plugin.serving import serve_site

_INDEX = "from pathlib import Path; import sys; from incidentrepo.fulltext.pagefind import make_index;"
_INDEX += "make_index(Path(sys.argv[1]), Path(sys.argv[2]))"
_YEAR = re.compile(r"data-ir-year=\"(\d{4})\"")


@dataclass(frozen=True, slots=True, kw_only=True)
class IndexedYear:
    """What indexing a year took, and how many pages it has."""

    took: Measurement
    pages: int


def measure_year(site: Path, scratch: Path) -> IndexedYear:
    """Return what it takes to index the year with the most pages."""
    years: dict[str, list[Path]] = {}
    for file in site.glob("incidents/*/index.html"):
        found = _YEAR.search(file.read_text(encoding="utf-8"))
        years.setdefault(found[1] if found else "", []).append(file)
    largest = max(years.values(), key=len)
    stage, output = scratch / "year", scratch / "year-index"
    for file in largest:
        place = stage / file.relative_to(site)
        place.parent.mkdir(parents=True, exist_ok=True)
        os.link(file, place)

    def forget() -> None:
        shutil.rmtree(output, ignore_errors=True)

    command = [sys.executable, "-c", _INDEX, stage, output]
    took = measure(command, cwd=scratch, runs=2, before=forget, exit_codes=(0,))
    return IndexedYear(took=took, pages=len(largest))


def measure_first_search(site: Path) -> int:
    """Return the bytes that searching a word fetches, the page's own and its results' included."""
    fetched: list[int] = []
    with serve_site(site, port=0) as server, sync_playwright() as playwright:
        Thread(target=server.serve_forever, daemon=True).start()
        program = shutil.which("chromium") or shutil.which("google-chrome")
        browser = playwright.chromium.launch(executable_path=program, args=["--no-sandbox"])
        page = browser.new_page()
        address = f"http://127.0.0.1:{server.server_port}/search/"
        page.goto(address, wait_until="networkidle")
        page.on("response", lambda response: fetched.append(len(response.body())))
        page.fill("input[name=q]", "database")
        page.locator("[data-ir-results] li").first.wait_for()
        page.wait_for_load_state("networkidle")
        browser.close()
        server.shutdown()
    return sum(fetched)
