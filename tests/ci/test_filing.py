"""The workflow that turns an issue into a record: what it commits, pushes, answers and starts."""

import json
import shutil
from pathlib import Path
from typing import Any

import pytest
import yaml

from incidentrepo.model.filing_form import FORM_FIELDS, FORM_FILE
from incidentrepo.model.host import Host
from tests.changes.test_filed_issue import ISSUE
from tests.ci.generated import generate
from tests.ci.scripts import install, run_script, workflow_script
from tests.git_repository import GitRepository

# Notes each call, and what each file that it names holds.
GH = """\
import json, os, sys
from pathlib import Path
said = [Path(word[6:]).read_text() if word.startswith("body=@") else word for word in sys.argv[1:]]
with Path(os.environ["FAKE_GH"]).open("a") as calls:
    calls.write(json.dumps(said) + "\\n")
if sys.argv[1:3] == ["pr", os.environ.get("FAKE_PR", "create")]:
    print("https://github.com/acme/incidents/pull/13")
elif sys.argv[1] == "pr":
    sys.exit("a pull request for that branch is there already")
"""
# Lets somebody else be faster with each push to `main`.
SLOW_GIT = """\
import os, subprocess, sys
if "push" in sys.argv and sys.argv[-1].endswith("refs/heads/main"):
    origin = ["{git}", "-C", "{origin}"]
    made = subprocess.run([*origin, "commit-tree", "-p", "main", "-m", "Faster", "main^{{tree}}"], stdout=-1)
    subprocess.run([*origin, "update-ref", "refs/heads/main", made.stdout.decode().strip()])
os.execv("{git}", ["git", *sys.argv[1:]])
"""
REFUSE = '#!/bin/sh\nread -r _ _ ref\n[ "$ref" != refs/heads/main ]\n'
HOSTILE = "Mail $(touch pwned) `touch pwned` ::error::x\n@everybody"


class IssueHost:
    """A host with a repository, and a runner's clone of it."""

    def __init__(self, folder: Path, root: str) -> None:
        source = generate(folder / "source", Host.GITHUB, root)
        source.git("clone", "--quiet", "--bare", str(source.path), str(folder / "origin"))
        self.origin = GitRepository(folder / "origin")
        self.folder, self.root = folder, root
        self.calls_file, self.summary_file = folder / "calls", folder / "summary.md"
        install(folder / "programs", "gh", GH)
        self.runner = self.check_out("runner")

    def check_out(self, name: str) -> GitRepository:
        self.origin.git(
            "clone", "--quiet", "--depth=1", f"file://{self.origin.path}", str(self.folder / name)
        )
        return GitRepository(self.folder / name)

    def file(self, runner: GitRepository | None = None, **fields: Any) -> str:
        """Run the workflow's step on an issue; return what it printed."""
        runner = runner or self.runner
        event = self.folder / "event.json"
        event.write_text(json.dumps({"action": "opened", "issue": ISSUE | fields}), encoding="utf-8")
        script = workflow_script(runner, "incidents-from-issues.yml", "declare", "declare")
        done = run_script(
            script, runner.path, programs=self.folder / "programs", FAKE_GH=str(self.calls_file),
            GITHUB_STEP_SUMMARY=str(self.summary_file),
            GITHUB_EVENT_PATH=str(event), GITHUB_REPOSITORY="acme/incidents", GH_TOKEN="t",
            INCIDENTREPO_ROOT=self.root or ".", INCIDENTREPO_BRANCH="main", INCIDENTREPO_ISSUE="12",
        )  # fmt: skip
        assert done.returncode == 0, done.stderr + done.stdout
        assert not (runner.path / "pwned").exists()
        return done.stdout

    def refuse_pushes(self) -> None:
        hook = self.origin.path / "hooks/pre-receive"
        hook.parent.mkdir(exist_ok=True)
        hook.write_text(REFUSE, encoding="utf-8")
        hook.chmod(0o755)

    @property
    def calls(self) -> list[list[str]]:
        return [json.loads(line) for line in self.calls_file.read_text(encoding="utf-8").splitlines()]

    @property
    def answers(self) -> list[str]:
        return [call[-1] for call in self.calls if "repos/acme/incidents/issues/12/comments" in call]

    def records(self, branch: str = "main") -> list[str]:
        listed = self.origin.git("ls-tree", "-r", "--name-only", branch).splitlines()
        return [path for path in listed if path.endswith("incident.yaml")]


@pytest.fixture(params=("", "ops/incidents"), ids=lambda root: root or "top")
def host(request: pytest.FixtureRequest, tmp_path: Path) -> IssueHost:
    return IssueHost(tmp_path, request.param)


@pytest.fixture
def top(tmp_path: Path) -> IssueHost:
    return IssueHost(tmp_path, "")


