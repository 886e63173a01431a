"""The repositories that tests are arranged in are what they seem."""

from pathlib import Path

from tests.git_repository import GitRepository


def test_commit(repository: GitRepository) -> None:
    """
    A commit has the files, the author and the time it was given.
    """
    repository.write("notes/a.txt", "one\r\n")
    repository.commit("Begin", at="2026-11-02T09:14:00+01:00", author="Grace <grace@example.org>")

    assert repository.git("log", "--format=%an %ae %aI %cI %s") == (
        "Grace grace@example.org 2026-11-02T09:14:00+01:00 2026-11-02T09:14:00+01:00 Begin\n"
    )
    assert (repository.path / "notes/a.txt").read_bytes() == b"one\r\n"
    assert repository.git("status", "--porcelain") == ""


def test_shallow_clone(repository: GitRepository, tmp_path: Path) -> None:
    """
    A clone of depth 1 has one commit of two.
    """
    repository.commit("One")
    repository.commit("Two")

    clone = repository.clone(tmp_path / "shallow", depth=1)

    assert clone.git("log", "--format=%s") == "Two\n"
    assert clone.git("rev-parse", "--is-shallow-repository") == "true\n"
