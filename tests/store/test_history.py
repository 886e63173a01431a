"""The history of records."""

from datetime import UTC, datetime
from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.model.change import Change, ChangedFile, ChangeKind, Signature
from incidentrepo.store.clone import open_clone
from incidentrepo.store.history import all_histories, file_versions, record_history
from tests.store.real_repository import Repository

A = "incidents/2026/11/2026-11-02-a"
B = "incidents/2026/11/2026-11-02-b"
ADA = Signature(name="Ada", email="ada@example.org")


def test_one_record(repository: Repository) -> None:
    """
    A record's history is its own commits, oldest first, with all that an auditor asks.
    """
    first = repository.commit({f"{A}/incident.yaml": "1\n"}, "Declare a\n\nBecause.\n\n  Indented.")
    repository.commit({f"{B}/incident.yaml": "other\n"})
    repository.commit({f"{A}-longer/incident.yaml": "a name that begins alike\n"})
    second = repository.commit(
        {f"{A}/incident.yaml": "2\n"}, "Note\nover two lines", at="2026-11-02T14:00:00-03:30"
    )
    blobs = [repository.git("rev-parse", f"{commit}:{A}/incident.yaml").strip() for commit in (first, second)]

    changes = record_history(open_clone(repository.folder), A)

    at = datetime(2026, 11, 2, 12, tzinfo=UTC)
    assert changes[0] == Change(
        commit_id=first,
        author=ADA,
        committer=ADA,
        authored_at=at,
        committed_at=at,
        subject="Declare a",
        body="Because.\n\n  Indented.",
        is_signed=False,
        files=(
            ChangedFile(kind=ChangeKind.ADDED, path=f"{A}/incident.yaml", before_id=None, after_id=blobs[0]),
        ),
    )
    assert changes[1].commit_id == second
    assert changes[1].subject == "Note over two lines"
    assert changes[1].authored_at.isoformat() == "2026-11-02T14:00:00-03:30"
    assert changes[1].files == (
        ChangedFile(
            kind=ChangeKind.MODIFIED, path=f"{A}/incident.yaml", before_id=blobs[0], after_id=blobs[1]
        ),
    )
    assert len(changes) == 2


def test_author_is_not_committer(repository: Repository) -> None:
    """
    Who wrote a change and who committed it are told apart, whatever mailmap says.
    """
    repository.commit({".mailmap": "Somebody Else <ada@example.org>\n"})
    repository.git("config", "log.showSignature", "true")
    repository.git("config", "format.pretty", "oneline")
    repository.write(f"{A}/incident.yaml", "1\n")
    repository.git("add", A)
    repository.git("commit", "--quiet", "-m", "x", "--author=Grace <grace@example.org>")

    change = record_history(open_clone(repository.folder), A)[0]

    assert (change.author, change.committer) == (Signature(name="Grace", email="grace@example.org"), ADA)


def test_renamed_record(repository: Repository) -> None:
    """
    A record that was renamed, twice, keeps its history from the beginning, whatever the user's settings.
    """
    repository.git("config", "diff.renames", "false")
    ids = [
        repository.commit({f"{A}/incident.yaml": "1\n" * 9, f"{A}/postmortem.md": "text\n" * 9}, "Declare")
    ]
    for number, (before, after) in enumerate(((A, B), (B, f"{B}-2"))):
        repository.git("mv", before, after)
        ids.append(repository.commit({f"other{number}": "x"}, "Rename"))
    clone = open_clone(repository.folder)

    changes = record_history(clone, f"{B}-2")

    assert [change.commit_id for change in changes] == ids
    assert [(file.kind, file.old_path, file.path) for file in changes[1].files] == [
        (ChangeKind.RENAMED, f"{A}/{name}", f"{B}/{name}") for name in ("incident.yaml", "postmortem.md")
    ]
    assert all_histories(clone)[f"{B}-2"] == changes
    assert [version.after for version in file_versions(clone, f"{B}-2/incident.yaml")] == [b"1\n" * 9] * 3


def test_merge(repository: Repository) -> None:
    """
    Both sides of a merge are told, and the merge itself where a conflict was settled by hand.
    """
    repository.commit({f"{A}/incident.yaml": "1\n"}, "Declare")
    repository.git("switch", "--quiet", "-c", "side")
    repository.commit({f"{A}/incident.yaml": "2\n"}, "Side")
    repository.git("switch", "--quiet", "main")
    repository.commit({f"{A}/incident.yaml": "3\n"}, "Main")
    repository.git("merge", "--quiet", "--strategy=ours", "--no-commit", "side")
    repository.commit({f"{A}/incident.yaml": "4\n"}, "Settle")
    clone = open_clone(repository.folder)

    versions = file_versions(clone, f"{A}/incident.yaml")

    assert {version.change.subject for version in versions} == {"Declare", "Side", "Main", "Settle"}
    assert (versions[-1].change.subject, versions[-1].before, versions[-1].after) == (
        "Settle",
        b"3\n",
        b"4\n",
    )


