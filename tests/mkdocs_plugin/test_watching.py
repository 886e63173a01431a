"""Noticing changes of files."""

from pathlib import Path
from threading import Event, Thread

from incidentrepo.mkdocs_plugin.mirroring import mirror
from incidentrepo.mkdocs_plugin.watching import look_at, watch


def test_what_counts(tmp_path: Path) -> None:
    """
    A file that is new, other or gone is a change; git's own files and a second look are not.
    """
    (tmp_path / "a").mkdir()
    (tmp_path / ".git").mkdir()
    empty = look_at(tmp_path)
    (tmp_path / ".git/index").write_text("x")
    assert look_at(tmp_path) == empty

    (tmp_path / "a/b.yaml").write_text("x")
    one = look_at(tmp_path)
    (tmp_path / "a/b.yaml").write_text("longer")

    assert len({empty, one, look_at(tmp_path)}) == 3


def test_the_site_itself(tmp_path: Path) -> None:
    """
    A site that is built among the records is no change of them, or each build would ask for another.
    """
    empty = look_at(tmp_path)

    mirror(tmp_path / "build/internal", [("index.html", b"new")])

    assert look_at(tmp_path) == empty


def test_acts_on_a_change(tmp_path: Path) -> None:
    """
    A change is acted on, until it is told to stop.
    """
    stop, acted = Event(), Event()
    thread = Thread(target=watch, args=(tmp_path, acted.set), kwargs={"stop": stop, "every": 0.01})
    thread.start()
    assert not acted.wait(0.1)

    (tmp_path / "incident.yaml").write_text("x")

    assert acted.wait(5)
    stop.set()
    thread.join(5)
    assert not thread.is_alive()
