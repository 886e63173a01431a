"""What another policy would do, as values."""

import pytest

from incidentrepo.policy_preview import PolicyPreview, edits_policy, preview_note, preview_policy
from incidentrepo.store.clone import open_clone
from incidentrepo.store.worktree import worktree_snapshot
from tests.folders import INCIDENT, NOW, POLICY, RECORD
from tests.git_repository import GitRepository

TIMES = "declared_at: 2026-11-02T09:14:00Z\nresolved_at: 2026-11-02T11:05:00Z\n"
OWED = "severities: {{SEV1: {{label: Bad, postmortem: {}, review: {}}}}}\n"


@pytest.fixture
def decided(repository: GitRepository) -> GitRepository:
    """A resolved SEV1 that owes a postmortem, and no review."""
    repository.write("incidentrepo.yaml", POLICY + OWED.format("20 days", "no"))
    repository.write(INCIDENT, f"{RECORD}severity: SEV1\nstatus: resolved\n{TIMES}")
    repository.commit("Decide")
    return repository


def preview(repository: GitRepository, policy: str) -> PolicyPreview:
    repository.write("incidentrepo.yaml", POLICY + policy)
    clone = open_clone(repository.path)
    return preview_policy(clone, worktree_snapshot(clone), base="HEAD", now=NOW)


def is_another(repository: GitRepository) -> bool:
    clone = open_clone(repository.path)
    return edits_policy(clone, worktree_snapshot(clone), base="HEAD")


def test_owed_and_moved(decided: GitRepository) -> None:
    """
    What nobody owed is newly owed; what is due at another time is told with both.
    """
    found = preview(decided, OWED.format("30 days", "9 days"))

    assert [duty.name for duty in found.owed] == ["review"]
    assert [(f"{a.due_at:%m-%d}", f"{b.due_at:%m-%d}") for a, b in found.moved] == [("11-22", "12-02")]
    assert found.let_off == ()


def test_let_off(decided: GitRepository) -> None:
    """
    What the new policy does not ask for is owed no longer.
    """
    found = preview(decided, OWED.format("no", "no"))

    assert [duty.name for duty in found.let_off] == ["postmortem"]


def test_the_same(decided: GitRepository) -> None:
    """
    The policy of the base changes nothing, and is no other one.
    """
    found = preview(decided, OWED.format("20 days", "no"))

    assert found.is_empty
    assert preview_note(found) == "by the new policy, no incident would owe, fail or pass otherwise"
    assert not is_another(decided)


def test_note(decided: GitRepository) -> None:
    """
    The note counts incidents, and names the command that names them.
    """
    found = preview(decided, OWED.format("20 days", "9 days"))

    assert preview_note(found) == (
        "by the new policy, of 1 incidents 1 would newly owe, 0 newly fail, 0 newly pass: "
        "`incidentrepo check --preview-policy --base HEAD` names them"
    )
    assert is_another(decided)