def test_file_versions(repository: Repository) -> None:
    """
    Each commit's before and after are the file's bytes, None where it was not there.
    """
    repository.commit({f"{A}/incident.yaml": "1\n"})
    repository.commit({f"{A}/postmortem.md": "not this one\n"})
    repository.commit({f"{A}/incident.yaml": "2\n"})
    repository.commit({f"{A}/incident.yaml": None})
    repository.commit({f"{A}/incident.yaml": "3\n"})

    versions = file_versions(open_clone(repository.folder), f"{A}/incident.yaml")

    assert [(version.before, version.after) for version in versions] == [
        (None, b"1\n"),
        (b"1\n", b"2\n"),
        (b"2\n", None),
        (None, b"3\n"),
    ]


def test_all_histories(repository: Repository) -> None:
    """
    One commit that touches two records is in the history of each, with that record's files alone.
    """
    both = repository.commit(
        {f"{A}/incident.yaml": "a\n", f"{B}/incident.yaml": "b\n", "incidents/undated/c/x": "c\n"}
    )
    clone = open_clone(repository.folder)

    histories = all_histories(clone)

    assert {folder: [change.commit_id for change in changes] for folder, changes in histories.items()} == {
        A: [both],
        B: [both],
        "incidents/undated/c": [both],
    }
    assert histories[A] == record_history(clone, A)


def test_root_in_a_subfolder(repository: Repository) -> None:
    """
    Paths count from the root, and a folder of the same name above it is another's.
    """
    repository.commit({"ops/incidentrepo.yaml": "{}\n", f"{A}/incident.yaml": "above\n"})
    repository.commit({f"ops/{A}/incident.yaml": "a\n"}, "Below")

    changes = record_history(open_clone(repository.folder / "ops"), A)

    assert [(change.subject, change.files[0].path) for change in changes] == [("Below", f"{A}/incident.yaml")]


def test_commits_made_to_mislead(repository: Repository) -> None:
    """
    A path, a message or a date that imitates git's own output is still data.
    """
    repository.git("config", "log.showSignature", "true")
    path = f"{A}/commit 0000\n:100644 x"
    tree = repository.git("write-tree").strip()
    repository.write(path, "x")
    repository.git("add", path)
    tree = repository.git("write-tree").strip()
    commit = repository.git(
        "hash-object",
        "-w",
        "-t",
        "commit",
        "--literally",
        "--stdin",
        stdin=(
            f"tree {tree}\nparent {repository.git('rev-parse', 'HEAD').strip()}\n"
            "author A <a@x> 99999999999999 +9999\ncommitter A <a@x> 0 +0000\nauthor B <b@x> 0 +0000\n"
            "gpgsig -----BEGIN PGP SIGNATURE-----\n \n x\n -----END PGP SIGNATURE-----\n"
            "\n:100644 100644 0 0 M\n\ncommit 1234\n"
        ),
    ).strip()

    changes = record_history(open_clone(repository.folder), A, revision=commit)

    assert [(change.commit_id, change.subject, change.body, change.is_signed) for change in changes] == [
        (commit, ":100644 100644 0 0 M", "commit 1234", True)
    ]
    assert [file.path for file in changes[0].files] == [path]
    assert changes[0].author == Signature(name="A", email="a@x")
    assert changes[0].authored_at == datetime(1970, 1, 1, tzinfo=UTC)


def test_empty_message(repository: Repository) -> None:
    """
    A commit without a message has an empty subject.
    """
    repository.write(f"{A}/incident.yaml", "1\n")
    repository.git("add", A)
    repository.git("commit", "--quiet", "--allow-empty-message", "-m", "")

    change = record_history(open_clone(repository.folder), A)[0]

    assert (change.subject, change.body, len(change.files)) == ("", "", 1)


def test_no_history(repository: Repository) -> None:
    """
    A record that was never committed has none.
    """
    assert record_history(open_clone(repository.folder), A) == ()


def test_empty_repository(empty: Repository) -> None:
    """
    Without a commit there is no history to tell.
    """
    with pytest.raises(StoreError, match="no commit yet"):
        record_history(open_clone(empty.folder), A)


def test_shallow_clone(repository: Repository, tmp_path: Path) -> None:
    """
    A shallow clone is refused: git would name the tip's author for everything.
    """
    repository.commit({f"{A}/incident.yaml": "1\n"})
    clone = open_clone(repository.clone(tmp_path / "shallow", "--depth=1").folder)

    with pytest.raises(StoreError, match="shallow"):
        record_history(clone, A)
    with pytest.raises(StoreError, match="shallow"):
        all_histories(clone)
