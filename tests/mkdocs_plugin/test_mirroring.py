"""Bringing a folder up to date."""

from pathlib import Path

import pytest

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


def test_what_another_sort_was(tmp_path: Path) -> None:
    """
    A file may become a folder, and a folder a file: each stands where the last site had the other.
    """
    mirror(tmp_path, [("a", b"1"), ("b/c/d", b"2")])

    mirror(tmp_path, [("a/b/c", b"1"), ("b", b"2")])

    assert list(read_folder(tmp_path))[1:] == [("a/b/c", b"1"), ("b", b"2")]


@pytest.mark.parametrize("data", (b"c", b"other"))
def test_link_to_another_folder(tmp_path: Path, data: bytes) -> None:
    """
    What lies behind a link stays as it is, the links below it too; the site has a folder of its own there.
    """
    mirror(tmp_path / "site", FILES)
    elsewhere = tmp_path / "elsewhere"
    (tmp_path / "site/b").rename(elsewhere)
    (elsewhere / "c/index.html").write_bytes(data)
    (elsewhere / "deeper").symlink_to(elsewhere / "c")
    for link in ("site/b", "site/stray"):
        (tmp_path / link).symlink_to(elsewhere)

    mirror(tmp_path / "site", [*FILES, ("b/deeper/x", b"x")])

    assert list(read_folder(tmp_path / "site"))[1:] == [*FILES[:2], ("b/deeper/x", b"x"), *FILES[2:]]
    assert (elsewhere / "c/index.html").read_bytes() == data
    assert (elsewhere / "deeper").is_symlink()
    assert not (tmp_path / "site/stray").is_symlink()


def test_what_a_killed_build_left(tmp_path: Path) -> None:
    """
    What lay ready when a build was killed is gone after the next, at the top too.
    """
    prepare(tmp_path / "site", [("index.html", b"new"), ("a/b.html", b"new")])
    (tmp_path / "site/.incidentrepo-site").touch()

    mirror(tmp_path / "site", FILES)

    assert list(read_folder(tmp_path / "site"))[1:] == FILES
