"""The cache, and all that may be wrong with it."""

import sqlite3
from contextlib import closing
from multiprocessing import get_context
from pathlib import Path

import pytest

from incidentrepo.store.cache import Cache, open_cache
from incidentrepo.store.clone import open_clone
from tests.store.real_repository import Repository

KEY = ("a" * 40, "incident")


@pytest.fixture
def file(tmp_path: Path) -> Path:
    return tmp_path / "cache" / "cache.sqlite"


def put(file: Path, number: int) -> None:
    Cache(file).put_many({(f"{number}-{row}", "incident"): b"x" * 1000 for row in range(50)}, digest="1")


def test_round_trip(file: Path) -> None:
    """
    What was put is got, by id, kind and digest; what was not is left out.
    """
    values = {
        (f"{number:040}", kind): bytes([number % 256]) * 9 for number in range(1200) for kind in ("a", "b")
    }
    Cache(file).put_many(values, digest="1")

    assert Cache(file).get_many([*values, KEY], digest="1") == values
    assert Cache(file).get_many(values, digest="2") == {}


def test_place(repository: Repository, tmp_path: Path) -> None:
    """
    The cache lies in the git folder that all work trees share, or where it is asked to.
    """
    repository.git("worktree", "add", "--quiet", str(tmp_path / "second"))
    open_cache(open_clone(tmp_path / "second")).put_many({KEY: b"v"}, digest="1")
    elsewhere = open_cache(open_clone(repository.folder), tmp_path / "elsewhere")
    elsewhere.put_many({KEY: b"w"}, digest="1")

    assert open_cache(open_clone(repository.folder)).get_many([KEY], digest="1") == {KEY: b"v"}
    assert (repository.folder / ".git/incidentrepo/cache.sqlite").is_file()
    assert elsewhere.get_many([KEY], digest="1") == {KEY: b"w"}
    assert repository.git("status", "--porcelain") == ""


def test_missing(file: Path) -> None:
    """
    Without a cache everything is missing, and asking makes none.
    """
    assert Cache(file).get_many([KEY], digest="1") == {}
    assert not file.exists()


@pytest.mark.parametrize("damage", (b"", b"not a database" * 100))
def test_damaged(file: Path, damage: bytes) -> None:
    """
    A damaged cache is a miss, and a fresh one takes its place.
    """
    file.parent.mkdir()
    file.write_bytes(damage)

    assert Cache(file).get_many([KEY], digest="1") == {}
    Cache(file).put_many({KEY: b"v"}, digest="1")
    assert Cache(file).get_many([KEY], digest="1") == {KEY: b"v"}


def test_damaged_value(file: Path) -> None:
    """
    A value that is not what was put, by a disk or by a hand, is a miss.
    """
    Cache(file).put_many({KEY: b"value-one"}, digest="1")
    file.write_bytes(file.read_bytes().replace(b"value-one", b"value-two"))

    assert Cache(file).get_many([KEY], digest="1") == {}


def test_another_table(file: Path) -> None:
    """
    A database of another shape is a miss.
    """
    file.parent.mkdir()
    with closing(sqlite3.connect(file)) as database:
        database.execute("CREATE TABLE computed (something)")

    Cache(file).put_many({KEY: b"v"}, digest="1")
    assert Cache(file).get_many([KEY], digest="1") == {}


def test_locked(file: Path) -> None:
    """
    A cache that another process holds is a miss.
    """
    Cache(file).put_many({KEY: b"v"}, digest="1")
    with closing(sqlite3.connect(file, isolation_level=None)) as database:
        database.execute("BEGIN EXCLUSIVE")

        assert Cache(file).get_many([KEY], digest="1") == {}
        Cache(file).put_many({KEY: b"w"}, digest="2")

    assert Cache(file).get_many([KEY], digest="1") == {KEY: b"v"}
    assert Cache(file).get_many([KEY], digest="2") == {}


def test_not_a_folder(tmp_path: Path) -> None:
    """
    Where no folder can be made, nothing is kept, and nothing is said.
    """
    (tmp_path / "taken").write_text("x")
    cache = Cache(tmp_path / "taken" / "cache.sqlite")

    cache.put_many({KEY: b"v"}, digest="1")

    assert cache.get_many([KEY], digest="1") == {}


def test_writable_by_others(file: Path) -> None:
    """
    A file that others can write is not trusted.
    """
    Cache(file).put_many({KEY: b"v"}, digest="1")
    file.chmod(0o666)

    assert Cache(file).get_many([KEY], digest="1") == {}


def test_oldest_are_dropped(file: Path) -> None:
    """
    A cache that is too large loses its oldest values, and stays within reach of its limit.
    """
    cache = Cache(file, limit=100_000)
    keys = [(f"{number:040}", "incident") for number in range(300)]
    for key in keys:
        cache.put_many({key: bytes(1000)}, digest="1")

    kept = [key for key in keys if key in cache.get_many(keys, digest="1")]

    assert kept == keys[-len(kept) :]
    assert 20 < len(kept) < 120
    assert file.stat().st_size < 200_000


def test_parallel_writers(file: Path) -> None:
    """
    Processes that write at once end without an error, and leave a sound database.
    """
    context = get_context("spawn")
    processes = [context.Process(target=put, args=(file, number)) for number in range(4)]
    for process in processes:
        process.start()
    for process in processes:
        process.join()

    assert [process.exitcode for process in processes] == [0] * 4
    with closing(sqlite3.connect(file)) as database:
        assert database.execute("PRAGMA integrity_check").fetchone() == ("ok",)
        assert database.execute("SELECT count(*) FROM computed").fetchone() == (200,)
