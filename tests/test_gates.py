from datetime import UTC, datetime

import pytest

from incidentrepo.errors import NothingToCheck, StoreError
from incidentrepo.findings import Report
from incidentrepo.gates import judge, judge_change
from incidentrepo.store.clone import open_clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.worktree import worktree_snapshot
from tests.git_repository import GitRepository

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
POLICY = "schema_version: 1\norganisation: {name: Tern Parcels}\ntimezone: Europe/Lisbon\n"
RECORD = "schema_version: 1\nid: {id}\ntitle: It fails\nkind: incident\nseverity: SEV2\nstatus: {status}\n"


def write_incident(repository: GitRepository, name: str, *, status: str = "open") -> None:
    incident_id = f"2026-11-02-{name}"
    text = RECORD.format(id=incident_id, status=status)
    repository.write(f"incidents/2026/11/{incident_id}/incident.yaml", text)


def judge_head(repository: GitRepository, base: str) -> Report:
    clone = open_clone(repository.path)
    return judge_change(clone, commit_snapshot(clone, "HEAD"), head="HEAD", base=base, now=NOW)


def seen(report: Report) -> list[tuple[str, str | None, bool]]:
    return [(finding.rule, finding.incident, finding.is_old) for finding in report.findings]


@pytest.fixture
def started(repository: GitRepository) -> GitRepository:
    """A policy, one incident with an old fault, on `main`."""
    repository.write("incidentrepo.yaml", POLICY)
    write_incident(repository, "old", status="fixed")
    repository.commit("Start")
    return repository


def test_only_new_counts(started: GitRepository) -> None:
    """
    What was there before is told as old, and does not fail the change.
    """
    started.git("switch", "--create", "change", "--quiet")
    write_incident(started, "new", status="broken")
    started.commit("Declare")

    report = judge_head(started, "main")

    assert seen(report) == [
        ("schema-violation", "2026-11-02-new", False),
        ("schema-violation", "2026-11-02-old", True),
    ]


def test_where_the_two_parted(started: GitRepository) -> None:
    """
    What the base has gained since is not taken for a deletion by the change.
    """
    started.git("switch", "--create", "change", "--quiet")
    write_incident(started, "new")
    started.commit("Declare")
    started.git("switch", "--quiet", "main")
    write_incident(started, "elsewhere")
    started.commit("Declare something else")
    started.git("switch", "--quiet", "change")

    report = judge_head(started, "main")

    assert seen(report) == [("schema-violation", "2026-11-02-old", True)]


def test_deleted(started: GitRepository) -> None:
    """
    An incident that the change takes away is missed.
    """
    started.git("switch", "--create", "change", "--quiet")
    started.git("rm", "--quiet", "-r", "incidents")
    started.commit("Tidy up")

    assert seen(judge_head(started, "main")) == [("incident-deleted", "2026-11-02-old", False)]


def test_policy_of_the_base(started: GitRepository) -> None:
    """
    A change that switches a rule off is judged with the rule on, and is said to touch the policy.
    """
    started.git("switch", "--create", "change", "--quiet")
    started.write("incidentrepo.yaml", POLICY + "rules: {schema-violation: 'off'}\n")
    write_incident(started, "new", status="broken")
    started.commit("Relax")

    report = judge_head(started, "main")

    assert ("schema-violation", "2026-11-02-new", False) in seen(report)
    assert report.notes == ("this change edits incidentrepo.yaml; it is judged by what main has",)


def test_beginning(repository: GitRepository) -> None:
    """
    Against a base without a policy everything is new, and the report says so.
    """
    repository.write("README", "Hello\n")
    base = repository.commit("Start")
    repository.write("incidentrepo.yaml", POLICY)
    write_incident(repository, "old", status="fixed")
    repository.commit("Adopt")

    report = judge_head(repository, base)

    assert seen(report) == [("schema-violation", "2026-11-02-old", False)]
    assert report.notes == (f"{base} has no incidentrepo.yaml yet: this beginning is judged by its own",)


def test_unreadable_base(started: GitRepository) -> None:
    """
    A base that is not there is an error, never a green light.
    """
    with pytest.raises(StoreError, match="no revision 'nowhere'"):
        judge_head(started, "nowhere")


def test_same_verdict_a_year_later(started: GitRepository) -> None:
    """
    The errors of a change do not depend on the clock.
    """
    started.git("switch", "--create", "change", "--quiet")
    write_incident(started, "new", status="broken")
    started.commit("Declare")
    clone = open_clone(started.path)
    candidate = commit_snapshot(clone, "HEAD")

    later = judge_change(clone, candidate, head="HEAD", base="main", now=NOW.replace(year=2027))

    assert later == judge_head(started, "main")


