"""Making a folder ours to fill."""

from pathlib import Path

import pytest

from incidentrepo.errors import StoreError, UsageError
from incidentrepo.mkdocs_plugin.claiming import SIGN, hold_folder


def test_new_folder(tmp_path: Path) -> None:
    """
    A new folder is made and signed, and ours the next time.
    """
    for _ in range(2):
        with hold_folder(tmp_path / "new/site"):
            (tmp_path / "new/site/index.html").touch()

    assert b"replaces and removes" in (tmp_path / "new/site" / SIGN).read_bytes()


def test_somebody_elses_folder(tmp_path: Path) -> None:
    """
    A folder with other files in it is refused, and they are all still there.
    """
    (tmp_path / "thesis.txt").write_text("a year's work")

    with pytest.raises(UsageError, match="not a site of ours"), hold_folder(tmp_path):
        pass
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_another_build(tmp_path: Path) -> None:
    """
    One build writes at a time; the other is told so, and may go on when that one is done.
    """
    with (
        hold_folder(tmp_path),
        pytest.raises(UsageError, match=r"^another build is writing in "),
        hold_folder(tmp_path),
    ):
        pass

    with hold_folder(tmp_path):
        pass


@pytest.mark.parametrize(
    ("name", "because"),
    (
        ("file", "is a file"),
        ("file/site", "not a directory"),
        ("dangling", "file exists"),
        ("loop", "file exists"),
        ("n" * 300, "name too long"),
        ("/proc/site", "no such file or directory"),
        ("linked", "too many levels of symbolic links"),
    ),
)
def test_no_folder_for_a_site(tmp_path: Path, name: str, because: str) -> None:
    """
    Where no folder can be made or signed, the person who named it reads why, and what to do.
    """
    (tmp_path / "file").touch()
    (tmp_path / "dangling").symlink_to("gone")
    (tmp_path / "loop").symlink_to("loop")
    (tmp_path / "linked").mkdir()
    (tmp_path / "linked" / SIGN).symlink_to(tmp_path / "file")

    with pytest.raises(UsageError, match=because) as refused, hold_folder(tmp_path / name):
        pass
    assert "name" in refused.value.hint


def test_file_of_somebody_else(tmp_path: Path) -> None:
    """
    A file that may not be written is named, rather than a bug of ours reported.
    """
    with (
        pytest.raises(StoreError, match=r"^a\.html cannot be written: permission denied$"),
        hold_folder(tmp_path),
    ):
        raise PermissionError(13, "Permission denied", "a.html")
