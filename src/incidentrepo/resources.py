"""Where the files that ship beside the code are, however the package was installed."""

from pathlib import Path

_PACKAGE = Path(__file__).resolve().parent


def resource_folder(name: str) -> Path:
    """
    Return the folder `name` (`schema`, `example-repo`) that ships with this package.

    A wheel holds it inside the package; a source tree, and so an editable install, at the top.
    """
    inside = _PACKAGE / name
    return inside if inside.is_dir() else _PACKAGE.parents[1] / name
