"""Make a repository where there is none."""

from pathlib import Path

from incidentrepo.errors import NothingToCheck
from incidentrepo.store.clone import Clone, open_clone
from incidentrepo.store.files import disk_errors
from incidentrepo.store.running import run_git


def init_repository(path: Path) -> Clone:
    """Return the repository that `path` is in; make one there, and the folder, where there is none."""
    with disk_errors(path):
        path.mkdir(parents=True, exist_ok=True)
    try:
        return open_clone(path)
    except NothingToCheck:
        run_git(path, "init", "--quiet", "--initial-branch=main", environment={})
    return open_clone(path)
