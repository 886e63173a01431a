import re

from incidentrepo.site.style import ASSETS, list_files, shared_assets


def test_no_other_host() -> None:
    """
    Neither the style sheet nor the script asks another host for anything.
    """
    for asset in shared_assets():
        assert not re.search(rb"https?://|@import|url\(", asset.data), asset.path


def test_paths() -> None:
    """
    All pages load one style sheet and one script, however many files they are written in.
    """
    assert [asset.path for asset in shared_assets() if "pages" not in asset.path] == [
        "assets/incidentrepo.css",
        "assets/incidentrepo.js",
    ]


def test_all_are_named() -> None:
    """
    No file lies in a folder of ours that no page would ever load.
    """
    written = sorted(path.name for folder in ASSETS.iterdir() for path in folder.iterdir())

    assert sorted(list_files()) == written
