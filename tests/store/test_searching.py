from collections.abc import Mapping

import pytest

from incidentrepo.store.clone import open_clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.searching import files_with
from tests.store.real_repository import Repository

ID = "2026-11-02-checkout-errors"
PATH = "incidents/2026/11/a/incident.yaml"


def find(repository: Repository, files: Mapping[str, str], *words: str) -> list[str]:
    commit = repository.commit(files)
    clone = open_clone(repository.folder)
    snapshot = commit_snapshot(clone, commit)
    return list(files_with(clone, commit, words, folder="incidents", snapshot=snapshot))


@pytest.mark.parametrize(
    "text",
    (
        f"duplicate_of: {ID}\n",
        f"duplicate_of: {ID.upper()}\n",
        'duplicate_of: "\\x32026-11-02-checkout-errors"\n',
        'duplicate_of: "2026-11-02-\\\n  checkout-errors"\n',
        'duplicate_of: "2026-11-02-\\\r\n  checkout-errors"\n',
        f"\0 {ID}",
    ),
)
def test_every_spelling(repository: Repository, text: str) -> None:
    """
    A name is found in any case, and wherever YAML could spell it otherwise.
    """
    assert find(repository, {PATH: text, f"{PATH}.other": 'title: "Not \\"this\\" one"\n'}, ID) == [PATH]


def test_only_below_the_folder(repository: Repository) -> None:
    """
    Files beside the incidents are not searched.
    """
    assert find(repository, {PATH: "x\n", "README.md": f"{ID}\n"}, ID) == []


@pytest.mark.parametrize("words", ((), ("",), ("\n",)))
def test_nothing_to_look_for(repository: Repository, words: tuple[str, ...]) -> None:
    """
    A name without a letter is in no file.
    """
    assert find(repository, {PATH: "x\n"}, *words) == []


def test_below_a_root(repository: Repository) -> None:
    """
    Where the records are in a folder of a larger repository, paths count from there.
    """
    commit = repository.commit({"ops/incidentrepo.yaml": "schema_version: 1\n", f"ops/{PATH}": f"{ID}\n"})
    clone = open_clone(repository.folder / "ops")

    found = files_with(clone, commit, (ID,), folder="incidents", snapshot=commit_snapshot(clone, commit))

    assert list(found) == [PATH]


def test_a_word_is_no_option(repository: Repository) -> None:
    """
    What a word looks like makes no difference: it is looked for as it stands.
    """
    assert find(repository, {PATH: "--open-files-in-pager=x .*\n"}, "--open-files-in-pager=x", "^") == [PATH]
