"""Files read from disk."""

import os
from pathlib import Path

import pytest

from incidentrepo.store.reading import find_mode, hash_blob, leave_out_behind_symlinks, read_bytes
from incidentrepo.store.snapshot import FileMode


def test_modes(tmp_path: Path) -> None:
    """
    What git would keep is told; folders, pipes and nothing at all are none of it.
    """
    (tmp_path / "file").touch(mode=0o644)
    (tmp_path / "run").touch(mode=0o755)
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("nowhere")
    os.mkfifo(tmp_path / "pipe")

    names = ("file", "run", "link", "folder", "pipe", "missing", "file/below")
    assert [find_mode(tmp_path / name) for name in names] == [
        FileMode.FILE,
        FileMode.EXECUTABLE,
        FileMode.SYMLINK,
        *[None] * 4,
    ]


def test_symlink_target(tmp_path: Path) -> None:
    """
    A symlink's content is its target's name, to the byte.
    """
    os.symlink(b"a//b/../\xff", os.fsencode(tmp_path / "link"))  # noqa: PTH211 - a Path tidies up

    assert read_bytes(tmp_path / "link") == b"a//b/../\xff"


@pytest.mark.parametrize("name", ("folder", "pipe", "missing"))
def test_what_is_no_file(tmp_path: Path, name: str) -> None:
    """
    What is no file is an error, at once.
    """
    (tmp_path / "folder").mkdir()
    os.mkfifo(tmp_path / "pipe")

    with pytest.raises(OSError):  # noqa: PT011 - which one is the system's choice
        read_bytes(tmp_path / name)


def test_behind_symlinks(tmp_path: Path) -> None:
    """
    A symlink itself is inside; what it leads to is not, at any depth.
    """
    (tmp_path / "real" / "deep").mkdir(parents=True)
    (tmp_path / "link").symlink_to("real")

    paths = ("link", "link/deep/x", "link/x", "real/deep/x", "x")
    assert list(leave_out_behind_symlinks(tmp_path, paths)) == ["link", "real/deep/x", "x"]


def test_blob_ids() -> None:
    """
    The id is git's, in either format.
    """
    assert hash_blob(b"") == "e69de29bb2d1d6434b8b29ae775ad8c2e48c5391"
    assert hash_blob(b"", "sha256") == "473a0f4c3be8a93681a267e3b1e9a7dcda1185436fe141f7749120a303721813"
