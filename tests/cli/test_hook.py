"""The hooks, as git calls them: real commits, and real pushes to a bare repository."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.cli.calling import succeed
from tests.folders import INCIDENT, POLICY, RECORD
from tests.git_repository import GitRepository

TOOL_FOLDER = Path(sys.executable).parent
BROKEN = RECORD + "status: fixed\n"


def run_git(repository: GitRepository, *arguments: str, **environment: str) -> tuple[int, str]:
    """Return how git ends, and all that it says."""
    done = subprocess.run(
        ["git", "-C", str(repository.path), *arguments],
        capture_output=True,
        check=False,
        encoding="utf-8",
        env={**os.environ, "PATH": f"{TOOL_FOLDER}:{os.environ['PATH']}", **environment},
        stdin=subprocess.DEVNULL,
        timeout=60,
    )
    return done.returncode, done.stdout + done.stderr


def commit_past_hook(repository: GitRepository) -> None:
    repository.git("commit", "--quiet", "--no-verify", "--all", "--message=Break it")


@pytest.fixture
def records(repository: GitRepository) -> GitRepository:
    """A policy and an incident on `main`, and our hook before each commit."""
    repository.write("incidentrepo.yaml", POLICY)
    repository.write(INCIDENT, RECORD)
    repository.commit("Begin")
    assert succeed(repository.path, "hook", "install").startswith("Wrote ")
    return repository


@pytest.fixture
def server(records: GitRepository) -> GitRepository:
    """What `records` pushes to, with our hook."""
    server = records.clone(bare=True)
    records.git("remote", "add", "origin", str(server.path))
    script = f"#!/bin/sh\nexec '{TOOL_FOLDER / 'incidentrepo'}' hook pre-receive $OPTIONS\n"
    server.write("hooks/pre-receive", script).chmod(0o755)
    return server


def test_commit(records: GitRepository) -> None:
    """
    What is staged is judged, not what is on disk.
    """
    records.write(INCIDENT, BROKEN)
    records.git("add", "--all")
    records.write(INCIDENT, RECORD)

    code, said = run_git(records, "commit", "--message=x")

    assert code == 1
    assert "error[schema-violation] status is 'fixed'" in said
    assert said.endswith("Nothing was committed. Mend it, `git add` it, and commit again.\n")


def test_good_commit(records: GitRepository) -> None:
    """
    Of a commit that is good the hook says nothing, whatever lies about on disk.
    """
    records.write(INCIDENT, RECORD + "summary: More.\n")
    records.git("add", "--all")
    records.write(INCIDENT, BROKEN)

    assert run_git(records, "commit", "--quiet", "--message=x") == (0, "")


@pytest.mark.parametrize("options", (("--all",), ("--only", "--", INCIDENT), ("--include", "--", INCIDENT)))
def test_index_of_the_commit(records: GitRepository, options: tuple[str, ...]) -> None:
    """
    Where git builds another index for a commit, that one is judged.
    """
    records.write(INCIDENT, BROKEN)

    code, said = run_git(records, "commit", "--message=x", *options)

    assert (code, "schema-violation" in said) == (1, True)


def test_first_commit(repository: GitRepository) -> None:
    """
    The first commit is judged by the policy that it brings.
    """
    repository.write("incidentrepo.yaml", POLICY)
    repository.write(INCIDENT, BROKEN)
    repository.git("add", "--all")
    succeed(repository.path, "hook", "install")

    code, said = run_git(repository, "commit", "--message=x")

    assert (code, "schema-violation" in said) == (1, True)
    assert "note: there is no commit yet to compare with" in said


def test_merge_in_progress(records: GitRepository) -> None:
    """
    What a merge brings is judged as a commit would be.
    """
    records.git("switch", "--quiet", "--create", "side")
    records.write(INCIDENT, BROKEN)
    commit_past_hook(records)
    records.git("switch", "--quiet", "main")
    records.write("README", "x\n")
    records.commit("Go on")
    records.git("merge", "--no-commit", "side")

    code, said = run_git(records, "commit", "--message=x")

    assert (code, "schema-violation" in said) == (1, True)


def test_no_policy(repository: GitRepository) -> None:
    """
    Where there are no records yet, every commit passes.
    """
    succeed(repository.path, "hook", "install")
    repository.write("README", "x\n")
    repository.git("add", "--all")

    assert run_git(repository, "commit", "--quiet", "--message=x") == (0, "")


def test_policy_is_gone(records: GitRepository) -> None:
    """
    A commit that takes the policy away cannot be judged, and is not made.
    """
    records.git("rm", "--quiet", "incidentrepo.yaml")

    code, said = run_git(records, "commit", "--message=x")

    assert code == 1
    assert "error: there is no incidentrepo.yaml in the index" in said


def test_push(records: GitRepository, server: GitRepository) -> None:
    """
    A push is taken whole or not at all.
    """
    records.write(INCIDENT, RECORD + "summary: More.\n")
    records.commit("Go on")
    assert run_git(records, "push", "--quiet", "origin", "main") == (0, "")
    before = server.git("for-each-ref")
    records.git("branch", "good")
    records.write(INCIDENT, BROKEN)
    commit_past_hook(records)

    code, said = run_git(records, "push", "--quiet", "origin", "main", "good")

    assert (code, "schema-violation" in said) == (1, True)
    assert "Refused: nothing of this push was taken." in said
    assert server.git("for-each-ref") == before


@pytest.mark.usefixtures("server")
def test_gitlab(records: GitRepository) -> None:
    """
    Each line is marked for GitLab, which shows no other.
    """
    records.write(INCIDENT, BROKEN)
    commit_past_hook(records)

    _, said = run_git(records, "push", "--quiet", "origin", "main", GL_ID="user-1")

    lines = [line.removeprefix("remote: ") for line in said.splitlines() if line.startswith("remote: ")]
    assert len(lines) == 4
    assert all(line.startswith("GL-HOOK-ERR: ") for line in lines)


def test_time_limit(records: GitRepository, server: GitRepository) -> None:
    """
    What takes too long is refused, and told.
    """
    records.write("README", "x\n")
    records.commit("Go on")

    code, said = run_git(records, "push", "--quiet", "origin", "main", OPTIONS="--time-limit 0.001")

    assert code == 1
    assert "it could not be judged within 0.001 seconds" in said
    assert server.git("rev-parse", "main") != records.git("rev-parse", "main")


def test_nothing_is_written_on_the_server(records: GitRepository, server: GitRepository) -> None:
    """
    Judging leaves no trace in the repository that is pushed to.
    """
    records.write("README", "x\n")
    records.commit("Go on")
    run_git(records, "push", "--quiet", "origin", "main")

    assert not (server.path / "incidentrepo").exists()


def test_existing_hook(records: GitRepository) -> None:
    """
    A second installation says that there is nothing to do; beside another hook it says what to add.
    """
    assert succeed(records.path, "hook", "install").endswith("calls incidentrepo already.\n")
    (records.path / ".git/hooks/pre-commit").write_text("#!/bin/sh\nmake lint\n")
    assert succeed(records.path, "hook", "install").endswith("\n    incidentrepo hook pre-commit || exit\n")


def test_root_stays_inside(records: GitRepository) -> None:
    """
    A folder outside of the repository is refused.
    """
    code, said = run_git(records, "-c", "alias.x=!incidentrepo hook pre-commit --root ../x", "x")

    assert (code, "leads out of the repository" in said) == (2, True)


def test_init(repository: GitRepository) -> None:
    """
    A repository that begins has the hook from the first commit on; one with a hook is told what to add.
    """
    succeed(repository.path, "init", "incidents", "--timezone", "UTC")
    hook = repository.path / ".git/hooks/pre-commit"
    assert hook.read_text(encoding="utf-8").endswith("\nexec incidentrepo hook pre-commit --root incidents\n")
    hook.write_text("#!/bin/sh\nmake lint\n")

    said = succeed(repository.path, "init", "others", "--timezone", "UTC")

    assert "stays as it is; add to it:\n\n    incidentrepo hook pre-commit --root others || exit\n" in said
