"""A page of the documentation as a reader follows it: files are written, commands are typed."""

import contextlib
import io
import os
import re
import shlex
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from datetime import UTC, datetime, timedelta
from pathlib import Path

from incidentrepo.cli.main import run
from tests.docs.prepared import PREPARED

ROOT = Path(__file__).resolve().parents[2]
PAGES = sorted([ROOT / "README.md", ROOT / "CONTRIBUTING.md", *(ROOT / "docs").glob("*.md")])

_FENCE = re.compile(
    r"(?:<!-- (?P<mark>exits [0-9]+|not run)[^>]*-->\n)?"
    r"^```(?P<language>[a-z]+)(?: title=\"(?P<file>[^\"]+)\")?\n(?P<text>.*?)^```$",
    re.MULTILINE | re.DOTALL,
)
_CALL = re.compile(r"^(?:\$ )?incidentrepo ", re.MULTILINE)
_START = datetime(2026, 11, 23, 9, 10, tzinfo=UTC)
_BETWEEN = timedelta(minutes=4)
# Hooks call incidentrepo by its name.
_PROGRAMS = str(Path(sys.executable).parent)
_HOME = "/home/ada"
_GIT_SETTINGS = "[user]\n\tname = Ada\n\temail = ada@example.org\n[init]\n\tdefaultBranch = main\n"


@dataclass(frozen=True, slots=True, kw_only=True)
class Command:
    """What a page says to type, what it says is printed, and how it says it ends."""

    line: str
    printed: str = ""
    code: int = 0


@dataclass(frozen=True, slots=True, kw_only=True)
class WrittenFile:
    """A file that a page says to write, from the root of the reader's repository."""

    path: str
    text: str


Step = Command | WrittenFile


def read_steps(page: Path) -> tuple[Step, ...]:
    """Return what a page asks of its reader, in order; a block marked `not run` asks for nothing."""
    text = page.read_text(encoding="utf-8")
    return tuple(step for match in _FENCE.finditer(text) for step in _steps_of(match))


def _steps_of(match: re.Match[str]) -> Iterator[Step]:
    text = match["text"]
    if match["file"]:
        yield WrittenFile(path=match["file"], text=text)
    elif match["language"] in {"console", "shell"} and _CALL.search(text) and match["mark"] != "not run":
        commands = _read_console(text) if match["language"] == "console" else _read_shell(text)
        code = int(match["mark"].split()[1]) if match["mark"] else 0
        yield from commands[:-1]
        yield Command(line=commands[-1].line, printed=commands[-1].printed, code=code)


def _read_console(text: str) -> list[Command]:
    parts = re.split(r"^\$ ", text, flags=re.MULTILINE)
    assert parts[0] == "", f"a console block begins with a command: {text}"
    return [
        Command(line=line, printed=printed) for line, _, printed in (p.partition("\n") for p in parts[1:])
    ]


def _read_shell(text: str) -> list[Command]:
    return [Command(line=line, printed="...\n") for line in text.splitlines() if line and line[0] != "#"]


@dataclass(slots=True)
class Reader:
    """Somebody with an empty folder who does what a page says, four minutes apart."""

    home: Path
    folder: Path = field(init=False)
    now: datetime = _START

    def __post_init__(self) -> None:
        self.folder = self.home

    def prepare(self, page: Path) -> None:
        """Leave what the page says that its reader has already."""
        if page.stem in PREPARED:
            PREPARED[page.stem](self.home)

    def write(self, file: WrittenFile) -> None:
        """Write a file as the page shows it."""
        place = self.folder / file.path
        place.parent.mkdir(parents=True, exist_ok=True)
        place.write_text(file.text, encoding="utf-8")

    def type(self, line: str) -> tuple[int, str]:
        """Return how a command ends, and what it prints on either stream."""
        program, *arguments = shlex.split(line, comments=True)
        match program:
            case "cd":
                self.folder = (self.folder / arguments[0]).resolve()
                return 0, ""
            case "git":
                return self._call_git(arguments)
            case "incidentrepo":
                return self._call(arguments)
        raise AssertionError(f"nobody knows how to run: {line}")

    def _call_git(self, arguments: list[str]) -> tuple[int, str]:
        self.now += _BETWEEN
        dates = dict.fromkeys(("GIT_AUTHOR_DATE", "GIT_COMMITTER_DATE"), self.now.isoformat())
        done = subprocess.run(
            ["git", *arguments],
            cwd=self.folder,
            capture_output=True,
            check=False,
            encoding="utf-8",
            env={**os.environ, **dates, "PATH": os.pathsep.join([_PROGRAMS, os.environ["PATH"]])},
        )
        return done.returncode, done.stdout + done.stderr

    def _call(self, arguments: list[str]) -> tuple[int, str]:
        # In this process, for a page has thirty commands and each process costs a quarter of a second.
        self.now += _BETWEEN
        printed = io.StringIO()
        before = Path.cwd()
        os.chdir(self.folder)
        try:
            with contextlib.redirect_stdout(printed), contextlib.redirect_stderr(printed):
                code = run(["--now", self.now.isoformat(), *arguments])
        finally:
            os.chdir(before)
        return code, printed.getvalue().replace(str(self.home), _HOME)


@contextlib.contextmanager
def reader_at_home(folder: Path) -> Iterator[Reader]:
    """Give a reader below `folder`, called Ada, with git set up and a clock in London."""
    settings, home = folder / "gitconfig", folder / "ada"
    settings.write_text(_GIT_SETTINGS, encoding="utf-8")
    home.mkdir()
    wanted = {"GIT_CONFIG_GLOBAL": str(settings), "TZ": "Europe/London"}
    before = {name: os.environ.get(name) for name in wanted}
    os.environ |= wanted
    try:
        yield Reader(home)
    finally:
        for name, value in before.items():
            os.environ.pop(name) if value is None else os.environ.update({name: value})


def is_as_shown(shown: str, printed: str) -> bool:
    """Whether a page shows what was printed; `...` stands for any lines, random names for any."""
    parts = (re.escape(_plain(part)) for part in re.split(r"^\.\.\.\n", shown, flags=re.MULTILINE))
    return re.fullmatch(r"(?:.*\n)*?".join(parts), _plain(printed)) is not None


def _plain(text: str) -> str:
    # What differs each time: the ids of entries and follow-ups, commits, and how many files a site has.
    text = re.sub(r"\b[tf][a-z2-7]{8}\b", "<id>", text)
    text = re.sub(r"\b[0-9a-f]{10}\b", "<commit>", text)
    text = re.sub(r"\d+ pages; \d+ files written", "<pages>", text)
    return re.sub(r"[ \t]+$", "", text, flags=re.MULTILINE)