def test_no_incident(repository: GitRepository) -> None:
    """
    Where there is no incident nothing was checked, which is never a green light.
    """
    repository.write("incidentrepo.yaml", POLICY)
    repository.commit("Start")

    with pytest.raises(NothingToCheck, match="there is no incident in the work tree"):
        judge(worktree_snapshot(open_clone(repository.path)), now=NOW)


def test_no_policy(repository: GitRepository) -> None:
    """
    Without a policy nothing can be checked.
    """
    repository.write("README", "Hello\n")
    repository.commit("Start")

    with pytest.raises(NothingToCheck, match=r"there is no incidentrepo\.yaml"):
        judge(worktree_snapshot(open_clone(repository.path)), now=NOW)


def test_criss_cross(started: GitRepository) -> None:
    """
    Where two branches parted twice, new is what neither of the two had.
    """
    for name, branch in (("one", "left"), ("two", "right")):
        started.git("switch", "--create", branch, "--quiet", "main")
        write_incident(started, name, status="broken")
        started.commit(f"Declare {name}")
    started.git("merge", "--quiet", "--no-edit", "left")
    started.git("switch", "--quiet", "left")
    started.git("merge", "--quiet", "--no-edit", "right^1")
    write_incident(started, "three", status="broken")
    started.commit("Declare three")

    report = judge_head(started, "right")

    assert [(name, is_old) for _, name, is_old in seen(report) if not is_old] == [("2026-11-02-three", False)]


def test_policy_of_the_tip(started: GitRepository) -> None:
    """
    A rule that the base has switched on since the two parted judges the change too, on both sides.
    """
    started.write("incidentrepo.yaml", POLICY + "rules: {schema-violation: 'off'}\n")
    started.commit("Relax")
    started.git("switch", "--create", "change", "--quiet")
    write_incident(started, "new", status="broken")
    started.commit("Declare")
    started.git("switch", "--quiet", "main")
    started.write("incidentrepo.yaml", POLICY)
    started.commit("Be strict")
    started.git("switch", "--quiet", "change")

    assert ("schema-violation", "2026-11-02-new", False) in seen(judge_head(started, "main"))


def test_shallow_without_the_base(started: GitRepository) -> None:
    """
    A base that a shallow clone lacks is an error, and what fetches it is told.
    """
    base = started.git("rev-parse", "HEAD").strip()
    write_incident(started, "new")
    started.commit("Declare")
    shallow = started.clone(depth=1)

    with pytest.raises(StoreError, match="which is shallow") as caught:
        judge_head(shallow, base)

    assert "git fetch --unshallow" in caught.value.hint


def test_shallow_where_the_two_parted(started: GitRepository) -> None:
    """
    A clone that has both tips and not where they parted cannot tell what is new.
    """
    started.git("switch", "--create", "change", "--quiet")
    write_incident(started, "new")
    started.commit("Declare")
    started.git("switch", "--quiet", "main")
    write_incident(started, "elsewhere")
    started.commit("Declare something else")
    shallow = started.clone(depth=1)
    shallow.git("fetch", "--quiet", "--depth=1", "origin", "change:change")
    shallow.git("switch", "--quiet", "change")

    with pytest.raises(StoreError, match="no common commit in this clone, which is shallow"):
        judge_head(shallow, "main")


def test_merge_of_the_host(started: GitRepository) -> None:
    """
    A host's merge is judged against its first parent: what the base has gained is not the change's.
    """
    started.git("switch", "--create", "change", "--quiet")
    write_incident(started, "new", status="broken")
    started.commit("Declare")
    started.git("switch", "--quiet", "main")
    write_incident(started, "elsewhere", status="broken")
    started.commit("Declare something else")
    started.git("merge", "--quiet", "--no-edit", "change")

    report = judge_head(started, "HEAD^1")

    assert [name for _, name, is_old in seen(report) if not is_old] == ["2026-11-02-new"]


def test_gates_above_the_records(repository: GitRepository) -> None:
    """
    Where the records are in a folder, a change of the CI at the top is told; the base's own is not.
    """
    repository.write("ops/incidentrepo.yaml", POLICY)
    repository.commit("Start")
    repository.git("switch", "--create", "change", "--quiet")
    repository.write(".github/workflows/incidents.yml", "on: push\n")
    repository.write("src/app.py", "\n")
    repository.commit("Edit")
    repository.git("switch", "--quiet", "main")
    repository.write(".gitlab-ci.yml", "{}\n")
    repository.commit("Edit elsewhere")
    clone = open_clone(repository.path / "ops")

    report = judge_change(clone, commit_snapshot(clone, "change"), head="change", base="main", now=NOW)

    assert report.notes == (
        "this change edits .github/workflows/incidents.yml; it is judged by what main has",
    )
