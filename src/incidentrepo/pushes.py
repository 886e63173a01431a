"""The verdict on a push, before a server takes it: every branch is judged, and one refusal refuses all."""

from collections.abc import Iterable
from dataclasses import dataclass, replace
from datetime import datetime

from incidentrepo.config.loading import POLICY_FILE, load_config
from incidentrepo.errors import IncidentRepoError, RefusedError, UsageError
from incidentrepo.findings import Report
from incidentrepo.gates import concerns_records, has_policy, judge_beginning, judge_change
from incidentrepo.model.policy import Level
from incidentrepo.store.branches import list_branches, server_branch
from incidentrepo.store.clone import Clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.differences import is_ancestor
from incidentrepo.store.roots import find_root

_HEADS = "refs/heads/"


@dataclass(frozen=True, slots=True, kw_only=True)
class Update:
    """What a push asks of one reference; an id of zeros alone is none: it is made, or deleted."""

    old: str | None
    new: str | None
    ref: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Verdict:
    """What is said of one reference: a report, or why there is none; neither where nothing concerns us."""

    ref: str
    report: Report | None = None
    error: IncidentRepoError | None = None

    @property
    def exit_code(self) -> int:
        """As `check` would end: 0, 1 for what is wrong, 3 for what could not be judged."""
        if self.error:
            return self.error.exit_code
        return int(self.report is not None and self.report.has_reached(Level.ERROR))


@dataclass(frozen=True, slots=True, kw_only=True)
class _Home:
    """What the server has before the push: where the records live, and on which branch."""

    commit: str | None
    branches: frozenset[str]


def parse_update(line: str) -> Update:
    """
    Return what one line of a hook's input asks for; raise `UsageError` where it is none.

    https://git-scm.com/docs/githooks#pre-receive
    """
    parts = line.rstrip("\n").split(" ", 2)
    if len(parts) != 3:
        raise UsageError(
            f"{line!r} is not `OLD NEW REF`", hint="git calls this hook; it is no command for people"
        )
    old, new, ref = parts
    return Update(old=old if old.strip("0") else None, new=new if new.strip("0") else None, ref=ref)


def judge_push(
    clone: Clone, updates: Iterable[Update], *, now: datetime, root: str | None = None
) -> tuple[Verdict, ...]:
    """
    Return the verdict on each reference of a push to `clone`, whose objects are there already.

    `root` is the folder of the policy, where the default branch does not say it by itself.
    """
    try:
        home = _find_home(clone, root)
    except IncidentRepoError as error:
        return tuple(Verdict(ref=update.ref, error=error) for update in updates)
    return tuple(_judge(clone, update, home, now=now, root=root) for update in updates)


def _find_home(clone: Clone, root: str | None) -> _Home:
    """Return the default branch: the one that HEAD names, and the one that the policy there names."""
    head = server_branch(clone)
    branches = list_branches(clone)
    if head is None:
        return _Home(commit=None, branches=frozenset())
    folder = root if root is not None else find_root(clone, branches[head])
    if folder is None:
        return _Home(commit=branches[head], branches=frozenset({head}))
    snapshot = commit_snapshot(replace(clone, root=folder), branches[head], only=POLICY_FILE)
    named = load_config(snapshot).policy.branch if has_policy(snapshot) else None
    home = named if named in branches else head
    return _Home(commit=branches[home], branches=frozenset({head, home}))


def _judge(clone: Clone, update: Update, home: _Home, *, now: datetime, root: str | None) -> Verdict:
    if not update.ref.startswith(_HEADS):
        return Verdict(ref=update.ref)
    try:
        _refuse_loss(clone, update, home)
        report = _report(clone, update, home, now=now, root=root) if update.new else None
    except IncidentRepoError as error:
        return Verdict(ref=update.ref, error=error)
    return Verdict(ref=update.ref, report=report)


def _refuse_loss(clone: Clone, update: Update, home: _Home) -> None:
    """Raise `RefusedError` where the default branch would lose what it has."""
    name = update.ref.removeprefix(_HEADS)
    if name not in home.branches or update.old is None:
        return
    if update.new is None:
        raise RefusedError(f"{name} holds the records, and cannot be deleted")
    if not is_ancestor(clone, update.old, update.new):
        raise RefusedError(
            f"{name} holds the records, and cannot be rewritten",
            hint=f"take in what is there (`git pull --rebase origin {name}`), and push without --force",
        )


def _report(clone: Clone, update: Update, home: _Home, *, now: datetime, root: str | None) -> Report | None:
    """Return what the new version of a branch brings, None where it has nothing to do with records."""
    new = update.new
    assert new is not None, "a deletion is judged without"
    known = [commit for commit in (home.commit, update.old, new) if commit]
    if root is None:
        root = next((found for commit in known if (found := find_root(clone, commit)) is not None), None)
    if root is None:
        return None
    clone = replace(clone, root=root)
    candidate = commit_snapshot(clone, new)
    base = _find_base(clone, update, home)
    if base is None:
        if not has_policy(candidate):
            return None
        return judge_beginning(candidate, now=now, note="nothing was here before: judged by its own policy")
    if not concerns_records(clone, candidate, head=new, base=base):
        return None
    return judge_change(clone, candidate, head=new, base=base, now=now, is_brief=True)


def _find_base(clone: Clone, update: Update, home: _Home) -> str | None:
    """Return what to compare with: what the branch was, else the default branch."""
    is_home = update.ref.removeprefix(_HEADS) in home.branches
    if update.old and (is_home or has_policy(commit_snapshot(clone, update.old, only=POLICY_FILE))):
        return update.old
    return home.commit