def test_declared(host: IssueHost) -> None:
    """
    The record is pushed, whoever filed is answered, the issue is closed, and both sites are built.
    """
    host.file(title=HOSTILE)

    (record,) = host.records()
    assert record.startswith(f"{host.root}/incidents/2026/" if host.root else "incidents/2026/")
    (answer,) = host.answers
    assert "This is now incident **2026-11-23-mail-touch-pwned-touch-pwned-error-x-everybody**" in answer
    assert f"https://github.com/acme/incidents/tree/HEAD/{record.removesuffix('/incident.yaml')})" in answer
    issue = "repos/acme/incidents/issues/12"
    assert [
        "api",
        "--silent",
        "--method",
        "PATCH",
        issue,
        "-f",
        "state=closed",
        "-f",
        "state_reason=completed",
    ] in host.calls
    assert [call[2] for call in host.calls if call[:2] == ["workflow", "run"]] == [
        "incidents-internal-site.yml",
        "incidents-public-site.yml",
    ]
    assert host.origin.git("log", "-1", "--format=%an", "main").strip() == "github-actions[bot]"
    assert host.summary_file.read_text(encoding="utf-8").startswith(
        "## Incidents: nothing stands in the way\n"
    )


def test_to_mend(top: IssueHost) -> None:
    """
    An issue without a severity is answered with what to mend, and stays open.
    """
    top.file(body="### How bad is it?\n\n_No response_\n")

    assert top.records() == []
    assert "it does not say how bad it is" in top.answers[0]
    assert len(top.calls) == 1


def test_somebody_was_faster(top: IssueHost) -> None:
    """
    Where the branch has moved on meanwhile, it is declared on top of that.
    """
    late = top.check_out("late")
    top.file(title="First")

    top.file(late, title="Second", html_url="https://github.com/acme/incidents/issues/13")

    assert [path.split("/")[-2] for path in top.records()] == ["2026-11-23-first", "2026-11-23-second"]


def test_others_are_faster_each_time(top: IssueHost) -> None:
    """
    Where every push comes too late, nothing is lost: the record waits in a pull request.
    """
    code = SLOW_GIT.format(git=shutil.which("git"), origin=top.origin.path)
    install(top.folder / "programs", "git", code)

    top.file()

    assert top.records() == []
    assert len(top.records("incident/issue-12")) == 1
    assert "It waits for approval in https://github.com/acme/incidents/pull/13" in top.answers[0]


def test_run_again(top: IssueHost) -> None:
    """
    The same issue in a second run declares nothing more, and is answered again.
    """
    top.file()
    top.file(top.check_out("again"))

    assert len(top.records()) == 1
    assert len(top.answers) == 2


def test_protected_branch(top: IssueHost) -> None:
    """
    Where the branch takes pull requests alone, one is opened, and the answer says that it waits.
    """
    top.refuse_pushes()

    top.file(title=HOSTILE)

    assert top.records() == []
    assert len(top.records("incident/issue-12")) == 1
    assert "It waits for approval in https://github.com/acme/incidents/pull/13" in top.answers[0]
    assert [call[:2] for call in top.calls if call[0] == "pr"] == [["pr", "create"]]
    assert [call for call in top.calls if call[0] == "workflow"] == []


@pytest.mark.parametrize(
    ("works", "said"),
    (
        ("view", "It waits for approval in https://github.com/acme/incidents/pull/13"),
        ("none", "It waits on the branch `incident/issue-12`: open a pull request for it."),
    ),
)
def test_pull_request_not_opened(
    top: IssueHost, monkeypatch: pytest.MonkeyPatch, works: str, said: str
) -> None:
    """
    One that is open from an earlier run is named; where none may be opened, the branch is.
    """
    top.refuse_pushes()
    monkeypatch.setenv("FAKE_PR", works)

    top.file()

    assert said in top.answers[0]


def test_form(top: IssueHost) -> None:
    """
    The form asks what is read, under the labels by which it is found again, and in the policy's words.
    """
    form = yaml.safe_load((top.runner.path / FORM_FILE).read_text(encoding="utf-8"))
    fields = [part for part in form["body"] if part["type"] != "markdown"]

    assert [(part["id"], part["attributes"]["label"]) for part in fields] == [
        (field.id, field.label) for field in FORM_FIELDS
    ]
    assert fields[1]["attributes"]["description"].startswith("SEV1 (Critical), SEV2 (Major), SEV3 (Minor). ")
    # An address can fill these alone: one with a dropdown shows an empty form.
    assert {part["type"] for part in fields} == {"input", "textarea"}


def test_template_of_gitlab(tmp_path: Path) -> None:
    """
    GitLab's template has the same labels in the same order.
    """
    repository = generate(tmp_path / "acme", Host.GITLAB, "")
    text = (repository.path / ".gitlab/issue_templates/Incident.md").read_text(encoding="utf-8")

    assert [line[4:] for line in text.splitlines() if line.startswith("### ")] == [
        field.label for field in FORM_FIELDS
    ]
