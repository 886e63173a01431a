"""Commits on the branch that is checked out."""

from datetime import UTC, datetime, timedelta, timezone
from pathlib import Path

import pytest

from incidentrepo.errors import StoreError
from incidentrepo.model.change import Signature
from incidentrepo.store.clone import open_clone
from incidentrepo.store.committing import Commit, commit_files, format_date
from tests.store.real_repository import Repository


def test_commit_of_a_new_file(repository: Repository) -> None:
    """
    A file that git has never seen is committed, and the commit's id and branch are told.
    """
    clone = open_clone(repository.folder)

    commit = commit_files(clone, {"incidents/b.yaml": b"title: B\n"}, message="Declare b")

    assert commit == Commit(id=repository.git("rev-parse", "HEAD").strip(), branch="main")
    assert (
        repository.git("show", "--format=%s", "--name-status", "HEAD") == "Declare b\n\nA\tincidents/b.yaml\n"
    )


def test_all_else_stays_as_it_was(repository: Repository) -> None:
    """
    Files that are staged, partly staged, dirty, removed or untracked are exactly so afterwards.
    """
    repository.commit(dict.fromkeys(("partly", "dirty", "gone", "unstaged-gone"), "one\n"))
    repository.write("partly", "staged\n")
    repository.write("new", "new\n")
    repository.git("add", "partly", "new")
    repository.git("rm", "--quiet", "gone")
    (repository.folder / "unstaged-gone").unlink()
    for name in ("partly", "dirty", "untracked"):
        repository.write(name, "on disk\n")
    repository.write("promised", "later\n")
    repository.git("add", "--intent-to-add", "promised")
    before = repository.git("status", "--porcelain=v2"), repository.git("diff", "--cached")

    commit_files(
        open_clone(repository.folder),
        {"incidents/a.yaml": b"title: AA\n", "incidents/b.yaml": b"title: B\n"},
        message="Change",
    )

    assert (repository.git("status", "--porcelain=v2"), repository.git("diff", "--cached")) == before
    assert (
        repository.git("show", "--format=", "--name-status") == "M\tincidents/a.yaml\nA\tincidents/b.yaml\n"
    )


def test_first_commit(empty: Repository) -> None:
    """
    The first commit of an empty repository leaves alone what is staged for it.
    """
    empty.write("staged", "x\n")
    empty.git("add", "staged")

    commit = commit_files(open_clone(empty.folder), {"incidentrepo.yaml": b"{}\n"}, message="Begin")

    assert commit == Commit(id=empty.git("rev-parse", "HEAD").strip(), branch="main")
    assert empty.git("status", "--porcelain") == "A  staged\n"


def test_moved_and_removed_files(repository: Repository) -> None:
    """
    A file that moves is one commit: gone there, new here.
    """
    commit_files(
        open_clone(repository.folder),
        {"incidents/a.yaml": None, "incidents/z.yaml": b"title: A\n"},
        message="Rename",
    )

    assert (
        repository.git("show", "--format=", "--name-status") == "R100\tincidents/a.yaml\tincidents/z.yaml\n"
    )
    assert repository.git("status", "--porcelain") == ""


def test_paths_count_from_the_root(repository: Repository) -> None:
    """
    Where the policy lives in a subfolder, paths start there, from wherever the command was run.
    """
    repository.commit({"ops/incidentrepo.yaml": "{}\n", "ops/incidents/x/note": "x\n"})

    commit_files(open_clone(repository.folder / "ops" / "incidents"), {"tags.yaml": b"{}\n"}, message="Tags")

    assert repository.git("show", "--format=", "--name-only") == "ops/tags.yaml\n"


def test_author_and_time(repository: Repository) -> None:
    """
    The author given is the author, git's user commits, and `at` dates both with its offset.
    """
    at = datetime(2026, 11, 2, 9, 14, tzinfo=timezone(timedelta(hours=-3, minutes=-30)))

    commit_files(
        open_clone(repository.folder),
        {"a": b"a"},
        message="Subject\n\n# not a comment\n",
        author=Signature(name="Grace", email="grace@example.org"),
        at=at,
    )

    assert repository.git("log", "-1", "--format=%an <%ae> %aI|%cn <%ce> %cI|%B") == (
        "Grace <grace@example.org> 2026-11-02T09:14:00-03:30|"
        "Ada <ada@example.org> 2026-11-02T09:14:00-03:30|"
        "Subject\n\n# not a comment\n\n"
    )


def test_hand_edits_are_told(repository: Repository) -> None:
    """
    Edits that were not committed before, staged or not, go along and are named; a new file is none.
    """
    repository.write("incidents/a.yaml", "title: by hand\n")
    repository.write("draft", "by hand\n")
    clone = open_clone(repository.folder)

    commit = commit_files(
        clone, {"incidents/a.yaml": b"title: ours\n", "draft": b"ours\n", "new": b"new\n"}, message="Change"
    )

    assert commit.hand_edited == ("incidents/a.yaml", "draft")
    assert repository.git("status", "--porcelain") == ""


