"""The user's own settings."""

from pathlib import Path

from incidentrepo.mkdocs_plugin.settings import find_settings
from incidentrepo.model.status import Audience


def test_each_audience_has_its_own(tmp_path: Path) -> None:
    """
    The world's site never takes the organisation's settings, nor with them the pages they publish.
    """
    assert find_settings(tmp_path, Audience.INTERNAL) is None
    (tmp_path / "mkdocs.yml").touch()
    assert find_settings(tmp_path, Audience.INTERNAL) == tmp_path / "mkdocs.yml"
    assert find_settings(tmp_path, Audience.PUBLIC) is None

    (tmp_path / "mkdocs.public.yml").touch()

    assert find_settings(tmp_path, Audience.PUBLIC) == tmp_path / "mkdocs.public.yml"
