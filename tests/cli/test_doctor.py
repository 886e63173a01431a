"""`doctor` on real repositories, with a program of the host's in the place of gh."""

import json
import os
from pathlib import Path

import pytest

from tests.cli.calling import call, succeed
from tests.git_repository import GitRepository

GITHUB = "https://github.com/acme/incidents.git"


@pytest.fixture
def on_github(repository: GitRepository) -> GitRepository:
    """A repository that `init --ci github` has set up, with GitHub as its remote."""
    succeed(
        *(repository.path, "init", "--ci", "github", "--administrators", "@acme/admins"),
        now="2026-11-22T09:00:00Z",
    )
    repository.git("remote", "add", "origin", GITHUB)
    return repository


def states(folder: Path, *options: str) -> dict[str, str]:
    ended = call(folder, "doctor", "--format", "json", *options)
    return {verdict["about"]: verdict["state"] for verdict in json.loads(ended.out)["verdicts"]}


def put_gh(folder: Path, monkeypatch: pytest.MonkeyPatch, script: str) -> None:
    """Put a program called gh on PATH, which answers by the path that it is asked for."""
    program = folder / "bin" / "gh"
    program.parent.mkdir()
    program.write_text(f'#!/bin/sh\ncase "$2" in\n{script}\nesac\n', encoding="utf-8")
    program.chmod(0o755)
    monkeypatch.setenv("PATH", f"{program.parent}{os.pathsep}{os.environ['PATH']}")


REQUIRED = (
    """*/rules/*) echo '[{"type": "required_status_checks", "parameters": """
    """{"required_status_checks": [{"context": "Check incidents"}]}}]' ;;\n"""
    """*/branches/*) echo '{}' ;;\n"""
    """*) echo '{"visibility": "private"}' ;;"""
)
NOTHING = """*/rules/*) echo '[]' ;;\n*/branches/*) echo '{}' ;;\n*) echo '{"visibility": "private"}' ;;"""


def test_what_init_sets_up(on_github: GitRepository) -> None:
    """
    What `init --ci github` writes is all that GitHub's gate needs but the setting, which is not seen.
    """
    found = states(on_github.path)

    assert (found["gate"], found["check in CI"], found["schedule"]) == ("unknown", "ok", "ok")
    assert (found["owners"], "pins" in found) == ("ok", False)
    assert call(on_github.path, "doctor").code == 0


def test_no_ci(incidents: GitRepository) -> None:
    """
    On a host without a check there is no gate: the command fails, and says what to type.
    """
    incidents.git("remote", "add", "origin", GITHUB)

    ended = call(incidents.path, "doctor")

    assert ended.code == 1
    assert "next: incidentrepo init --ci github" in ended.out


@pytest.mark.parametrize(("answers", "expected"), ((REQUIRED, ("ok", 0)), (NOTHING, ("missing", 1))))
def test_ask_host(
    on_github: GitRepository,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    answers: str,
    expected: tuple[str, int],
) -> None:
    """
    Asked, the host says itself whether it requires the check.
    """
    put_gh(tmp_path, monkeypatch, answers)

    state = states(on_github.path, "--ask-host")["gate"]
    assert (state, call(on_github.path, "doctor", "--ask-host").code) == expected


@pytest.mark.parametrize(
    ("script", "message"),
    (
        ("*) echo 'gh: To get started, run gh auth login' >&2; exit 4 ;;", "gh could not ask the host"),
        ("*) echo 'HTTP 404: Not Found' >&2; exit 1 ;;", "the host does not know this repository"),
        ("*) echo no ;;", "`gh api` printed no JSON"),
    ),
)
def test_host_that_does_not_answer(
    on_github: GitRepository, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, script: str, message: str
) -> None:
    """
    A host that does not answer is never a green light.
    """
    put_gh(tmp_path, monkeypatch, script)

    ended = call(on_github.path, "doctor", "--ask-host")

    assert (ended.code, ended.out) == (3, "")
    assert message in ended.err


def test_bare(incidents: GitRepository) -> None:
    """
    On a server the hook is the gate: missing until it is installed.
    """
    server = incidents.clone(bare=True).path
    before = call(server, "doctor")
    succeed(server, "hook", "install")
    after = call(server, "doctor")

    assert (before.code, after.code) == (1, 0)
    assert "missing  gate: no pre-receive hook calls incidentrepo" in before.out
    assert after.out.startswith("ok       gate: ")


def test_hooks(incidents: GitRepository) -> None:
    """
    A hook counts where git would run it: our own, or the framework's where its settings name us.
    """
    ours = states(incidents.path)["hook here"]
    hook = incidents.write(".git/hooks/pre-commit", "#!/bin/sh\nexec pre-commit run\n")
    hook.chmod(0o755)
    without_us = states(incidents.path)["hook here"]
    incidents.write(".pre-commit-config.yaml", "repos: [{repo: https://example.org/incidentrepo}]\n")
    with_us = states(incidents.path)["hook here"]
    hook.chmod(0o644)

    assert (ours, without_us, with_us) == ("ok", "advice", "ok")
    assert states(incidents.path)["hook here"] == "advice"


def test_password_in_the_address(incidents: GitRepository) -> None:
    """
    What the remote's address holds beside its server is never printed.
    """
    incidents.git("remote", "add", "origin", "https://ada:hunter2@gitlab.com/acme/incidents.git")

    assert "hunter2" not in call(incidents.path, "doctor").out
