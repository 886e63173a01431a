"""Write a repository whose history is told by a list, with the same ids each time."""

import os
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from incidentrepo.errors import StoreError
from incidentrepo.model.change import Signature
from incidentrepo.store.committing import format_date
from incidentrepo.store.files import disk_errors
from incidentrepo.store.running import run_git

_TIME_LIMIT = 600.0


@dataclass(frozen=True, slots=True, kw_only=True)
class ReplayedCommit:
    """A commit to make: `files` by path, None where the commit removes one."""

    at: datetime
    author: Signature
    message: str
    files: Mapping[str, bytes | None]


def replay_commits(path: Path, commits: Iterable[ReplayedCommit]) -> str:
    """
    Return the last of these commits' id, after making them in a new repository at `path`.

    The branch is `main` and checked out. Raises StoreError where `path` holds anything already.
    """
    with disk_errors(path):
        path.mkdir(parents=True, exist_ok=True)
        if any(path.iterdir()):
            raise StoreError(f"{path} is not empty", hint="name a folder that is new or empty")
    run_git(path, "init", "--quiet", "--initial-branch=main", environment={})
    stream = b"".join(part for commit in commits for part in _describe_commit(commit))
    # `--done`: a stream that was cut short is an error.
    run_git(
        path, "fast-import", "--quiet", "--done", stdin=stream + b"done\n", environment={}, limit=_TIME_LIMIT
    )
    run_git(path, "reset", "--quiet", "--hard", environment={}, limit=_TIME_LIMIT)
    return run_git(path, "rev-parse", "--verify", "HEAD").decode("ascii").strip()


def _describe_commit(commit: ReplayedCommit) -> Iterator[bytes]:
    # https://git-scm.com/docs/git-fast-import#_commit
    who = f"{_plain(commit.author.name)} <{_plain(commit.author.email)}> {format_date(commit.at)[1:]}"
    yield f"commit refs/heads/main\nauthor {who}\ncommitter {who}\n".encode()
    yield _data(commit.message.rstrip("\n").encode() + b"\n")
    for path in sorted(commit.files):
        content = commit.files[path]
        if content is None:
            yield b"D " + _quote(path) + b"\n"
        else:
            yield b"M 100644 inline " + _quote(path) + b"\n" + _data(content)


def _data(content: bytes) -> bytes:
    return b"data %d\n%b\n" % (len(content), content)


def _plain(text: str) -> str:
    # What ends a name in a commit's header; git leaves these out as well.
    return text.translate(str.maketrans("", "", "<>\n\0"))


def _quote(path: str) -> bytes:
    escaped = path.replace("\\", "\\\\").replace('"', '\\"').replace("\n", "\\n")
    return b'"' + os.fsencode(escaped) + b'"'
