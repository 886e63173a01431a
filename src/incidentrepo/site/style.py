"""The files that every site has: our style sheet, and a script that pages do without."""

from pathlib import Path

from incidentrepo.site.page import Asset

_ASSETS = Path(__file__).parent / "assets"
_NAMES = ("incidentrepo.css", "incidentrepo.js")


def shared_assets() -> tuple[Asset, ...]:
    """Return the style sheet and the script."""
    return tuple(Asset(path=f"assets/{name}", data=(_ASSETS / name).read_bytes()) for name in _NAMES)
