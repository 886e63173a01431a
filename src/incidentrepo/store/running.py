"""Run git the one way that is safe: list arguments, a clean environment, a time limit, bytes out."""

import os
import subprocess
from collections.abc import Mapping, Sequence
from pathlib import Path

from incidentrepo.errors import StoreError
from incidentrepo.store.failures import command_name, explain_failure

# How a user reaches a server, who they are and where their settings live; as pre-commit keeps them.
# All else of GIT_* is dropped: a hook's GIT_DIR or GIT_INDEX_FILE may be another repository's.
_KEPT = frozenset(
    {
        "GIT_ALLOW_PROTOCOL",
        "GIT_ASKPASS",
        "GIT_AUTHOR_EMAIL",
        "GIT_AUTHOR_NAME",
        "GIT_CEILING_DIRECTORIES",
        "GIT_COMMITTER_EMAIL",
        "GIT_COMMITTER_NAME",
        "GIT_CONFIG_COUNT",
        "GIT_CONFIG_GLOBAL",
        "GIT_CONFIG_NOSYSTEM",
        "GIT_CONFIG_SYSTEM",
        "GIT_EXEC_PATH",
        "GIT_HTTP_PROXY_AUTHMETHOD",
        "GIT_SSH",
        "GIT_SSH_COMMAND",
        "GIT_SSL_CAINFO",
        "GIT_SSL_NO_VERIFY",
        # A server's hook sees what is being pushed only through these.
        # https://git-scm.com/docs/git-receive-pack#_quarantine_environment
        "GIT_ALTERNATE_OBJECT_DIRECTORIES",
        "GIT_OBJECT_DIRECTORY",
        "GIT_QUARANTINE_PATH",
    }
)
_KEPT_PREFIXES = ("GIT_CONFIG_KEY_", "GIT_CONFIG_VALUE_")

_ALWAYS = {
    "LC_ALL": "C",  # messages are matched in English
    "GIT_TERMINAL_PROMPT": "0",
    "GIT_LITERAL_PATHSPECS": "1",  # a folder may be called `*`
}
READING = {
    "GIT_OPTIONAL_LOCKS": "0",  # never stand in the way of a person's own git
    # A partial clone would ask its server for each missing object, one by one.
    "GIT_ALLOW_PROTOCOL": "none",
    "GIT_NO_LAZY_FETCH": "1",
}
TIME_LIMIT = 60.0


def run_git(
    folder: Path,
    *arguments: str,
    stdin: bytes = b"",
    environment: Mapping[str, str] = READING,
    accepted: Sequence[int] = (0,),
    limit: float = TIME_LIMIT,
) -> bytes:
    """
    Return what `git ARGUMENTS` prints in `folder`, which need not be a repository.

    Raises StoreError where git is missing, takes more than `limit` seconds, or ends with a code
    that is not `accepted`. The caller writes `--end-of-options` before anything a user named.
    """
    try:
        done = subprocess.run(
            git_command(folder, *arguments),
            input=stdin,
            capture_output=True,
            env=git_environment(environment),
            timeout=limit,
            check=False,
        )
    except FileNotFoundError as error:
        raise git_is_missing() from error
    except subprocess.TimeoutExpired as error:
        raise git_took_too_long(arguments, limit) from error
    if done.returncode not in accepted:
        raise explain_failure(arguments, done.stderr + done.stdout)
    return done.stdout


def git_command(folder: Path, *arguments: str) -> list[str]:
    """Return the argument list that runs git in `folder`."""
    # Not by working directory: a folder that is missing must not look like a missing git.
    return ["git", "-C", os.fspath(folder), *arguments]


def git_environment(extra: Mapping[str, str]) -> dict[str, str]:
    """Return our own environment without what would send git elsewhere, and with `extra`."""
    inherited = {
        name: value
        for name, value in os.environ.items()
        if not name.startswith("GIT_") or name in _KEPT or name.startswith(_KEPT_PREFIXES)
    }
    return inherited | _ALWAYS | dict(extra)


def git_is_missing() -> StoreError:
    """Return the error for a machine without git."""
    return StoreError("the git command was not found", hint="install git, and see that it is on PATH")


def git_took_too_long(arguments: Sequence[str], limit: float) -> StoreError:
    """Return the error for a git that did not end in time."""
    return StoreError(
        f"`git {command_name(arguments)}` did not end within {limit:g} seconds",
        hint="look for a hook or a signing program that waits for an answer",
    )
