"""Where a repository is pushed to, and what git is set to do with it."""

from incidentrepo.store.clone import Clone
from incidentrepo.store.running import run_git


def remote_address(clone: Clone) -> str:
    """Return the address of `origin`, else of the first remote; empty where there is none."""
    names = run_git(clone.folder, "remote").decode("utf-8", "surrogateescape").split()
    if not names:
        return ""
    name = "origin" if "origin" in names else names[0]
    return read_setting(clone, f"remote.{name}.url")


def read_setting(clone: Clone, name: str) -> str:
    """Return the last value that git has for a setting, empty where it has none."""
    # 1: the setting is not there.
    printed = run_git(clone.folder, "config", "--get", "--end-of-options", name, accepted=(0, 1))
    return printed.decode("utf-8", "surrogateescape").strip()
