"""The verdict on a version of the files, or on a change: the same in every gate."""

from collections.abc import Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from incidentrepo.checks import check_change, check_repository
from incidentrepo.config.loading import POLICY_FILE, load_config
from incidentrepo.errors import NothingToCheck
from incidentrepo.findings import Report
from incidentrepo.model.policy import Policy
from incidentrepo.repository import Repository, differing_folders, files_by_folder, load_repository
from incidentrepo.rules.code_yellow import code_yellow_notes
from incidentrepo.rules.context import names_of
from incidentrepo.settling import Part, take_law
from incidentrepo.store.cache import Cache
from incidentrepo.store.clone import Clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.differences import changed_paths, merge_bases
from incidentrepo.store.revisions import find_commit, resolve_revision
from incidentrepo.store.snapshot import Snapshot
from incidentrepo.touched import Fork, load_touched
from incidentrepo.unsettled import load_unsettled

# What decides how a change is judged, beside the policy.
_GATE_FOLDERS = (".github/", ".gitlab/", "hooks/")
_GATE_FILES = frozenset({".gitlab-ci.yml", ".pre-commit-config.yaml", "CODEOWNERS"})


def judge(snapshot: Snapshot, *, now: datetime, cache: Cache | None = None) -> Report:
    """
    Return what the rules find in `snapshot`.

    Raises `NothingToCheck` without a policy, and where there is no incident: a folder named wrongly
    must not pass for a good one.
    """
    repository = load_unsettled(snapshot, cache=cache) if cache else load_repository(snapshot)
    findings = check_repository(repository, now=now)
    if not repository.incident_count and not findings:
        raise NothingToCheck(
            f"there is no incident in {snapshot.label}", hint='incidentrepo declare "What is wrong" -s SEV3'
        )
    notes = tuple(code_yellow_notes(findings, repository.policy))
    return Report(findings=findings, incidents=repository.incident_count, checked=snapshot.label, notes=notes)


def judge_change(
    clone: Clone,
    candidate: Snapshot,
    *,
    head: str,
    base: str,
    now: datetime,
    cache: Cache | None = None,
    is_brief: bool = False,
) -> Report:
    """
    Return what `candidate`, which stands on the commit `head`, brings against the commit `base`.

    What was there before is read where the two parted; the policy is that of `base` itself, so that
    no change can relax what it is judged by. `is_brief` leaves out what is not new, and so need not read
    what the change does not touch; the verdict is the same. Raises `StoreError` where `base` cannot be read.
    """
    if find_commit(clone, base) is None and find_commit(clone, "HEAD") is None:
        return judge_beginning(candidate, now=now, note="there is no commit yet to compare with")
    tip = commit_snapshot(clone, base)
    policy = _policy_of(tip)
    if policy is None:
        note = f"{base} has no {POLICY_FILE} yet: this beginning is judged by its own"
        return judge_beginning(candidate, now=now, note=note)
    commit = resolve_revision(clone, base)
    forks = [
        # Most often the base itself, whose files have been listed.
        Fork(commit=found, snapshot=tip if found == commit else commit_snapshot(clone, found))
        for found in merge_bases(clone, base, head)
    ]
    before = [fork for fork in forks if _policy_of(fork.snapshot)]
    if is_brief and before:
        bases, after = load_touched(clone, before, candidate)
    elif cache:
        bases, after = _load_sides(before, candidate, take_law(tip, candidate), cache)
    else:
        bases, after = [load_repository(fork.snapshot) for fork in before], load_repository(candidate)
    found = check_change(bases, replace(after, policy=policy), now=now)
    return Report(
        findings=tuple(finding for finding in found if not (is_brief and finding.is_old)),
        incidents=after.incident_count,
        checked=candidate.label,
        base=base,
        notes=(
            *_notes(clone, forks or [Fork(commit=commit, snapshot=tip)], candidate, head, base),
            *code_yellow_notes(found, policy),
        ),
    )


def concerns_records(clone: Clone, candidate: Snapshot, *, head: str, base: str) -> bool:
    """
    Whether there is a policy to hold this change to, or the change took it away.

    A branch that began before there was one, or beside it, holds no records yet: for a hook, which sees
    every branch, that is no reason to refuse it.
    """
    if has_policy(candidate):
        return True
    if find_commit(clone, base) is None:
        return False
    return any(has_policy(commit_snapshot(clone, fork)) for fork in merge_bases(clone, base, head))


def has_policy(snapshot: Snapshot) -> bool:
    """Whether these files have a policy, be it readable or not."""
    return any(blob.path == POLICY_FILE for blob in snapshot.list_files())


def _load_sides(
    before: Sequence[Fork], candidate: Snapshot, law: Part, cache: Cache
) -> tuple[list[Repository], Repository]:
    """Return what was before and what is now, both without the incidents that are settled in both."""
    files = files_by_folder(candidate.list_files())
    changed = frozenset().union(
        *(differing_folders(files_by_folder(fork.snapshot.list_files()), files) for fork in before)
    )
    bases = [load_unsettled(fork.snapshot, cache=cache, law=law, also=changed) for fork in before]
    called = {name for base in bases for record in base.records for name in names_of(record.incident)}
    return bases, load_unsettled(candidate, cache=cache, law=law, also=changed, called=called)


def judge_beginning(candidate: Snapshot, *, now: datetime, note: str) -> Report:
    """Return what the rules find in the first version of the files, by its own policy; `note` says so."""
    after = load_repository(candidate)
    findings = check_repository(after, now=now)
    label = after.snapshot.label
    return Report(findings=findings, incidents=len(after.records), checked=label, notes=(note,))


def _policy_of(snapshot: Snapshot) -> Policy | None:
    """Return the policy in force there, None before there was one."""
    return load_config(snapshot).policy if has_policy(snapshot) else None


def _notes(clone: Clone, forks: Sequence[Fork], candidate: Snapshot, head: str, base: str) -> Iterator[str]:
    """Yield what a reviewer should know: that the change touches what changes are judged by."""
    edited = set.intersection(*(_edited_gates(clone, fork, candidate, head) for fork in forks))
    for path in sorted(edited):
        yield f"this change edits {path}; it is judged by what {base} has"


def _edited_gates(clone: Clone, fork: Fork, candidate: Snapshot, head: str) -> set[str]:
    """Return what differs, by its path from the root, or from the top where it lies above the root."""
    before = {(blob.path, blob.id) for blob in fork.snapshot.list_files() if _is_of_gate(blob.path)}
    after = {(blob.path, blob.id) for blob in candidate.list_files() if _is_of_gate(blob.path)}
    edited = {path for path, _ in before ^ after}
    if clone.root:
        # A host reads its CI at the top of a repository, wherever in it the records are.
        above = changed_paths(replace(clone, root=""), fork.commit, head)
        paths = {path for file in above for path in (file.path, file.old_path) if path}
        edited |= {path for path in paths if path != POLICY_FILE and _is_of_gate(path)}
    return edited


def _is_of_gate(path: str) -> bool:
    return path == POLICY_FILE or path in _GATE_FILES or path.startswith(_GATE_FOLDERS)
