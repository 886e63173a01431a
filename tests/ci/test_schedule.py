"""The issue that says what is owed, and the heartbeat of the schedule that writes it."""

import json
import shutil
from datetime import UTC, datetime, timedelta
from pathlib import Path

import pytest

from incidentrepo.model.host import Host
from tests.ci.generated import generate
from tests.ci.scripts import install, run_script, workflow_script
from tests.cli.calling import succeed
from tests.git_repository import GitRepository

pytestmark = pytest.mark.skipif(not shutil.which("jq"), reason="needs jq, which runners have")

FAKE = Path(__file__).with_name("fake_gh.py").read_text(encoding="utf-8")
WORKFLOW = "repos/acme/incidents/actions/workflows/incidents-deadlines.yml"
HOSTILE = "Mail $(touch pwned) `touch pwned` ::error::x"


class Schedule:
    """The schedule of one repository, on a GitHub that keeps its issues in a file."""

    def __init__(self, repository: GitRepository, folder: Path) -> None:
        self.repository = repository
        self.state = folder / "github.json"
        self.programs = folder / "programs"
        install(self.programs, "gh", FAKE)
        self.save(issues=[])

    def save(self, *, issues: object = (), answers: object = None) -> None:
        self.state.write_text(json.dumps({"issues": issues, "answers": answers or {}}), encoding="utf-8")

    @property
    def issues(self) -> list[dict[str, str]]:
        issues: list[dict[str, str]] = json.loads(self.state.read_text(encoding="utf-8"))["issues"]
        return issues

    def run(self, name: str, job: str, step: str) -> tuple[int, str]:
        done = run_script(
            workflow_script(self.repository, name, job, step), self.repository.path, programs=self.programs,
            FAKE_GH=str(self.state), GITHUB_REPOSITORY="acme/incidents", INCIDENTREPO_ROOT=".",
        )  # fmt: skip
        assert "Traceback" not in done.stderr, done.stderr
        return done.returncode, done.stdout

    def look(self) -> int:
        return self.run("incidents-deadlines.yml", "deadlines", "owed")[0]

    def heartbeat(self) -> str:
        code, said = self.run("incidents.yml", "heartbeat", "heartbeat")
        assert code == 0
        return said


@pytest.fixture
def schedule(tmp_path: Path) -> Schedule:
    return Schedule(generate(tmp_path / "acme", Host.GITHUB, ""), tmp_path)


def owe(repository: GitRepository, title: str = HOSTILE) -> None:
    """Leave a postmortem unpaid for years."""
    policy = (repository.path / "incidentrepo.yaml").read_text(encoding="utf-8")
    repository.write("incidentrepo.yaml", policy.replace("adopted_on: 2026-11-22", "adopted_on: 2020-01-01"))
    repository.commit("Owe from the beginning")
    succeed(repository.path, "declare", title, "-s", "SEV1", now="2021-03-01T09:00:00Z")
    succeed(repository.path, "resolve", now="2021-03-01T10:00:00Z")


def test_nothing_owed(schedule: Schedule) -> None:
    """
    Where nothing is owed no issue is opened.
    """
    succeed(schedule.repository.path, "declare", "Mail is late", "-s", "SEV3", now="2026-11-22T09:00:00Z")

    assert (schedule.look(), schedule.issues) == (0, [])


def test_one_issue(schedule: Schedule) -> None:
    """
    What is overdue is in one issue, which the next run writes anew instead of a second one; it fails the run.
    """
    owe(schedule.repository)

    assert (schedule.look(), schedule.look()) == (1, 1)
    assert [(issue["title"], issue["state"]) for issue in schedule.issues] == [("What we owe", "open")]
    assert "postmortem" in schedule.issues[0]["body"]


def test_paid(schedule: Schedule) -> None:
    """
    The issue closes when all is paid, and is opened again when something new is owed.
    """
    owe(schedule.repository)
    schedule.look()
    succeed(schedule.repository.path, "invalidate", "mail", "--reason", "Nothing", "--confirmed-by", "grace")

    paid, closed = schedule.look(), schedule.issues[0]["state"]
    owe(schedule.repository, "Payments fail")
    schedule.look()

    assert (paid, closed) == (0, "closed")
    assert [issue["state"] for issue in schedule.issues] == ["open"]


def test_another_persons_issue(schedule: Schedule) -> None:
    """
    Somebody's issue of the same title is not ours to write.
    """
    theirs = {"number": 1, "user": "mallory", "title": "What we owe", "state": "open", "body": "Nothing"}
    schedule.save(issues=[theirs])
    owe(schedule.repository)

    schedule.look()

    assert schedule.issues[0] == theirs
    assert len(schedule.issues) == 2


def test_titles_stay_text(schedule: Schedule) -> None:
    """
    What a record says is neither run nor read as a command.
    """
    owe(schedule.repository)

    schedule.look()

    assert not list(schedule.repository.path.glob("pwned"))
    assert "touch pwned" in schedule.issues[0]["body"]


def test_nothing_known(schedule: Schedule) -> None:
    """
    Where nothing can be read the issue stays as it was, and the run fails.
    """
    owe(schedule.repository)
    schedule.look()
    before = schedule.issues
    schedule.repository.write("incidentrepo.yaml", "a: [\n")

    assert (schedule.look(), schedule.issues) == (3, before)


def answers(state: str, days: int) -> dict[str, object]:
    ran = (datetime.now(UTC) - timedelta(days=days)).strftime("%Y-%m-%dT%H:%M:%SZ")
    runs = {"workflow_runs": [{"created_at": ran}]}
    return {WORKFLOW: {"state": state}, f"{WORKFLOW}/runs?per_page=1&status=completed": runs}


def test_heart_beats(schedule: Schedule) -> None:
    """
    A schedule that ran lately, or has not landed yet, is nothing to tell.
    """
    schedule.save(answers=answers("active", 3))
    lately = schedule.heartbeat()
    schedule.save()

    assert (lately, schedule.heartbeat()) == ("", "")


def test_heart_has_stopped(schedule: Schedule) -> None:
    """
    Who opens a change is told that the schedule is switched off, or has not run for long.
    """
    schedule.save(answers=answers("disabled_inactivity", 1))
    off = schedule.heartbeat()
    schedule.save(answers=answers("active", 9))
    silent = schedule.heartbeat()

    assert off.startswith("::warning title=Nobody looks at the deadlines::Their schedule is switched off.")
    assert silent.startswith("::warning title=Nobody looks at the deadlines::They were last looked at on 20")
