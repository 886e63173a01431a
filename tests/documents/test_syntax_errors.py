import pytest

from incidentrepo.documents.strict_yaml import Document, load_yaml


def describe(document: Document) -> list[tuple[int, int, str]]:
    return [(problem.place.line, problem.place.column, problem.message) for problem in document.problems]


SYNTAX = (
    (b"a:\n\t- b", 2, 1, "a tab indents this line"),
    (b"a: b: c", 1, 5, "`: ` begins a value where there can be none"),
    (b"a: 1\n b: 2", 2, 3, "`: ` begins a value where there can be none"),
    (b"a: 1\nb:2\nc: 3", 2, 1, "this is neither `key: value` nor a part of what stands above"),
    (b"a: 1\nt: 'x\nb: 2\n", 2, 4, "a quote that opens here is never closed"),
    (b"a: [1,\n  2\nb: 3\n", 1, 4, "a list in [ ] is not closed, or lacks a comma"),
    (b"a: {b: 1\n", 1, 4, "a mapping in { } is not closed, or lacks a comma"),
    (b"a:\n  b: 1\n c: 2\n", 3, 2, "this does not fit the lines above"),
    (b"a: 'x' y\n", 1, 8, "this stands behind a value that has already ended"),
    (b"a: @x", 1, 4, "a value cannot begin with @"),
    (b"- a\nb: 1\n", 2, 1, "this is not an item of the list above"),
    (b"a: - b", 1, 4, "a list's item (`- `) cannot begin here"),
    (b'a: "\\q"', 1, 5, "a backslash in double quotes begins an escape, and this is none"),
    (b"a: |x\n  b", 1, 5, "text cannot begin on the line of its `|` or `>`"),
    (b"a: !%ED%A0%80 x", 1, 4, "tags (`!`) are not allowed"),
)


@pytest.mark.parametrize(("data", "line", "column", "message"), SYNTAX)
def test_syntax(data: bytes, line: int, column: int, message: str) -> None:
    """
    What cannot be read is said in the words of somebody who writes YAML, where it went wrong.
    """
    assert describe(load_yaml(data))[0] == (line, column, message)
