import os
import subprocess
import sys
from pathlib import Path

import pytest

from incidentrepo.cli import main
from tests.cli.calling import call
from tests.git_repository import GitRepository

HEAVY = ("pygit2", "jsonschema", "rich", "jinja2", "mkdocs", "nh3", "comrak", "importlib.metadata")


def loaded_by(folder: Path, *arguments: str) -> list[str]:
    """Return which of the heavy libraries a command imports."""
    script = (
        "import sys; from incidentrepo.cli.main import run; code = run(sys.argv[1:]); assert code == 0, code;"
        f"print(*[name for name in {HEAVY} if name in sys.modules], file=sys.stderr)"
    )
    done = subprocess.run(
        [sys.executable, "-c", script, "-C", str(folder), *arguments],
        capture_output=True,
        check=True,
        encoding="utf-8",
        timeout=60,
    )
    return done.stderr.split()


def test_version_imports_nothing() -> None:
    """
    Asking for the version looks nothing up: not a command, not what commands stand on.
    """
    script = "import sys; from incidentrepo.cli.main import run; run(['--version']); print(*sys.modules)"
    done = subprocess.run(
        [sys.executable, "-c", script], capture_output=True, check=True, encoding="utf-8", timeout=60
    )

    assert done.stdout.startswith("incidentrepo ")
    assert not [name for name in done.stdout.split() if name.startswith(("yaml", "incidentrepo.store"))]


def test_declaring_imports_nothing_heavy(incidents: GitRepository) -> None:
    """
    The first line of a fire waits for no library that it does not need.
    """
    assert loaded_by(incidents.path, "declare", "Checkout answers 500", "-s", "SEV2") == []


@pytest.mark.parametrize(
    ("arguments", "code", "message", "hint"),
    (
        (("declair",), 2, "there is no command 'declair'", "did you mean declare?"),
        (
            ("declare", "x", "--sev"),
            2,
            "no such option",
            "`incidentrepo declare --help` shows how to call it",
        ),
        (("note",), 2, "0 words where [ID] TEXT are expected", "quotes"),
        (("mitigate",), 2, "there is no incident yet", "incidentrepo declare"),
        (("severity", "SEV1"), 2, "missing option '--reason'", "`incidentrepo severity --help`"),
    ),
)
def test_how_failures_look(
    incidents: GitRepository, arguments: tuple[str, ...], code: int, message: str, hint: str
) -> None:
    """
    An error says what was seen, a hint what to type; nothing is on stdout.
    """
    ended = call(incidents.path, *arguments)

    error, _, rest = ended.err.partition("\n")
    assert (ended.code, ended.out) == (code, "")
    assert error.startswith(f"error: {message}")
    assert rest.startswith("hint: ")
    assert hint in rest


def test_outside_of_a_repository(tmp_path: Path) -> None:
    """
    Where there is nothing to work on, the exit code says that nothing could be checked.
    """
    ended = call(tmp_path, "note", "x")

    assert ended.code == 3
    assert "hint: " in ended.err


def test_no_folder(tmp_path: Path) -> None:
    """
    A folder that is not there is named.
    """
    assert "there is no folder" in call(tmp_path / "none", "note", "x").err


@pytest.mark.parametrize("now", ("soon", "2026-11-02", "2026-11-02T09:14"))
def test_no_exact_now(tmp_path: Path, now: str) -> None:
    """
    `--now` is an instant or nothing.
    """
    assert call(tmp_path, "note", "x", now=now).code == 2


def test_a_bug_of_ours(incidents: GitRepository, monkeypatch: pytest.MonkeyPatch) -> None:
    """
    What nobody expected is a report to paste, without what the person typed.
    """
    monkeypatch.setattr(main, "IncidentRepoError", KeyError)
    monkeypatch.setenv("SECRET", "in-the-environment")

    ended = call(incidents.path, "note", "typed-by-somebody")

    assert ended.code == 4
    assert "this is a bug in incidentrepo" in ended.err
    assert "command: note" in ended.err
    assert "Traceback" in ended.err
    assert "typed-by-somebody" not in ended.err
    assert "in-the-environment" not in ended.err


def test_a_reader_that_has_seen_enough() -> None:
    """
    A pipe that closes early ends us without a word.
    """
    script = "import sys; from incidentrepo.cli.main import main; main()"
    process = subprocess.Popen(
        [sys.executable, "-c", script, "--help"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True
    )
    assert process.stdout
    assert process.stderr
    process.stdout.close()

    assert process.stderr.read() == ""
    process.stderr.close()
    process.wait(timeout=60)


def test_colour_only_for_a_terminal(incidents: GitRepository) -> None:
    """
    What is piped has no colour.
    """
    assert "\x1b" not in call(incidents.path, "mitigate").err


def test_full_disk(incidents: GitRepository) -> None:
    """
    A result that could not be written down is no success, and no bug of ours.
    """
    script = "from incidentrepo.cli.main import main; main()"
    with Path("/dev/full").open("w") as full:
        done = subprocess.run(
            [sys.executable, "-c", script, "-C", str(incidents.path), "deadlines", "--format", "json"],
            stdout=full,
            stderr=subprocess.PIPE,
            check=False,
            encoding="utf-8",
            timeout=60,
        )

    assert (done.returncode, done.stderr.splitlines()[0]) == (3, "error: the disk is full")


def test_terminal_of_another_alphabet(incidents: GitRepository) -> None:
    """
    What a terminal cannot show is escaped, and the rest is told.
    """
    call(incidents.path, "declare", "Köln 🔥", "-s", "SEV3")
    script = "from incidentrepo.cli.main import main; main()"
    done = subprocess.run(
        [sys.executable, "-c", script, "-C", str(incidents.path), "list"],
        capture_output=True,
        check=False,
        env={**os.environ, "PYTHONIOENCODING": "latin-1"},
        timeout=60,
    )

    assert (done.returncode, done.stderr) == (0, b"")
    assert done.stdout.endswith(b"K\xf6ln \\U0001f525\n")
