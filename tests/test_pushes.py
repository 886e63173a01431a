from collections.abc import Mapping
from dataclasses import replace

import pytest

from incidentrepo.errors import UsageError
from incidentrepo.pushes import Update, Verdict, judge_push, parse_update
from incidentrepo.store.clone import open_clone
from tests.folders import INCIDENT, NOW, POLICY, RECORD
from tests.git_repository import GitRepository

MAIN = "refs/heads/main"
BROKEN = RECORD + "status: fixed\n"


def judge(repository: GitRepository, *updates: Update, root: str | None = None) -> list[Verdict]:
    # A repository's own folder is what a server has: no files are checked out in it.
    return list(judge_push(open_clone(repository.path / ".git"), updates, now=NOW, root=root))


def told(verdicts: list[Verdict]) -> list[tuple[int, str]]:
    """Return of each reference how it ends, and what it says: the rules, or the error."""
    return [
        (
            verdict.exit_code,
            verdict.error.message
            if verdict.error
            else " ".join(finding.rule for finding in verdict.report.findings)
            if verdict.report
            else "nothing",
        )
        for verdict in verdicts
    ]


def branch(repository: GitRepository, files: Mapping[str, str | None], start: str = "main") -> str:
    """Commit these files on top of `start`, moving no branch, and return the commit."""
    repository.git("switch", "--quiet", "--detach", start)
    for path, text in files.items():
        if text is None:
            (repository.path / path).unlink()
        else:
            repository.write(path, text)
    commit = repository.commit()
    repository.git("switch", "--quiet", "main")
    return commit


@pytest.fixture
def server(repository: GitRepository) -> GitRepository:
    """A policy and an incident on `main`."""
    repository.write("incidentrepo.yaml", POLICY)
    repository.write(INCIDENT, RECORD)
    repository.commit("Begin")
    return repository


def tip(repository: GitRepository, name: str = "main") -> str:
    return repository.git("rev-parse", name).strip()


def test_update(server: GitRepository) -> None:
    """
    What a branch was is what its new version is compared with.
    """
    good = branch(server, {INCIDENT: RECORD + "summary: More.\n"})
    bad = branch(server, {INCIDENT: BROKEN})

    assert told(judge(server, Update(old=tip(server), new=good, ref=MAIN))) == [(0, "")]
    assert told(judge(server, Update(old=tip(server), new=bad, ref=MAIN))) == [(1, "schema-violation")]


def test_new_branch(server: GitRepository) -> None:
    """
    A new branch is compared with the default one.
    """
    bad = branch(server, {INCIDENT: BROKEN})

    assert told(judge(server, Update(old=None, new=bad, ref="refs/heads/new"))) == [(1, "schema-violation")]


def test_each_is_judged(server: GitRepository) -> None:
    """
    Of several branches in one push each has its verdict; tags and notes have none.
    """
    good, bad = branch(server, {"README": "x\n"}), branch(server, {INCIDENT: BROKEN})

    verdicts = judge(
        server,
        Update(old=None, new=bad, ref="refs/heads/a"),
        Update(old=None, new=good, ref="refs/heads/b"),
        Update(old=None, new=bad, ref="refs/tags/v1"),
        Update(old=None, new=bad, ref="refs/notes/commits"),
    )

    assert told(verdicts) == [(1, "schema-violation"), (0, ""), (0, "nothing"), (0, "nothing")]


def test_default_branch_loses_nothing(server: GitRepository) -> None:
    """
    The default branch cannot be deleted or rewritten; any other can.
    """
    first = tip(server)
    server.write(INCIDENT, RECORD + "summary: More.\n")
    second = server.commit()
    server.git("branch", "other")
    rewritten = branch(server, {INCIDENT: RECORD + "summary: Less.\n"}, start=first)

    assert told(
        judge(
            server,
            Update(old=second, new=None, ref=MAIN),
            Update(old=second, new=first, ref=MAIN),
            Update(old=second, new=rewritten, ref=MAIN),
            Update(old=second, new=None, ref="refs/heads/other"),
            Update(old=second, new=rewritten, ref="refs/heads/other"),
        )
    ) == [
        (1, "main holds the records, and cannot be deleted"),
        (1, "main holds the records, and cannot be rewritten"),
        (1, "main holds the records, and cannot be rewritten"),
        (0, "nothing"),
        (0, ""),
    ]


def test_branch_of_the_policy(server: GitRepository) -> None:
    """
    Where the policy names a branch, that one is as safe as the one that people clone.
    """
    server.write("incidentrepo.yaml", POLICY + "branch: records\n")
    commit = server.commit()
    server.git("branch", "records")

    updates = [Update(old=commit, new=None, ref=f"refs/heads/{name}") for name in ("main", "records")]

    assert [code for code, _ in told(judge(server, *updates))] == [1, 1]


