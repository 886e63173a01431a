"""Turn what people call a commit into its id."""

import re

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import Clone
from incidentrepo.store.running import run_git

_COMMIT_ID = re.compile(r"[0-9a-f]{40,64}")


def resolve_revision(clone: Clone, name: str) -> str:
    """Return the id of the commit that `name` means; never an option, whatever it looks like."""
    commit = find_commit(clone, name)
    if commit is None:
        raise _unknown(clone, name)
    return commit


def find_commit(clone: Clone, name: str) -> str | None:
    """Return the id of the commit that `name` means, None where it means nothing here."""
    if not name or "\0" in name or "\n" in name:
        return None
    arguments = ("rev-parse", "--verify", "--quiet", "--end-of-options", f"{name}^{{commit}}")
    printed = run_git(clone.folder, *arguments, accepted=(0, 1, 128)).decode("ascii", "replace").strip()
    # Of a range, git prints the ends before it finds that one commit was wanted.
    return printed if _COMMIT_ID.fullmatch(printed) else None


def _unknown(clone: Clone, name: str) -> StoreError:
    if find_commit(clone, "HEAD") is None:
        return StoreError("the repository has no commit yet", hint="commit something first")
    if clone.is_shallow:
        return StoreError(
            f"no revision {name!r} in this clone, which is shallow", hint="run `git fetch --unshallow`"
        )
    return StoreError(
        f"no revision {name!r} in {clone.folder}", hint="run `git fetch --tags`, or see `git branch --all`"
    )
