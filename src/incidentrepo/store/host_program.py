"""Ask a host through its own program, which holds the person's log-in: we never see a token."""

import json
import subprocess

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import Clone
from incidentrepo.store.running import git_environment

_LIMIT = 20.0
# What a plan does not have GitHub answers with 403, and words that advertise another plan.
_NOT_THERE = ("404", "Upgrade to GitHub")


def ask_host(clone: Clone, program: str, path: str) -> object | None:
    """
    Return what `PROGRAM api PATH` prints as JSON, None where the host has no such thing, or not on this plan.

    Raises StoreError where the program is missing, not logged in, or takes too long.
    """
    try:
        done = subprocess.run(
            [program, "api", path],
            capture_output=True,
            check=False,
            cwd=clone.folder,
            env=git_environment({"NO_COLOR": "1", "GH_PROMPT_DISABLED": "1"}),
            stdin=subprocess.DEVNULL,
            timeout=_LIMIT,
        )
    except FileNotFoundError as error:
        raise StoreError(f"the command {program} was not found", hint=f"install {program}") from error
    except subprocess.TimeoutExpired as error:
        raise StoreError(f"`{program} api` did not end within {_LIMIT:g} seconds") from error
    if done.returncode == 0:
        return _read(done.stdout, program)
    told = done.stderr.decode("utf-8", "replace")
    if any(words in told for words in _NOT_THERE):
        return None
    first = (told.strip().splitlines() or ["it says nothing"])[0]
    raise StoreError(f"{program} could not ask the host: {first}", hint=f"{program} auth status")


def _read(printed: bytes, program: str) -> object:
    try:
        answer: object = json.loads(printed)
    except ValueError as error:
        raise StoreError(f"`{program} api` printed no JSON") from error
    return answer
