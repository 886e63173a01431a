"""What CI compares a change with, in clones that are as shallow as those of a runner."""

import re
import subprocess
from pathlib import Path

import pytest

from tests.ci.scripts import action_script, component_script, install, run_script
from tests.cli.calling import succeed
from tests.git_repository import GitRepository

GITHUB, GITLAB = action_script(), component_script("incidentrepo-check")
ZEROS = "0" * 40
HOSTILE = "x;touch${IFS}pwned;$(touch${IFS}pwned)`touch${IFS}pwned`"


@pytest.fixture
def upstream(repository: GitRepository) -> GitRepository:
    """An incident on `main`; on `change` a note, and since then fifty commits on `main`."""
    repository.commit("Begin")
    succeed(repository.path, "init", "ops", "--timezone", "UTC")
    succeed(repository.path / "ops", "declare", "Mail is late", "-s", "SEV3")
    repository.git("switch", "-qc", "change")
    succeed(repository.path / "ops", "note", "It is the queue")
    repository.git("switch", "-q", "main")
    for number in range(50):
        repository.commit(f"Change {number}")
    return repository


def break_record(repository: GitRepository) -> str:
    (path,) = repository.path.glob("ops/incidents/*/*/*/incident.yaml")
    text = path.read_text(encoding="utf-8").replace("kind: incident", "kind: accident")
    repository.write(path.relative_to(repository.path).as_posix(), text)
    return repository.commit("Break it")


def job(upstream: GitRepository, ref: str, *, depth: int = 2) -> GitRepository:
    """Return a runner's clone: the last commits of one ref, checked out without a branch."""
    clone = GitRepository.init(upstream.path.with_name("job"))
    clone.git("remote", "add", "origin", upstream.path.as_uri())
    clone.git("fetch", "-q", f"--depth={depth}", "origin", ref)
    clone.git("checkout", "-q", "FETCH_HEAD")
    return clone


def check(script: str, clone: GitRepository, tmp_path: Path, **environment: str) -> tuple[int, str]:
    """Return how the check ends and which commit it compared with, or what else it said."""
    install(tmp_path / "programs", "pip", "")
    done = run_script(
        script, clone.path, programs=tmp_path / "programs", INCIDENTREPO_ROOT="ops",
        INCIDENTREPO_REQUIREMENT="incidentrepo", **environment,
    )  # fmt: skip
    base = re.search(r"against ([0-9a-f]{40})", done.stdout)
    return done.returncode, base[1] if base else done.stdout + done.stderr


def merge(upstream: GitRepository) -> str:
    upstream.git("merge", "-q", "--no-ff", "-m", "Merge", "change")
    upstream.git("update-ref", "refs/pull/1/merge", "HEAD")
    upstream.git("reset", "-q", "--hard", "HEAD^1")
    return upstream.git("rev-parse", "HEAD").strip()


@pytest.mark.parametrize("depth", (1, 2))
def test_pull_request(upstream: GitRepository, tmp_path: Path, depth: int) -> None:
    """
    The merge that the host made is judged against its first parent, and no more history is fetched.
    """
    main = merge(upstream)
    clone = job(upstream, "refs/pull/1/merge", depth=depth)

    assert check(GITHUB, clone, tmp_path, GITHUB_EVENT_NAME="pull_request") == (0, main)
    assert clone.git("rev-list", "--count", "HEAD").strip() == "3"


def test_pull_request_without_its_merge(upstream: GitRepository, tmp_path: Path) -> None:
    """
    Where the head itself is checked out, it is compared with the branch that it is meant for.
    """
    main = upstream.git("rev-parse", "main").strip()
    clone = job(upstream, "change")

    ended = check(GITHUB, clone, tmp_path, GITHUB_EVENT_NAME="pull_request", GITHUB_BASE_REF="main")

    assert ended == (0, main)


def test_branch_that_ends_in_a_merge(upstream: GitRepository, tmp_path: Path) -> None:
    """
    A merge that somebody made is not the host's: what came before it is judged too.
    """
    main = upstream.git("rev-parse", "main").strip()
    upstream.git("switch", "-q", "change")
    break_record(upstream)
    upstream.git("merge", "-q", "-m", "Merge main", "main")
    clone = job(upstream, "change")
    told = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": "main", "GITHUB_SHA": "ab" * 20}

    assert check(GITHUB, clone, tmp_path, **told) == (1, main)


def test_fast_forward_train(upstream: GitRepository, tmp_path: Path) -> None:
    """
    The last commit of a rebased train is not all that it brings.
    """
    main = upstream.git("rev-parse", "main").strip()
    break_record(upstream)
    upstream.git("switch", "-q", "-c", "train")
    upstream.commit("Look away")
    upstream.git("branch", "-f", "main", main)
    told = {
        "CI_PIPELINE_SOURCE": "merge_request_event",
        "CI_MERGE_REQUEST_EVENT_TYPE": "merge_train",
        "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main",
    }

    assert check(GITLAB, job(upstream, "train"), tmp_path, **told) == (1, main)


def test_merge_requests(upstream: GitRepository, tmp_path: Path) -> None:
    """
    Of a merged result the first parent counts; a detached pipeline is compared with the target branch.
    """
    main = merge(upstream)
    request = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": "main"}
    clone = job(upstream, "refs/pull/1/merge")

    merged = check(GITLAB, clone, tmp_path, **request, CI_MERGE_REQUEST_EVENT_TYPE="merged_result")
    clone.git("fetch", "-q", "--depth=2", "origin", "change")
    clone.git("checkout", "-q", "FETCH_HEAD")
    detached = check(GITLAB, clone, tmp_path, **request, CI_MERGE_REQUEST_EVENT_TYPE="detached")

    assert (merged, detached) == ((0, main), (0, main))