def test_hooks_of_the_user_do_not_stop_it(repository: Repository) -> None:
    """
    A pre-commit hook that fails cannot stand between a responder and the record.
    """
    hook = repository.write(".git/hooks/pre-commit", "#!/bin/sh\nexit 1\n")
    hook.chmod(0o755)

    commit_files(open_clone(repository.folder), {"a": b"a"}, message="Change")

    assert repository.git("log", "-1", "--format=%s") == "Change\n"


def test_ignored_file(repository: Repository) -> None:
    """
    A record is committed even where an ignore rule fits it.
    """
    repository.commit({".gitignore": "*.md\n"})

    commit_files(open_clone(repository.folder), {"postmortem.md": b"x"}, message="Change")

    assert repository.git("status", "--porcelain", "--ignored") == ""


def test_names_that_look_like_patterns_or_options(repository: Repository) -> None:
    """
    A path is a path: neither a pattern nor an option.
    """
    repository.write("ab", "untouched\n")
    repository.commit({"aa": "one\n"})
    repository.write("aa", "two\n")

    commit_files(open_clone(repository.folder), {"a*": b"x", "--amend": b"x", ":!b": b"x"}, message="Change")

    assert repository.git("show", "--format=", "--name-only") == "--amend\n:!b\na*\n"


def test_detached(repository: Repository) -> None:
    """
    Nothing is written where no branch would keep the commit.
    """
    repository.git("switch", "--quiet", "--detach")

    with pytest.raises(StoreError, match="HEAD is detached"):
        commit_files(open_clone(repository.folder), {"a": b"a"}, message="Change")

    assert repository.git("status", "--porcelain") == ""


def test_merge_in_progress(repository: Repository) -> None:
    """
    During a merge nothing can be committed by itself: it says so, and every file is back as it was.
    """
    repository.git("switch", "--quiet", "-c", "side")
    repository.commit({"side": "x\n"})
    repository.git("switch", "--quiet", "main")
    repository.git("merge", "--quiet", "--no-ff", "--no-commit", "side")
    before = repository.git("status", "--porcelain=v2")

    with pytest.raises(StoreError, match="a merge is in progress"):
        commit_files(
            open_clone(repository.folder),
            {"incidents/a.yaml": b"title: AA\n", "new": b"x"},
            message="Change",
        )

    assert repository.git("status", "--porcelain=v2") == before
    assert (repository.folder / "incidents/a.yaml").read_text() == "title: A\n"


def test_locked_index(repository: Repository) -> None:
    """
    While another git holds the index, nothing is changed, and the lock is named.
    """
    repository.write(".git/index.lock", "")

    with pytest.raises(StoreError, match=r"another git is at work here: .*index\.lock exists"):
        commit_files(open_clone(repository.folder), {"incidents/a.yaml": b"x", "new": b"x"}, message="Change")

    assert (repository.folder / "incidents/a.yaml").read_text() == "title: A\n"
    assert not (repository.folder / "new").exists()


def test_unknown_user(repository: Repository, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    Without a name git commits nothing, and the next step is said.
    """
    monkeypatch.setenv("GIT_CONFIG_GLOBAL", "/dev/null")
    repository.git("config", "user.useConfigOnly", "true")

    with pytest.raises(StoreError, match="git does not know who you are") as caught:
        commit_files(open_clone(repository.folder), {"new": b"x"}, message="Change")

    assert "git config --global user.name" in caught.value.hint
    assert repository.git("status", "--porcelain=v2") == ""


def test_failed_signing(repository: Repository) -> None:
    """
    The user's signing settings apply, so a signature that fails is a commit that fails.
    """
    repository.git("config", "commit.gpgSign", "true")
    repository.git("config", "gpg.program", "/bin/false")

    with pytest.raises(StoreError, match="could not sign"):
        commit_files(open_clone(repository.folder), {"new": b"x"}, message="Change")

    assert repository.git("status", "--porcelain=v2") == ""


def test_no_change(repository: Repository) -> None:
    """
    Nothing to commit is said, not committed.
    """
    with pytest.raises(StoreError, match="nothing has changed"):
        commit_files(open_clone(repository.folder), {"incidents/a.yaml": b"title: A\n"}, message="Change")


@pytest.mark.parametrize(
    "path", ("../out", "/etc/x", "a/../../out", ".git/config", "a//b", ".GIT/config", "link/x")
)
def test_paths_that_lead_away(repository: Repository, path: str) -> None:
    """
    A path cannot leave the root, reach git's own folder, or pass through a symlink.
    """
    (repository.folder / "link").symlink_to(repository.folder.parent)

    with pytest.raises(StoreError):
        commit_files(open_clone(repository.folder), {path: b"x"}, message="Change")


def test_bare(repository: Repository, tmp_path: Path) -> None:
    """
    Where no files are checked out, none can be committed this way.
    """
    repository.clone(tmp_path / "bare.git", "--bare")

    with pytest.raises(StoreError, match="has no work tree"):
        commit_files(open_clone(tmp_path / "bare.git"), {"a": b"a"}, message="Change")


def test_date_for_git() -> None:
    """
    An instant keeps the offset that it was said in.
    """
    assert format_date(datetime(1970, 1, 2, tzinfo=UTC)) == "@86400 +0000"
