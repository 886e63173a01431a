"""Run Pagefind, which makes an index that a browser reads in small pieces: https://pagefind.app"""

import os
import shutil
import subprocess
from functools import cache
from importlib.metadata import version
from pathlib import Path

# What a page needs to search; the rest are boxes to type in, and we have our own.
_NEEDED = (
    "pagefind.js",
    "pagefind-entry.json",
    "pagefind.*.pf_meta",
    "wasm.*.pagefind",
    "index",
    "fragment",
)
# The mark that themes put beside a heading is no word of it.
_OPTIONS = ("--exclude-selectors", ".headerlink", "--quiet")
_TIME_LIMIT = 600.0
_MISSING = 'only titles can be searched: `pip install "incidentrepo[search]"` adds the words within pages'


class IndexingError(Exception):
    """An index cannot be made; the message is for people."""


@cache
def find_pagefind() -> Path:
    """Return the program; raise IndexingError where it is not installed."""
    # Imported here, for it is an extra.
    try:
        from pagefind_bin import get_executable  # type: ignore[import-untyped]
    except ImportError as error:
        raise IndexingError(_MISSING) from error
    try:
        found: Path = get_executable()
    except FileNotFoundError as error:
        raise IndexingError(_MISSING) from error
    return found


def pagefind_version() -> str:
    """Return the version of the program, which decides what an index looks like."""
    return version("pagefind_bin")


def make_index(pages: Path, output: Path) -> None:
    """
    Make `output` hold the index of all HTML below `pages`; links in it count from there.

    Raises IndexingError where the program is missing, fails, or does not end.
    """
    program, *places = map(os.path.abspath, (find_pagefind(), pages, output))
    try:
        done = subprocess.run(
            [program, "--site", places[0], "--output-path", places[1], *_OPTIONS],
            # Not the site's folder, nor the user's: settings of another Pagefind may lie there.
            cwd=pages,
            env={"LC_ALL": "C.UTF-8"},
            stdin=subprocess.DEVNULL,
            capture_output=True,
            timeout=_TIME_LIMIT,
            check=False,
        )
    except subprocess.TimeoutExpired as error:
        raise IndexingError(f"Pagefind took more than {_TIME_LIMIT:.0f} seconds") from error
    except OSError as error:
        raise IndexingError(f"Pagefind does not start: {error.strerror}") from error
    if done.returncode:
        raise IndexingError(f"Pagefind failed: {_last_line(done.stderr or done.stdout)}")
    _remove_others(output)


def _remove_others(output: Path) -> None:
    needed = {path for pattern in _NEEDED for path in output.glob(pattern)}
    for path in set(output.iterdir()) - needed:
        if path.is_dir():
            shutil.rmtree(path)
        else:
            path.unlink()


def _last_line(printed: bytes) -> str:
    lines = printed.decode(errors="replace").strip().splitlines()
    return lines[-1].rstrip(".") if lines else "it says nothing"
