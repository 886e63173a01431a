"""Files that nobody touched."""

import os
from pathlib import Path

from incidentrepo.mkdocs_plugin.trusting import recall_files, remember_files
from incidentrepo.store.cache import Cache

NOON = 1_795_435_200_123_456_789


def write(file: Path, text: str, *, at: int = NOON) -> Path:
    file.write_text(text, encoding="utf-8")
    os.utime(file, ns=(at, at))
    return file


def test_untouched(tmp_path: Path) -> None:
    """
    What was noted of a file holds while it lies there as it did, and of that file alone.
    """
    cache, file = Cache(tmp_path / "cache.sqlite"), write(tmp_path / "a", "one")
    remember_files(cache, {file: "digest", tmp_path / "gone": "other"})

    assert recall_files(cache, [file, write(tmp_path / "b", "one"), tmp_path / "gone"]) == {file: "digest"}


def test_touched(tmp_path: Path) -> None:
    """
    A file that was written since is not known, though its size be the same.
    """
    cache, file = Cache(tmp_path / "cache.sqlite"), write(tmp_path / "a", "one")
    remember_files(cache, {file: "digest"})
    write(file, "two", at=NOON + 1)

    assert recall_files(cache, [file]) == {}


def test_whole_seconds(tmp_path: Path) -> None:
    """
    Where times are too coarse to show a change, nothing is noted.
    """
    cache, file = Cache(tmp_path / "cache.sqlite"), write(tmp_path / "a", "one", at=NOON - NOON % 10**9)
    remember_files(cache, {file: "digest"})

    assert recall_files(cache, [file]) == {}
