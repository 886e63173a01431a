"""What messages, pages and templates tell people to type is there."""

import re
from collections.abc import Iterator
from pathlib import Path

import click
import pytest

from incidentrepo.cli.main import cli

ROOT = Path(__file__).resolve().parents[2]
_SUFFIXES = {".py", ".md", ".html", ".yaml", ".json"}
# In quotes, backticks or a tag, or after a prompt: elsewhere the word after our name is prose.
_CALL = re.compile(r"(?:[`\"'>]|\$ )incidentrepo ([a-z][a-z-]+)(?: ([a-z][a-z-]+))?")


def read_calls() -> Iterator[tuple[str, str, str]]:
    """Yield each file with the command and the first word after it that it names."""
    for folder in (ROOT / "src", ROOT / "docs", ROOT / "schema"):
        for path in sorted(folder.rglob("*")):
            if path.suffix in _SUFFIXES:
                name = path.relative_to(ROOT).as_posix()
                for command, word in _CALL.findall(path.read_text(encoding="utf-8")):
                    yield name, command, word


@pytest.fixture(scope="module")
def context() -> click.Context:
    return click.Context(cli)


def is_there(command: str, word: str, context: click.Context) -> bool:
    """Whether a person can type that command; of a group, also the one below it."""
    if command not in cli.list_commands(context):
        return False
    found = cli.get_command(context, command)
    return not isinstance(found, click.Group) or word in {"", *found.commands}


def test_named_commands(context: click.Context) -> None:
    """
    No hint, no page and no template names a command that does not exist.
    """
    missing = [
        f"{name}: incidentrepo {command} {word}".rstrip()
        for name, command, word in read_calls()
        if not is_there(command, word, context)
    ]

    assert missing == []
