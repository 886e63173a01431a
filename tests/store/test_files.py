"""Files written in one step."""

import os
import resource
import signal
from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.files import locate_file, remove_file, write_file


def names_in(folder: Path) -> list[str]:
    return sorted(path.name for path in folder.iterdir())


def test_write(tmp_path: Path) -> None:
    """
    Content arrives whole, folders are made, and no other file is left.
    """
    write_file(tmp_path / "a" / "b" / "c", b"one")
    write_file(tmp_path / "a" / "b" / "c", b"two")

    assert (tmp_path / "a/b/c").read_bytes() == b"two"
    assert names_in(tmp_path / "a" / "b") == ["c"]


def test_permissions(tmp_path: Path) -> None:
    """
    A new file gets what the umask allows; an existing one keeps what it had.
    """
    (tmp_path / "old").touch(mode=0o700)
    before = os.umask(0o027)
    try:
        write_file(tmp_path / "old", b"x")
        write_file(tmp_path / "new", b"x")
    finally:
        os.umask(before)

    assert [(tmp_path / name).stat().st_mode & 0o777 for name in ("old", "new")] == [0o700, 0o640]


def test_symlink(tmp_path: Path) -> None:
    """
    Nothing is written through a symlink, nor is the symlink replaced.
    """
    (tmp_path / "target").write_text("kept")
    (tmp_path / "link").symlink_to("target")

    with pytest.raises(StoreError, match="is a symlink"):
        write_file(tmp_path / "link", b"x")

    assert (tmp_path / "target").read_text() == "kept"
    assert (tmp_path / "link").is_symlink()


def test_disk_that_fails(tmp_path: Path) -> None:
    """
    A write that fails half way leaves the old content, and nothing beside it.
    """
    write_file(tmp_path / "a", b"old")
    limits = resource.getrlimit(resource.RLIMIT_FSIZE)
    handler = signal.signal(signal.SIGXFSZ, signal.SIG_IGN)
    resource.setrlimit(resource.RLIMIT_FSIZE, (1000, limits[1]))
    try:
        with pytest.raises(StoreError, match="cannot be written: file too large"):
            write_file(tmp_path / "a", b"x" * 100_000)
    finally:
        resource.setrlimit(resource.RLIMIT_FSIZE, limits)
        signal.signal(signal.SIGXFSZ, handler)

    assert names_in(tmp_path) == ["a"]
    assert (tmp_path / "a").read_bytes() == b"old"


def test_folder_in_the_way(tmp_path: Path) -> None:
    """
    What the disk refuses is an error that names the file.
    """
    (tmp_path / "a").mkdir()

    with pytest.raises(StoreError, match="a cannot be written"):
        write_file(tmp_path / "a", b"x")
    with pytest.raises(StoreError, match="a cannot be written"):
        remove_file(tmp_path / "a")

    assert names_in(tmp_path) == ["a"]


def test_remove(tmp_path: Path) -> None:
    """
    A file is gone afterwards, whether it was there or not.
    """
    (tmp_path / "a").touch()

    remove_file(tmp_path / "a")
    remove_file(tmp_path / "a")

    assert names_in(tmp_path) == []


def test_long_name(tmp_path: Path) -> None:
    """
    A name as long as the disk allows can be written.
    """
    write_file(tmp_path / ("n" * 255), b"x")

    assert (tmp_path / ("n" * 255)).read_bytes() == b"x"


@pytest.mark.parametrize(
    "path", ("", ".", "..", "../x", "/x", "a/../x", "a//x", "a/", ".git/x", "a/.Git/x", "a\0")
)
def test_paths_that_lead_away(tmp_path: Path, path: str) -> None:
    """
    A path that could mean something other than a file in this folder is refused.
    """
    with pytest.raises(StoreError, match="is not a path"):
        locate_file(tmp_path, path)


def test_path_behind_a_symlink(tmp_path: Path) -> None:
    """
    A path that passes through a symlink, or is one, is refused.
    """
    (tmp_path / "link").symlink_to("/")

    for path in ("link", "link/x"):
        with pytest.raises(StoreError, match="link is a symlink"):
            locate_file(tmp_path, path)


def test_path(tmp_path: Path) -> None:
    """
    A plain path is found below its folder.
    """
    assert locate_file(tmp_path, "a/b..c") == tmp_path / "a" / "b..c"
