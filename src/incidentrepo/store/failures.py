"""Say what git's own complaints mean, and what to do next."""

import re
from collections.abc import Sequence

from incidentrepo.errors import IncidentRepoError, NothingToCheck, StoreError

# What git prints (LC_ALL=C) -> what we say; the first that fits. `{0}` is the group that matched.
_MEANINGS: tuple[tuple[str, type[IncidentRepoError], str, str], ...] = (
    (
        r"not a git repository|cannot change to '",
        NothingToCheck,
        "this is not a git repository",
        "run `incidentrepo init`, or name the repository's folder with `-C`",
    ),
    (
        r"dubious ownership in repository at '([^'\n]+)'",
        StoreError,
        "the repository at {0} belongs to another user",
        "if you trust it, run `git config --global --add safe.directory '{0}'`",
    ),
    (
        r"Unable to create '([^'\n]+\.lock)': File exists",
        StoreError,
        "another git is at work here: {0} exists",
        "wait for it to end; if none is running, remove that file",
    ),
    (
        r"Please tell me who you are|empty ident name|unable to auto-detect email address",
        StoreError,
        "git does not know who you are",
        "run `git config --global user.name NAME` and `git config --global user.email ADDRESS`",
    ),
    (
        r"partial commit during a ([\w-]+)",
        StoreError,
        "a {0} is in progress, so this change cannot be committed by itself",
        "end the {0} first (`git status` says how), or use `--no-commit`",
    ),
    (
        r"because you have unmerged files",
        StoreError,
        "files are in conflict, so nothing can be committed",
        "settle them and `git add` them (`git status` lists them)",
    ),
    (
        r"nothing to commit|nothing added to commit|no changes added to commit",
        StoreError,
        "nothing has changed, so there is nothing to commit",
        "",
    ),
    (
        r"does not have any commits yet|(?:revision|argument) 'HEAD'",
        StoreError,
        "the repository has no commit yet",
        "commit something first",
    ),
    (
        r"(?:Not a valid (?:object|commit) name|bad revision|ambiguous argument) '?([^'\n:]+)",
        StoreError,
        "no revision {0!r} in this repository",
        "run `git fetch --tags`, or see `git branch --all`",
    ),
    (
        r"transport '\w+' not allowed|promisor remote|missing blob object",
        StoreError,
        "this clone is partial, and lacks objects that are needed here",
        "clone it anew without `--filter`",
    ),
    (
        r"bad object|unable to read (?:tree|[0-9a-f]{40})|object .* is corrupt|index file corrupt",
        StoreError,
        "the repository lacks an object, or is damaged",
        "run `git fsck`",
    ),
    (
        r"unknown repository extension|[Ee]xpected git repo version|unknown hash algorithm",
        StoreError,
        "this git is too old for the repository's format",
        "install a newer git",
    ),
    (
        r"gpg failed to sign|failed to write commit object",
        StoreError,
        "git could not sign the commit",
        "see that your signing program works: `git commit --allow-empty -S -m test`",
    ),
    (r"No space left on device", StoreError, "the disk is full", "make room, then run the command again"),
)


def explain_failure(arguments: Sequence[str], output: bytes) -> IncidentRepoError:
    """Return the error that says what git's `output` means; git's own words where we know none."""
    text = output.decode("utf-8", "replace")
    for pattern, kind, message, hint in _MEANINGS:
        if match := re.search(pattern, text):
            groups = match.groups()
            return kind(message.format(*groups), hint=hint.format(*groups))
    return StoreError(f"`git {command_name(arguments)}` failed: {_first_complaint(text)}")


def command_name(arguments: Sequence[str]) -> str:
    """Return which of git's commands these arguments run; `-c NAME=VALUE` may stand before it."""
    words = iter(arguments)
    for word in words:
        if word != "-c":
            return word
        next(words)
    return ""


def _first_complaint(text: str) -> str:
    lines = [line.strip() for line in text.splitlines() if line.strip()]
    complaints = (line for line in lines if line.startswith(("fatal: ", "error: ")))
    line = next(complaints, lines[0] if lines else "it said nothing")
    return line.removeprefix("fatal: ").removeprefix("error: ")
