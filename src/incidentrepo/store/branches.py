"""Which branch is checked out, and which one is home."""

from incidentrepo.errors import StoreError
from incidentrepo.store.clone import Clone
from incidentrepo.store.running import run_git

_HEADS = "refs/heads/"
_REMOTE_HEAD = "refs/remotes/origin/"


def current_branch(clone: Clone) -> str:
    """Return the branch that is checked out, be it without a commit yet; raise StoreError on none."""
    # 1: HEAD is not a symbolic reference.
    printed = run_git(clone.folder, "symbolic-ref", "--quiet", "HEAD", accepted=(0, 1))
    name = printed.decode("utf-8", "surrogateescape").strip()
    if not name:
        raise no_branch()
    return name.removeprefix(_HEADS)


def default_branch(clone: Clone) -> str:
    """Return the remote's default branch, as it was when cloned; without one, what is checked out."""
    printed = run_git(clone.folder, "symbolic-ref", "--quiet", f"{_REMOTE_HEAD}HEAD", accepted=(0, 1))
    name = printed.decode("utf-8", "surrogateescape").strip()
    return name.removeprefix(_REMOTE_HEAD) or current_branch(clone)


def list_branches(clone: Clone) -> dict[str, str]:
    """Return the commit of each branch, by its name."""
    printed = run_git(clone.folder, "for-each-ref", "--format=%(objectname) %(refname)", _HEADS)
    lines = (line.split(" ", 1) for line in printed.decode("utf-8", "surrogateescape").splitlines())
    return {name.removeprefix(_HEADS): commit for commit, name in lines}


def server_branch(clone: Clone) -> str | None:
    """
    Return the branch that people get when they clone, None before there is any.

    Where HEAD names one that was never pushed, it is the only one there is; raise StoreError on several.
    """
    branches = list_branches(clone)
    named = current_branch(clone)
    if named in branches or not branches:
        return named if branches else None
    if len(branches) > 1:
        raise StoreError(
            f"HEAD names the branch {named}, which is not there",
            hint="on the server, run `git symbolic-ref HEAD refs/heads/NAME`",
        )
    return next(iter(branches))


def has_remote(clone: Clone) -> bool:
    """Whether there is anywhere to push to."""
    return bool(run_git(clone.folder, "remote").strip())


def no_branch() -> StoreError:
    """Return the error for a commit that no branch would keep."""
    return StoreError(
        "no branch is checked out (HEAD is detached), so a commit here would be lost",
        hint="run `git switch main`, or `git switch -c NAME` to keep this place",
    )
