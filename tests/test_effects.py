"""Only the faces print, read the environment, exit or look at the clock."""

import ast

import pytest

from tests.source_tree import Module, load_modules

FACES = ("cli", "mkdocs_plugin")

OUTSIDE_WORLD = (
    "print",
    "input",
    "exit",
    "quit",
    "sys.exit",
    "sys.stdout",
    "sys.stderr",
    "sys.argv",
    "os._exit",
    "os.environ",
    "os.getenv",
    "os.getcwd",
    "Path.cwd",
    "Path.home",
)
CLOCK = (
    "datetime.now",
    "datetime.today",
    "datetime.utcnow",
    "date.today",
    "time.time",
    "time.time_ns",
    "time.localtime",
    "time.gmtime",
    "time.ctime",
)

# "file: name" -> why the outside world belongs there.
EXCEPTIONS = {
    "store/running.py: os.environ": "git is given the user's own environment, less what would mislead it",
}


def named(node: ast.AST) -> str:
    """Return the last two parts of a dotted name, or the name: `datetime.datetime.now` is `datetime.now`."""
    if isinstance(node, ast.Attribute):
        owner = node.value
        last = (
            owner.attr
            if isinstance(owner, ast.Attribute)
            else owner.id
            if isinstance(owner, ast.Name)
            else ""
        )
        return f"{last}.{node.attr}"
    return node.id if isinstance(node, ast.Name) else ""


def uses(module: Module, names: tuple[str, ...]) -> set[str]:
    """Return `file: name` for each of `names` that a module uses, also where it was imported by itself."""
    imported = {
        f"{node.module}.{alias.name}"
        for node in ast.walk(module.tree)
        if isinstance(node, ast.ImportFrom)
        for alias in node.names
    }
    seen = {named(node) for node in ast.walk(module.tree)} | imported
    return {f"{module.name}: {name}" for name in names if name in seen}


def uses_outside(faces: tuple[str, ...], names: tuple[str, ...]) -> set[str]:
    return {use for module in load_modules() if module.part not in faces for use in uses(module, names)}


def test_only_faces_meet_the_outside_world() -> None:
    """
    What is printed, read from the environment or ends the program is in `cli/` and `mkdocs_plugin/`.
    """
    assert sorted(uses_outside(FACES, OUTSIDE_WORLD) - set(EXCEPTIONS)) == []


def test_the_clock_is_an_argument() -> None:
    """
    Only a face asks what time it is; all else is told.
    """
    assert sorted(uses_outside(FACES, CLOCK) - set(EXCEPTIONS)) == []


def test_exceptions_are_needed() -> None:
    """
    No exception outlives what it was made for.
    """
    assert sorted(set(EXCEPTIONS) - uses_outside((), OUTSIDE_WORLD + CLOCK)) == []


@pytest.mark.parametrize(
    ("code", "name"),
    (
        ("print('x')", "print"),
        ("import os\nos.environ['HOME']", "os.environ"),
        ("from os import environ", "os.environ"),
        ("import datetime\ndatetime.datetime.now()", "datetime.now"),
        ("def f():\n    from time import time\n    time()", "time.time"),
    ),
)
def test_every_spelling_is_seen(code: str, name: str) -> None:
    """
    A use is found however the name was imported, also inside a function.
    """
    module = Module(path=load_modules()[0].path, part="model", tree=ast.parse(code))

    assert [use.split(": ")[1] for use in uses(module, OUTSIDE_WORLD + CLOCK)] == [name]
