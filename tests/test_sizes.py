"""Files and functions stay small enough to be read at once."""

import ast
from collections.abc import Iterator
from pathlib import Path

from tests.source_tree import TOP

MOST_LINES_OF_A_FILE = 300
MOST_LINES_OF_A_FUNCTION = 50

# "file" or "file: function" -> why it is long.
EXCEPTIONS: dict[str, str] = {}


def python_files() -> Iterator[Path]:
    for folder in ("src", "tests", "docs", "benchmarks"):
        yield from sorted((TOP / folder).rglob("*.py"))


def too_long() -> set[str]:
    """Return `file` and `file: function` of all that is longer than it should be."""
    found = set()
    for path in python_files():
        name = path.relative_to(TOP).as_posix()
        text = path.read_text(encoding="utf-8")
        if len(text.splitlines()) > MOST_LINES_OF_A_FILE:
            found.add(name)
        found |= {f"{name}: {function}" for function in long_functions(ast.parse(text))}
    return found


def long_functions(tree: ast.Module) -> Iterator[str]:
    for node in ast.walk(tree):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            assert node.end_lineno is not None
            if node.end_lineno - node.lineno >= MOST_LINES_OF_A_FUNCTION:
                yield node.name


def test_small_enough() -> None:
    """
    No file is over 300 lines and no function over 50, but for a written reason.
    """
    assert sorted(too_long() - set(EXCEPTIONS)) == []


def test_exceptions_are_needed() -> None:
    """
    No exception outlives what it was made for.
    """
    assert sorted(set(EXCEPTIONS) - too_long()) == []


def test_a_long_function_is_seen() -> None:
    """
    One line more than fifty is too long, fifty are not.
    """
    body = "    x = 1\n"
    code = f"def fifty():\n{body * 49}\ndef longer():\n{body * 50}"

    assert list(long_functions(ast.parse(code))) == ["longer"]
