"""Which settings of the user's own a site is built with."""

from pathlib import Path

from incidentrepo.model.status import Audience

# Two names, because MkDocs publishes every file of a docs folder: what an organisation wrote for itself
# must not reach the world because somebody built the other site.
_NAMES = {Audience.INTERNAL: "mkdocs.yml", Audience.PUBLIC: "mkdocs.public.yml"}


def find_settings(folder: Path, audience: Audience) -> Path | None:
    """Return the MkDocs settings beside incidentrepo.yaml for this audience, or None where there are none."""
    file = folder / _NAMES[audience]
    return file if file.is_file() else None
