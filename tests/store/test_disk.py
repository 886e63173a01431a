"""Files read one by one."""

import os
from pathlib import Path

import pytest

from incidentrepo.store.disk import DiskFiles


def test_what_is_no_file(tmp_path: Path) -> None:
    """
    A folder, a link and a named pipe, which nobody may ever write to, are no files.
    """
    (tmp_path / "folder").mkdir()
    (tmp_path / "link").symlink_to("/etc/passwd")
    os.mkfifo(tmp_path / "pipe")
    files = DiskFiles(tmp_path)

    for name in ("folder", "link", "pipe", "missing"):
        with pytest.raises(KeyError, match=name):
            files.read_file(name)


def test_file_and_folder(tmp_path: Path) -> None:
    """
    A file gives its bytes, a folder its names in order.
    """
    for name in ("b", "a"):
        (tmp_path / name).write_bytes(name.encode())
    files = DiskFiles(tmp_path)

    assert (files.read_file("a"), files.list_folder(""), files.list_folder("x")) == (b"a", ("a", "b"), ())