def push(script: str, before: str, ref: str) -> dict[str, str]:
    """Return what either host tells of a push."""
    if script is GITHUB:
        names = ("GITHUB_EVENT_NAME", "INCIDENTREPO_BEFORE", "GITHUB_REF_NAME", "INCIDENTREPO_DEFAULT_BRANCH")
    else:
        names = ("CI_PIPELINE_SOURCE", "CI_COMMIT_BEFORE_SHA", "CI_COMMIT_BRANCH", "CI_DEFAULT_BRANCH")
    return dict(zip(names, ("push", before, ref, "main"), strict=True))


@pytest.mark.parametrize("script", (GITHUB, GITLAB), ids=("github", "gitlab"))
def test_pushes(script: str, upstream: GitRepository, tmp_path: Path) -> None:
    """
    A push is compared with what was there; a new branch with the default one; a first push with nothing.
    """
    main = upstream.git("rev-parse", "main").strip()
    old = upstream.git("rev-parse", "main~45").strip()
    bad = break_record(upstream)
    clone = job(upstream, "main")

    assert check(script, clone, tmp_path, **push(script, old, "main")) == (1, old)
    assert check(script, clone, tmp_path, **push(script, main, "main")) == (1, main)
    assert check(script, clone, tmp_path, **push(script, bad, "main"))[0] == 0
    assert check(script, clone, tmp_path, **push(script, ZEROS, "main"))[0] == 1
    clone.git("fetch", "-q", "--depth=2", "origin", "change")
    clone.git("checkout", "-q", "FETCH_HEAD")
    assert check(script, clone, tmp_path, **push(script, ZEROS, "change")) == (0, bad)


@pytest.mark.parametrize("script", (GITHUB, GITLAB), ids=("github", "gitlab"))
def test_no_green_light_without_a_base(script: str, upstream: GitRepository, tmp_path: Path) -> None:
    """
    What cannot be fetched, or is not told, is a failure of its own kind.
    """
    clone = job(upstream, "main")

    gone = check(script, clone, tmp_path, **push(script, "ab" * 20, "main"))
    untold = check(script, clone, tmp_path, **push(script, "", "main"))

    assert (gone[0], untold[0]) == (3, 3)
    assert "cannot be fetched" in gone[1]
    assert "nothing says what this branch was before" in untold[1]


def test_events_with_rights(upstream: GitRepository, tmp_path: Path) -> None:
    """
    A change from outside is not judged where secrets are.
    """
    code, said = check(GITHUB, upstream, tmp_path, GITHUB_EVENT_NAME="pull_request_target")

    assert (code, "run this on pull_request" in said) == (3, True)


@pytest.mark.parametrize("script", (GITHUB, GITLAB), ids=("github", "gitlab"))
def test_a_change_elsewhere(script: str, upstream: GitRepository, tmp_path: Path) -> None:
    """
    What touches neither the records nor CI passes at once, so that the check can be required.
    """
    before = upstream.git("rev-parse", "main").strip()
    upstream.write("shop/main.py", "print()\n")
    upstream.commit("Sell")
    clone = job(upstream, "main")

    code, said = check(script, clone, tmp_path, **push(script, before, "main"))

    assert (code, said) == (0, "This change touches no incident.\n")


@pytest.mark.parametrize("script", (GITHUB, GITLAB), ids=("github", "gitlab"))
@pytest.mark.parametrize("name", (HOSTILE, "--upload-pack=touch pwned", "main:refs/heads/main"))
def test_names_are_never_run(script: str, name: str, upstream: GitRepository, tmp_path: Path) -> None:
    """
    A branch may be called anything: it is looked for, not run.
    """
    clone = job(upstream, "change")
    on_github = {"GITHUB_EVENT_NAME": "pull_request", "GITHUB_BASE_REF": name}
    on_gitlab = {"CI_PIPELINE_SOURCE": "merge_request_event", "CI_MERGE_REQUEST_TARGET_BRANCH_NAME": name}

    code, _ = check(script, clone, tmp_path, **on_github, **on_gitlab)

    assert code == 3
    assert not list(upstream.path.parent.rglob("pwned*"))


def test_summary(upstream: GitRepository, tmp_path: Path) -> None:
    """
    The page of the run says the verdict, and what is owed.
    """
    summary = tmp_path / "summary.md"
    break_record(upstream)

    code, _ = check(
        GITHUB, job(upstream, "main"), tmp_path,
        **push(GITHUB, upstream.git("rev-parse", "main~1").strip(), "main"), GITHUB_STEP_SUMMARY=str(summary),
    )  # fmt: skip

    assert code == 1
    assert summary.read_text(encoding="utf-8").startswith("## Incidents: something has to be mended first\n")


def test_a_public_log(upstream: GitRepository, tmp_path: Path) -> None:
    """
    The log of a public project says nothing that a record says.
    """
    old = upstream.git("rev-parse", "main").strip()
    break_record(upstream)
    clone = job(upstream, "main")
    install(tmp_path / "programs", "pip", "")
    told = {**push(GITLAB, old, "main"), "INCIDENTREPO_ROOT": "ops", "INCIDENTREPO_REQUIREMENT": "x"}

    def log(visibility: str) -> subprocess.CompletedProcess[str]:
        programs = tmp_path / "programs"
        return run_script(GITLAB, clone.path, programs=programs, **told, CI_PROJECT_VISIBILITY=visibility)

    assert "accident" in log("private").stdout
    assert "accident" not in log("public").stdout
