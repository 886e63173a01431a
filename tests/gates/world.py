"""One repository with a commit for each change, and the five gates that stand in its way."""

import json
import os
import re
import subprocess
from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from pathlib import Path

from tests.ci.scripts import action_script, component_script, install, run_script
from tests.cli.calling import call
from tests.gates.editing import Change, Edits
from tests.gates.forking import write_client
from tests.git_repository import GitRepository

_GITHUB, _GITLAB = action_script(), component_script("incidentrepo-check")
_ERROR = re.compile(r"^(?:remote: )?\S+:\d+:\d+: error\[([a-z-]+)\].*(?<!\(not new\))\s*$", re.MULTILINE)
# `title=incidentrepo` tells that nothing could be checked.
_ANNOTATION = re.compile(r"^::error [^:]*title=(?!incidentrepo::)([a-z-]+)::", re.MULTILINE)


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """Whether a gate lets a change pass, and the rules whose errors are new."""

    passes: bool
    rules: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True, kw_only=True)
class Proposal:
    """A change as commits: on top of `main`, and merged into it as a host does."""

    commit: str
    merged: str


def propose(repository: GitRepository, change: Change) -> Proposal:
    """Commit a change on top of `main`, moving no branch, and merge it."""
    commit = _commit(repository, change.name, change.edits)
    if change.side is not None:
        side = _commit(repository, change.name, change.side)
        commit = _merge(repository, side, tree_of=commit)
    merged = _merge(repository, commit, tree_of=commit)
    repository.git("update-ref", f"refs/proposed/{commit}", merged)
    return Proposal(commit=commit, merged=merged)


def _commit(repository: GitRepository, message: str, edits: Edits) -> str:
    repository.git("switch", "--quiet", "--detach", "main")
    for path, text in edits.items():
        if text is None:
            (repository.path / path).unlink()
        else:
            repository.write(path, text.encode("utf-8", "surrogateescape"))
    return repository.commit(message)


def _merge(repository: GitRepository, side: str, *, tree_of: str) -> str:
    parents = ("-p", "main", "-p", side)
    return repository.git("commit-tree", *parents, "-m", "Merge", f"{tree_of}^{{tree}}").strip()


@dataclass(frozen=True, slots=True, kw_only=True)
class World:
    """
    `clone` has all commits, `server` has `main` alone.

    `programs` holds an `incidentrepo` that takes `now` for the present. `old_errors` are those of `main`.
    """

    clone: GitRepository
    server: GitRepository
    programs: Path
    now: str
    old_errors: Counter[str]

    def check(self, proposal: Proposal) -> Verdict:
        """`check --base`, as a person runs it."""
        ended = call(
            self.clone.path,
            *("check", "--base", "main", "--rev", proposal.commit, "--format", "json"),
            now=self.now,
        )
        rows = json.loads(ended.out)["findings"] if ended.code < 2 else []
        rules = {row["rule"] for row in rows if row["level"] == "error" and not row["is_old"]}
        return Verdict(passes=ended.code == 0, rules=frozenset(rules))

    def commit(self, proposal: Proposal) -> Verdict:
        """The pre-commit hook, in a real `git commit` of the same files."""
        self.clone.git("switch", "--quiet", "--detach", "main")
        self.clone.git("read-tree", proposal.commit)
        before = self.clone.git("rev-parse", "HEAD")
        done = self._git("commit", "--quiet", "--allow-empty", "--message=x")
        moved = self.clone.git("rev-parse", "HEAD") != before
        self.clone.git("reset", "--quiet", "--hard", "main")
        assert moved is (done.returncode == 0)
        return _read(done, _ERROR)

    def push(self, proposal: Proposal) -> Verdict:
        """The pre-receive hook of a bare repository, in a real push to its default branch."""
        before = self.server.git("for-each-ref")
        done = self._git("push", "--quiet", str(self.server.path), f"{proposal.commit}:refs/heads/main")
        after = self.server.git("for-each-ref")
        self.server.git("update-ref", "refs/heads/main", self.clone.git("rev-parse", "main").strip())
        assert (after == before) is (done.returncode != 0)
        return _read(done, _ERROR)

    def github(self, proposal: Proposal) -> Verdict:
        """The step `check` of the action, for the merge that GitHub made of a pull request."""
        self.clone.git("update-ref", "--no-deref", "HEAD", proposal.merged)
        done = run_script(_GITHUB, self.clone.path, programs=self.programs, GITHUB_EVENT_NAME="pull_request")
        return _read(done, _ANNOTATION)

    def gitlab(self, proposal: Proposal) -> Verdict:
        """The script of the component's job, for a merge request's own head."""
        self.clone.git("update-ref", "--no-deref", "HEAD", proposal.commit)
        report = self.clone.path / "gl-code-quality-report.json"
        report.write_text("[]", encoding="utf-8")
        done = run_script(
            _GITLAB,
            self.clone.path,
            programs=self.programs,
            INCIDENTREPO_REQUIREMENT="incidentrepo",
            CI_PIPELINE_SOURCE="merge_request_event",
            CI_MERGE_REQUEST_TARGET_BRANCH_NAME="main",
            CI_PROJECT_VISIBILITY="public",
        )
        written = json.loads(report.read_text(encoding="utf-8") or "[]")
        report.unlink()
        assert done.returncode in {0, 1, 3}, done.stderr
        # GitLab is given the old ones too, and tells by the report on `main` which are new.
        return Verdict(
            passes=done.returncode == 0, rules=frozenset(_errors(written) - self._errors_of_main())
        )

    def _errors_of_main(self) -> Counter[str]:
        ended = call(self.clone.path, "check", "--rev", "main", "--format", "gitlab", now=self.now)
        return _errors(json.loads(ended.out))

    def _git(self, *arguments: str) -> subprocess.CompletedProcess[str]:
        path = os.pathsep.join([str(self.programs), os.environ["PATH"]])
        return subprocess.run(
            ["git", "-C", str(self.clone.path), *arguments],
            capture_output=True,
            check=False,
            encoding="utf-8",
            errors="replace",
            env={**os.environ, "PATH": path},
            stdin=subprocess.DEVNULL,
            timeout=60,
        )


def build_world(source: GitRepository, folder: Path, address: Path, now: str) -> World:
    """Return what the changes proposed in `source` are put through at `now`."""
    programs = folder / "programs"
    write_client(programs / "incidentrepo", address, "--now", now)
    install(programs, "pip", "")
    clone = source.clone(folder / "clone")
    clone.git("fetch", "--quiet", "origin", "refs/proposed/*:refs/proposed/*")
    server = source.clone(folder / "server.git", bare=True)
    for repository, path, command in (
        (clone, ".git/hooks/pre-commit", "hook pre-commit"),
        (server, "hooks/pre-receive", "hook pre-receive --time-limit 60"),
    ):
        repository.write(path, f"#!/bin/sh\nexec incidentrepo {command}\n").chmod(0o755)
    found = json.loads(call(clone.path, "check", "--format", "gitlab", now=now).out)
    return World(clone=clone, server=server, programs=programs, now=now, old_errors=_errors(found))


def _errors(rows: Iterable[Mapping[str, str]]) -> Counter[str]:
    return Counter(row["check_name"] for row in rows if row["severity"] == "critical")


def _read(done: subprocess.CompletedProcess[str], pattern: re.Pattern[str]) -> Verdict:
    said = done.stdout + done.stderr
    found = {next(filter(None, match.groups())) for match in pattern.finditer(said)}
    assert "Traceback" not in said, said
    return Verdict(passes=done.returncode == 0, rules=frozenset(found))
