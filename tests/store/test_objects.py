"""Objects read by id."""

import os
import pickle

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import open_clone
from incidentrepo.store.objects import ObjectReader, read_objects
from tests.store.real_repository import Repository


def test_order(repository: Repository) -> None:
    """
    Each content comes in the place of its id, however often it is asked for.
    """
    ids = [
        repository.git("hash-object", "-w", "--stdin", stdin=text).strip()
        for text in ("", "a\n", "b" * 200_000)
    ]

    found = list(read_objects(open_clone(repository.folder), [*ids, *reversed(ids)]))

    assert found == [b"", b"a\n", b"b" * 200_000, b"b" * 200_000, b"a\n", b""]


def test_missing_object(repository: Repository) -> None:
    """
    An object that is not there is an error, after which others are still read right.
    """
    reader = ObjectReader(open_clone(repository.folder))
    present = repository.git("rev-parse", "HEAD:incidents/a.yaml").strip()
    other = repository.git("rev-parse", "HEAD:incidentrepo.yaml").strip()

    with pytest.raises(StoreError, match=f"the object {'1' * 40} cannot be read"):
        list(reader.read_many(["1" * 40, other]))

    assert reader.read(present) == b"title: A\n"


def test_damaged_object(repository: Repository) -> None:
    """
    An object that git cannot read is an error, not a wait.
    """
    blob = repository.git("rev-parse", "HEAD:incidents/a.yaml").strip()
    file = repository.folder / ".git/objects" / blob[:2] / blob[2:]
    file.chmod(0o644)
    file.write_bytes(b"damaged")

    with pytest.raises(StoreError, match="cannot be read"):
        ObjectReader(open_clone(repository.folder)).read(blob)


def test_forked_processes(repository: Repository) -> None:
    """
    Processes that were forked read at once, each by a git of its own, and get what they asked for.
    """
    texts = [f"{number}" * 5000 for number in range(8)]
    ids = [repository.git("hash-object", "-w", "--stdin", stdin=text).strip() for text in texts]
    reader = ObjectReader(open_clone(repository.folder))
    reader.read(ids[0])

    children = []
    for blob, text in zip(ids, texts, strict=True):
        child = os.fork()
        if child == 0:
            found = set(reader.read_many([blob] * 300))
            os._exit(0 if found == {text.encode()} else 1)
        children.append(child)

    assert [os.waitstatus_to_exitcode(os.waitpid(child, 0)[1]) for child in children] == [0] * 8
    assert reader.read(ids[1]) == texts[1].encode()


def test_sent_to_another_process(repository: Repository) -> None:
    """
    A reader can be given to a worker process.
    """
    reader = ObjectReader(open_clone(repository.folder))
    blob = repository.git("rev-parse", "HEAD:incidents/a.yaml").strip()
    reader.read(blob)

    assert pickle.loads(pickle.dumps(reader)).read(blob) == b"title: A\n"


def test_closed_reader(repository: Repository) -> None:
    """
    A reader that was closed starts again when it is asked.
    """
    reader = ObjectReader(open_clone(repository.folder))
    blob = repository.git("rev-parse", "HEAD:incidents/a.yaml").strip()

    reader.close()
    reader.close()

    assert reader.read(blob) == b"title: A\n"
