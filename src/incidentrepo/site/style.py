"""The files that every site has: our style sheet, and the scripts that pages do without."""

from collections.abc import Iterator
from pathlib import Path

from incidentrepo.site.page import Asset

ASSETS = Path(__file__).parent / "assets"
# Later ones win where two speak of the same: narrow screens and paper come last.
_STYLES = (
    "colours",
    "page",
    "marks",
    "code",
    "incident",
    "timeline",
    "lines",
    "home",
    "on_call",
    "follow_ups",
    "public",
    "charts",
    "search",
    "forms",
    "phones",
    "paper",
)
_SCRIPTS = ("times", "lines", "copying")
# What few pages need, each loads itself.
_PAGE_SCRIPTS = ("search", "guide", "declare", "lists")


def shared_assets() -> Iterator[Asset]:
    """Yield the style sheet and the script that all pages load, and the scripts of single pages."""
    yield Asset(path="assets/incidentrepo.css", data=_join("styles", _STYLES, "css"))
    yield Asset(path="assets/incidentrepo.js", data=_join("scripts", _SCRIPTS, "js"))
    for name in _PAGE_SCRIPTS:
        yield Asset(path=f"assets/pages/{name}.js", data=_join("pages", (name,), "js"))


def list_files() -> Iterator[str]:
    """Yield the name of every file that these are made of."""
    yield from (f"{name}.css" for name in _STYLES)
    yield from (f"{name}.js" for name in (*_SCRIPTS, *_PAGE_SCRIPTS))


def _join(folder: str, names: tuple[str, ...], ending: str) -> bytes:
    return b"\n".join((ASSETS / folder / f"{name}.{ending}").read_bytes() for name in names)
