"""Writing a site in one process or in several."""

import os
import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import replace
from functools import partial
from pathlib import Path

import pytest

from incidentrepo.mkdocs_plugin.mirroring import Mirrored, read_folder
from incidentrepo.mkdocs_plugin.shell import CONTENT_MARK, ShellKind, cut_shell
from incidentrepo.mkdocs_plugin.trusting import recall_files
from incidentrepo.mkdocs_plugin.writing import write_site
from incidentrepo.site.page import LatePage, Page, Site
from incidentrepo.store.cache import Cache

KINDS = (ShellKind(depth=1, has_contents=False), ShellKind(depth=1, has_contents=True))
SHELLS = {kind: cut_shell(f"[{CONTENT_MARK}]", kind) for kind in KINDS}
# In a process of its own: pytest's threads would keep it from starting others.
SCRIPT = """
import os
import sys
from pathlib import Path
from tests.mkdocs_plugin.test_writing import SHELLS, burst, many
from incidentrepo.mkdocs_plugin.writing import write_site

os.cpu_count = lambda: 2
last = burst if sys.argv[2:] else None
try:
    print(write_site(Path(sys.argv[1]), [], many(449, last=last), SHELLS).mirrored)
except ZeroDivisionError:
    print("failed")
"""

SLOWLY = """
import os
import sys
from dataclasses import replace
from pathlib import Path
from tests.mkdocs_plugin.test_writing import SHELLS, dawdle, many
from incidentrepo.mkdocs_plugin.writing import write_site

os.cpu_count = lambda: 2
site = many(400)
site = replace(site, late_pages=tuple(replace(late, make=dawdle) for late in site.late_pages))
write_site(Path(sys.argv[1]), [], site, SHELLS)
"""


def make(number: int) -> Page:
    return Page(path=f"{number}/", title="", description="", html=f"<p>{number}</p>")


def dawdle() -> Page:
    time.sleep(0.1)
    return make(0)


def burst() -> Page:
    raise ZeroDivisionError


def many(count: int, *, last: Callable[[], Page] | None = None) -> Site:
    makers: list[Callable[[], Page]] = [partial(make, number) for number in range(count)]
    makers += [last] if last else []
    late = tuple(LatePage(path=f"{number}/", make=made) for number, made in enumerate(makers))
    return Site(pages=(), late_pages=late, assets=())


def run_script(folder: Path, *arguments: str) -> str:
    """Return what `SCRIPT` prints."""
    command = [sys.executable, "-c", SCRIPT, str(folder), *arguments]
    done = subprocess.run(command, capture_output=True, check=False, encoding="utf-8")
    assert done.returncode == 0, done.stderr
    return done.stdout


def test_several_processes(tmp_path: Path) -> None:
    """
    Many pages are made by several processes, and are what one process makes of them.
    """
    write_site(tmp_path / "one", [], many(449), SHELLS)

    assert run_script(tmp_path / "many") == f"{Mirrored(written=449, reused=0, removed=0)}\n"
    assert list(read_folder(tmp_path / "many")) == list(read_folder(tmp_path / "one"))


def test_another_process_fails(tmp_path: Path) -> None:
    """
    What fails in another process fails here, and nothing is left of it.
    """
    assert run_script(tmp_path, "and fail") == "failed\n"
    assert list(read_folder(tmp_path)) == []


def test_what_is_known_is_not_made(tmp_path: Path) -> None:
    """
    A page that lies there as it would come out is not made; one that somebody touched is.
    """
    cache, site = Cache(tmp_path / "cache.sqlite"), many(3)
    known = tuple(replace(late, key=late.path) for late in site.late_pages)
    write_site(tmp_path / "site", [], replace(site, late_pages=known), SHELLS, cache=cache)
    before = list(read_folder(tmp_path / "site"))
    bursting = tuple(replace(late, make=burst) for late in known)

    again = write_site(tmp_path / "site", [], replace(site, late_pages=bursting), SHELLS, cache=cache)

    assert again.mirrored == Mirrored(written=0, reused=3, removed=0)
    assert again.digests.keys() == {late.path for late in known}
    (tmp_path / "site" / "1" / "index.html").write_bytes(b"touched")
    with pytest.raises(ZeroDivisionError):
        write_site(tmp_path / "site", [], replace(site, late_pages=bursting), SHELLS, cache=cache)
    write_site(tmp_path / "site", [], replace(site, late_pages=known), SHELLS, cache=cache)
    assert list(read_folder(tmp_path / "site")) == before


def test_a_page_that_fails(tmp_path: Path) -> None:
    """
    Where one page cannot be made, the site stays as it was to the byte.
    """
    write_site(tmp_path, [], many(3), SHELLS)
    before = list(read_folder(tmp_path))

    with pytest.raises(ZeroDivisionError):
        write_site(tmp_path, [("new.css", b"")], many(5, last=burst), SHELLS)

    assert list(read_folder(tmp_path)) == before


def children_of(process: int) -> list[int]:
    """Return the processes that one has started, and that still run."""
    return [
        int(folder.name)
        for folder in Path("/proc").iterdir()
        if folder.name.isdigit() and parent_of(folder) == process
    ]


def parent_of(folder: Path) -> int | None:
    """Return the parent of a process, None of one that has ended."""
    try:
        state, parent = (folder / "stat").read_text().rpartition(") ")[2].split()[:2]
    except OSError:
        return None
    return None if state == "Z" else int(parent)


def wait_for(condition: Callable[[], object]) -> None:
    """Wait until something holds, for some seconds."""
    end = time.monotonic() + 10
    while not condition():
        assert time.monotonic() < end
        time.sleep(0.02)


def test_killed(tmp_path: Path) -> None:
    """
    A build that is killed takes its other processes along: nothing writes any more.
    """
    with subprocess.Popen([sys.executable, "-c", SLOWLY, str(tmp_path)]) as build:
        wait_for(lambda: children_of(build.pid) and any(tmp_path.rglob(".*.new")))
        (worker,) = children_of(build.pid)
        build.kill()

    wait_for(lambda: parent_of(Path("/proc", str(worker))) is None)


def test_what_lies_there_is_noted(tmp_path: Path) -> None:
    """
    What a page's file holds is known without reading it, until somebody writes it, even at the same size.
    """
    cache, file = Cache(tmp_path / "cache.sqlite"), tmp_path / "site/0/index.html"
    site = Site(pages=(), late_pages=(LatePage(path="0/", make=partial(make, 0), key="0"),), assets=())
    written = write_site(tmp_path / "site", [], site, SHELLS, cache=cache)
    noted = recall_files(cache, [file])
    file.write_bytes(file.read_bytes()[::-1])
    os.utime(file, ns=(1, 1))

    again = write_site(tmp_path / "site", [], site, SHELLS, cache=cache)

    assert noted == {file: written.digests["0/"]}
    assert again.mirrored == Mirrored(written=1, reused=0, removed=0)
