"""Where in a commit the records live, for those who have no files checked out."""

import os

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import POLICY_FILE, Clone
from incidentrepo.store.running import run_git


def find_root(clone: Clone, commit: str) -> str | None:
    """
    Return the folder of the policy, "" or `ops/incidents/`; None where there is none.

    One at the top counts before all others. Raises StoreError where several folders have one.
    """
    if _list(clone, commit, "--", POLICY_FILE):
        return ""
    found = [path for path in _list(clone, commit) if path.endswith(f"/{POLICY_FILE}")]
    if len(found) > 1:
        raise StoreError(
            f"there are several {POLICY_FILE}: {', '.join(found)}",
            hint="let the hook name one folder with `--root`",
        )
    return found[0].removesuffix(POLICY_FILE) if found else None


def _list(clone: Clone, commit: str, *limits: str) -> list[str]:
    names = ("--full-tree", "--name-only", "-z")
    return os.fsdecode(run_git(clone.folder, "ls-tree", "-r", *names, commit, *limits)).split("\0")[:-1]
