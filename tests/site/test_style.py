import re

from incidentrepo.site.style import shared_assets


def test_no_other_host() -> None:
    """
    Neither the style sheet nor the script asks another host for anything.
    """
    for asset in shared_assets():
        assert not re.search(rb"https?://|@import|url\(", asset.data), asset.path


def test_paths() -> None:
    """
    The adapter finds both by their endings.
    """
    assert [asset.path for asset in shared_assets()] == [
        "assets/incidentrepo.css",
        "assets/incidentrepo.js",
    ]