def test_first_push(server: GitRepository) -> None:
    """
    What comes into an empty repository is judged by its own policy.
    """
    bad = branch(server, {INCIDENT: BROKEN})
    server.git("switch", "--quiet", "--detach", bad)
    server.git("branch", "-D", "main")
    server.git("symbolic-ref", "HEAD", "refs/heads/trunk")

    assert told(judge(server, Update(old=None, new=bad, ref=MAIN))) == [(1, "schema-violation")]


@pytest.mark.parametrize("elsewhere", ({}, {"ops/incidentrepo.yaml": POLICY}))
def test_policy_is_gone(server: GitRepository, elsewhere: dict[str, str]) -> None:
    """
    A push that deletes the policy, or moves it elsewhere, cannot be judged, and so is refused.
    """
    new = branch(server, {"incidentrepo.yaml": None, **elsewhere})

    ((code, message),) = told(judge(server, Update(old=tip(server), new=new, ref=MAIN)))

    assert code == 3
    assert message.startswith("there is no incidentrepo.yaml in ")


def test_branch_without_records(server: GitRepository) -> None:
    """
    A branch that never held a policy, such as one of web pages, is none of our business.
    """
    server.git("switch", "--quiet", "--orphan", "gh-pages")
    server.write("index.html", "<p>Hello</p>\n")
    pages = server.commit()
    server.git("switch", "--quiet", "main")

    assert told(judge(server, Update(old=None, new=pages, ref="refs/heads/gh-pages"))) == [(0, "nothing")]


def test_branch_from_before_the_policy(repository: GitRepository) -> None:
    """
    A branch that began before there was a policy goes on; once it has one, it is held to it.
    """
    repository.write("README", "x\n")
    first = repository.commit()
    repository.write("incidentrepo.yaml", POLICY)
    repository.write(INCIDENT, BROKEN)
    main = repository.commit()
    repository.git("branch", "old", first)
    going_on = branch(repository, {"README": "y\n"}, start=first)
    merged = branch(repository, {INCIDENT: BROKEN + "summary: More.\n"}, start=main)

    assert told(judge(repository, Update(old=first, new=going_on, ref="refs/heads/old"))) == [(0, "nothing")]
    # What main has already is not new.
    assert told(judge(repository, Update(old=first, new=merged, ref="refs/heads/old"))) == [(0, "")]


def test_subfolder(repository: GitRepository) -> None:
    """
    The records of a larger repository are found by their policy; of several, one must be named.
    """
    repository.write("ops/incidentrepo.yaml", POLICY)
    repository.write(f"ops/{INCIDENT}", RECORD)
    repository.commit()
    bad = branch(repository, {f"ops/{INCIDENT}": BROKEN})
    update = Update(old=tip(repository), new=bad, ref=MAIN)

    assert told(judge(repository, update)) == [(1, "schema-violation")]
    repository.write("lab/incidentrepo.yaml", POLICY)
    later = replace(update, old=repository.commit(), new=branch(repository, {f"ops/{INCIDENT}": BROKEN}))
    assert told(judge(repository, later)) == [
        (3, "there are several incidentrepo.yaml: lab/incidentrepo.yaml, ops/incidentrepo.yaml")
    ]
    assert told(judge(repository, later, root="ops/")) == [(1, "schema-violation")]


def test_missing_objects(server: GitRepository) -> None:
    """
    A base or a tip that is not there is refused, never taken on trust.
    """
    missing = "1" * 40

    verdicts = judge(
        server,
        Update(old=missing, new=tip(server), ref=MAIN),
        Update(old=tip(server), new=missing, ref=MAIN),
        Update(old=None, new=missing, ref="refs/heads/new"),
    )

    assert [code for code, _ in told(verdicts)] == [3, 3, 3]


def test_head_names_no_branch(server: GitRepository) -> None:
    """
    Where HEAD names a branch that is not there and nothing says which is meant, nothing is taken.
    """
    server.git("branch", "other")
    commit = tip(server)
    server.git("symbolic-ref", "HEAD", "refs/heads/trunk")

    assert told(judge(server, Update(old=commit, new=commit, ref=MAIN))) == [
        (3, "HEAD names the branch trunk, which is not there")
    ]


def test_parse() -> None:
    """
    A line says what was, what is to be, and the name; zeros say that there is none.
    """
    assert parse_update(f"{'0' * 40} {'a' * 40} refs/heads/my branch\n") == Update(
        old=None, new="a" * 40, ref="refs/heads/my branch"
    )
    with pytest.raises(UsageError, match="is not `OLD NEW REF`"):
        parse_update("hello")
