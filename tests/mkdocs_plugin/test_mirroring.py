"""Bringing a folder up to date."""

from pathlib import Path

import pytest

from incidentrepo.errors import UsageError
from incidentrepo.mkdocs_plugin.mirroring import Mirrored, forget, mirror, prepare, read_folder

FILES = [("a/index.html", b"a"), ("b/c/index.html", b"c"), ("z.css", b"z")]


def test_first_time(tmp_path: Path) -> None:
    """
    A folder that is not there is made, and holds what it should.
    """
    mirrored = mirror(tmp_path / "new" / "site", FILES)

    assert mirrored == Mirrored(written=3, reused=0, removed=0)
    assert list(read_folder(tmp_path / "new" / "site"))[1:] == FILES


def test_nothing_changed(tmp_path: Path) -> None:
    """
    A second time writes nothing: no file's time changes.
    """
    mirror(tmp_path / "site", FILES)
    before = {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*")}

    assert mirror(tmp_path / "site", FILES) == Mirrored(written=0, reused=3, removed=0)
    assert {file: file.stat().st_mtime_ns for file in (tmp_path / "site").rglob("*")} == before


def test_what_differs(tmp_path: Path) -> None:
    """
    Only what differs is written; what is gone goes, with folders that it leaves empty.
    """
    mirror(tmp_path / "site", FILES)

    mirrored = mirror(tmp_path / "site", [("a/index.html", b"b"), ("z.css", b"z")])

    assert mirrored == Mirrored(written=1, reused=1, removed=1)
    assert [path for path, _ in read_folder(tmp_path / "site")] == [
        ".incidentrepo-site",
        "a/index.html",
        "z.css",
    ]
    assert not (tmp_path / "site" / "b").exists()


def test_hidden_files_at_the_top(tmp_path: Path) -> None:
    """
    What a host keeps beside a site stays.
    """
    mirror(tmp_path, FILES)
    (tmp_path / ".git").mkdir()
    (tmp_path / ".git" / "HEAD").write_text("ref")
    (tmp_path / ".nojekyll").touch()

    assert mirror(tmp_path, FILES).removed == 0
    assert (tmp_path / ".git" / "HEAD").read_text() == "ref"
    assert (tmp_path / ".nojekyll").exists()


def test_somebody_elses_folder(tmp_path: Path) -> None:
    """
    A folder with other files in it is refused, and they are all still there.
    """
    (tmp_path / "thesis.txt").write_text("a year's work")

    with pytest.raises(UsageError, match="not a site of ours"):
        mirror(tmp_path, FILES)
    assert [path.name for path in tmp_path.iterdir()] == ["thesis.txt"]


def test_a_file_in_its_place(tmp_path: Path) -> None:
    """
    A file where the folder should be is refused.
    """
    (tmp_path / "site").write_text("x")

    with pytest.raises(UsageError, match="is a file"):
        mirror(tmp_path / "site", FILES)


@pytest.mark.parametrize("path", ("../a", "a/../../b", "/etc/passwd"))
def test_a_way_out(tmp_path: Path, path: str) -> None:
    """
    Nothing is written outside the folder.
    """
    with pytest.raises(ValueError, match="leads out of the site"):
        mirror(tmp_path / "site", [(path, b"")])


def test_what_lies_ready(tmp_path: Path) -> None:
    """
    A file that is laid ready changes nothing yet, and can be taken away again.
    """
    mirror(tmp_path, FILES)
    before = list(read_folder(tmp_path))

    prepared = prepare(tmp_path, [("a/index.html", b"new"), ("z.css", b"z"), ("n/index.html", b"n")])

    assert prepared.changed == ("a/index.html", "n/index.html")
    assert (tmp_path / "a" / "index.html").read_bytes() == b"a"
    forget(tmp_path)
    assert list(read_folder(tmp_path)) == before
