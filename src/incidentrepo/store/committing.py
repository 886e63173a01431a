"""Commit files on the branch that is checked out, and leave all else as it is."""

import os
import re
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from incidentrepo.errors import StoreError
from incidentrepo.model.change import Signature
from incidentrepo.store.branches import no_branch
from incidentrepo.store.clone import Clone, require_work_tree
from incidentrepo.store.files import locate_file, remove_file, write_file
from incidentrepo.store.reading import read_bytes
from incidentrepo.store.running import run_git

# Signing may ask for a passphrase, and wait for somebody to type it.
_TIME_LIMIT = 600.0
_COMMITTED = re.compile(r"^\[(?P<branch>.+?) (?:\(root-commit\) )?(?P<id>[0-9a-f]{40,64})\]", re.MULTILINE)
_DETACHED = "(detached)"


@dataclass(frozen=True, slots=True, kw_only=True)
class Commit:
    """A commit that was made; `hand_edited` are its paths that had uncommitted edits before ours."""

    id: str
    branch: str
    hand_edited: tuple[str, ...] = ()


def commit_files(
    clone: Clone,
    files: Mapping[str, bytes | None],
    *,
    message: str,
    author: Signature | None = None,
    at: datetime | None = None,
) -> Commit:
    """
    Write `files` (path from the root -> content, None removes) and commit them: all of it or nothing.

    What else is staged or dirty stays as it was; earlier edits of these files are committed with them.
    `author` is git's user unless given; `at` dates the commit. Raises StoreError, with every file back
    as it was.
    """
    top = require_work_tree(clone)
    places = {path: locate_file(top / clone.root, path) for path in files}
    branch, edited = _look_before(clone, files)
    before = {path: _read_or_none(place) for path, place in places.items()}
    # What is neither on disk nor missed by git is new to it.
    new = tuple(
        path
        for path, data in files.items()
        if data is not None and edited.get(path, "?" if before[path] is None else "") == "?"
    )
    try:
        for path, data in files.items():
            _put(places[path], data)
        commit_id = _add_and_commit(clone, files, new, message, _describe(author, at))
    except BaseException:
        for path, data in before.items():
            _put(places[path], data)
        raise
    hand_edited = tuple(path for path in files if path in edited and before[path] is not None)
    return Commit(id=commit_id, branch=branch, hand_edited=hand_edited)


def _look_before(clone: Clone, paths: Iterable[str]) -> tuple[str, dict[str, str]]:
    """Return the branch, and those of `paths` that are not as committed (`?`: new to git), by one git."""
    options = ("--porcelain=v2", "--branch", "-z", "--untracked-files=all", "--no-renames")
    printed = run_git(clone.folder, "status", *options, "--", *_from_top(clone, paths))
    branch = ""
    edited: dict[str, str] = {}
    for line in os.fsdecode(printed).split("\0")[:-1]:
        if line.startswith("# branch.head "):
            branch = line.removeprefix("# branch.head ")
        elif not line.startswith("#"):
            edited[_status_path(line).removeprefix(clone.root)] = line[0]
    if branch == _DETACHED:
        raise no_branch()
    return branch, edited


def _status_path(line: str) -> str:
    # https://git-scm.com/docs/git-status#_changed_tracked_entries: fields before the path, by kind.
    fields = {"1": 8, "u": 10, "?": 1}[line[0]]
    return line.split(" ", fields)[fields]


def _add_and_commit(
    clone: Clone, paths: Iterable[str], new: Sequence[str], message: str, environment: Mapping[str, str]
) -> str:
    named = _from_top(clone, new)
    if named:
        # `commit --only` takes none but files that git knows. Forced, for an ignore rule that fits a
        # record is there by mistake.
        run_git(clone.folder, "add", "--intent-to-add", "--force", "--", *named, environment={})
    try:
        return _run_commit(clone, paths, message, environment)
    except BaseException:
        _withdraw(clone, named)
        raise


def _withdraw(clone: Clone, named: Sequence[str]) -> None:
    if named:
        run_git(clone.folder, "update-index", "--force-remove", "--", *named, environment={})


def _run_commit(clone: Clone, paths: Iterable[str], message: str, environment: Mapping[str, str]) -> str:
    printed = run_git(
        clone.folder,
        *("-c", "core.abbrev=no"),  # the whole id, so that no second git has to be asked for it
        *(
            "commit",
            "--only",
            "--no-verify",
            "--cleanup=whitespace",
            "--file=-",
            "--",
            *_from_top(clone, paths),
        ),
        stdin=message.encode(),
        environment=environment,
        limit=_TIME_LIMIT,
    ).decode("utf-8", "replace")
    match = _COMMITTED.search(printed)
    if match is None:
        raise StoreError(f"git committed, but did not say what: {printed.strip()!r}")
    return match["id"]


def _describe(author: Signature | None, at: datetime | None) -> dict[str, str]:
    described: dict[str, str] = {}
    if author is not None:
        described |= {"GIT_AUTHOR_NAME": author.name, "GIT_AUTHOR_EMAIL": author.email}
    if at is not None:
        date = format_date(at)
        described |= {"GIT_AUTHOR_DATE": date, "GIT_COMMITTER_DATE": date}
    return described


def format_date(at: datetime) -> str:
    """Return an aware time as git takes it: seconds since 1970, and the offset it was said in."""
    assert at.tzinfo is not None, "times are aware"
    return f"@{int(at.timestamp())} {at.strftime('%z')[:5]}"


def _from_top(clone: Clone, paths: Iterable[str]) -> tuple[str, ...]:
    return tuple(clone.root + path for path in paths)


def _read_or_none(place: Path) -> bytes | None:
    return read_bytes(place) if os.path.lexists(place) else None


def _put(place: Path, data: bytes | None) -> None:
    if data is None:
        remove_file(place)
    else:
        write_file(place, data)
