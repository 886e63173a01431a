import subprocess
import sys

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.documents.strict_yaml import Document, load_yaml
from incidentrepo.model.place import Place


def describe(document: Document) -> list[tuple[int, int, str]]:
    return [(problem.place.line, problem.place.column, problem.message) for problem in document.problems]


def test_value() -> None:
    """
    A good file is a plain value without problems.
    """
    document = load_yaml(
        b"# c\r\nid: 2026-11-02-x\r\ntags: [a, 'no']\r\nat: 12:30\r\nn:\r\n- {b: 1.5}\r\n- |\r\n  x\r\n"
    )

    assert document.problems == ()
    assert document.value == {
        "id": "2026-11-02-x",
        "tags": ["a", "no"],
        "at": "12:30",
        "n": [{"b": 1.5}, "x\n"],
    }


def test_places() -> None:
    """
    Every value and key knows its place; what is missing has the place of what should hold it.
    """
    document = load_yaml("\ufeffé: x\n\nlist:\n  - a: {é: 1}\n    b:\n".encode())

    assert document.place(()) == Place(line=1, column=1)
    assert document.place(("é",)) == Place(line=1, column=4)
    assert document.place(("list",)) == Place(line=4, column=3)
    assert document.place(("list", 0, "a", "é")) == Place(line=4, column=12)
    assert document.key_place(("list", 0, "a", "é")) == Place(line=4, column=9)
    assert document.place(("list", 0, "b")) == Place(line=5, column=7)
    assert document.key_place(("list",)) == Place(line=3, column=1)
    assert document.key_place(("list", 0)) == Place(line=4, column=5)
    assert document.place(("list", 0, "nowhere", 3)) == Place(line=4, column=5)
    assert document.place(("list", 7)) == Place(line=4, column=3)
    assert document.key_place(()) == Place(line=1, column=1)


def test_places_in_a_part() -> None:
    """
    Places in a part of a file are places in the file, in problems too.
    """
    document = load_yaml(b"a: 1\na: 2\n", first_line=2)

    assert document.key_place(("a",)) == Place(line=2, column=1)
    assert describe(document) == [(3, 1, "`a` is here twice")]


def test_all_problems() -> None:
    """
    All problems of a file come in one run, each at its line and column, in the file's order.
    """
    text = b"a: 1\na: 2\n404: x\nb: no\x07pe\nc: &x 1\nd: *x\n<<: {}\n? [a]\n: b\ny: !!str 1\n"
    text += b"z: " + b"9" * 5000 + b"\ntrue: 1\n? ~\n: 1\ne: {f: 1, f: 2}\n"

    document = load_yaml(text)

    assert describe(document) == [
        (2, 1, "`a` is here twice"),
        (3, 1, "the key 404 is a number, and keys are text"),
        (4, 6, "U+0007 is a control character, which is not allowed here"),
        (5, 4, "anchors (`&x`) are not allowed"),
        (6, 4, "aliases (`*x`) are not allowed"),
        (7, 1, "merge keys (`<<`) are not allowed"),
        (8, 3, "a key is a word, not a list, a mapping or an alias"),
        (10, 4, "tags (`!`) are not allowed"),
        (11, 4, "a number of 5000 digits is too long to count with"),
        (12, 1, "the key true is a yes-or-no value, and keys are text"),
        (13, 3, "the key ~ is null, and keys are text"),
        (15, 11, "`f` is here twice"),
    ]
    assert document.problems[-1].pointer == ("e", "f")
    assert document.problems[1].hint == 'quote it: "404"'


SYNTAX = (
    (b"", 1, 1, "the file is empty"),
    (b"# c\n", 1, 1, "the file is empty"),
    (b"---\n", 1, 1, "the file is empty"),
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
    (b"%YAML 1.1\n---\na: 1", 1, 1, "directives (`%`) are not allowed"),
    (b"a: 1\n---\nb: 2\n", 2, 1, "a second document begins here"),
    (b'a: "\\q"', 1, 5, "a backslash in double quotes begins an escape, and this is none"),
    (b"a: |x\n  b", 1, 5, "text cannot begin on the line of its `|` or `>`"),
    (b"a: !%ED%A0%80 x", 1, 4, "tags (`!`) are not allowed"),
    (
        b'a: "\\u202e"',
        1,
        4,
        "U+202E (RIGHT-TO-LEFT OVERRIDE) reorders the text around it, which is not allowed here",
    ),
    (b"[" * 200_000, 1, 65, "values are nested more than 64 deep"),
    (b"- " * 200_000, 1, 129, "values are nested more than 64 deep"),
    (b"[" + b"a," * 100_001 + b"]", 1, 200_004, "the file holds more than 100,000 values"),
)


@pytest.mark.parametrize(("data", "line", "column", "message"), SYNTAX)
def test_syntax(data: bytes, line: int, column: int, message: str) -> None:
    """
    What cannot be read is said in the words of somebody who writes YAML, where it went wrong.
    """
    assert describe(load_yaml(data))[0] == (line, column, message)


def test_unreadable_value() -> None:
    """
    A file that cannot be read to its end has no value, and every place in it is its first line.
    """
    document = load_yaml(b"a: [", first_line=4)

    assert document.value is None
    assert document.place(("a",)) == Place(line=4, column=1)


def test_depth() -> None:
    """
    Sixty-four levels are read, one more is not.
    """
    assert load_yaml(b"[" * 64 + b"]" * 64).problems == ()
    assert load_yaml(b"[" * 65 + b"]" * 65).problems != ()


def test_long_words() -> None:
    """
    A message never carries a page of the file with it.
    """
    document = load_yaml(b"a: &" + b"x" * 900_000 + b" 1\n")

    assert len(document.problems[0].message) < 120


BOMBS = """
import resource, sys, time
resource.setrlimit(resource.RLIMIT_AS, (200_000_000, 200_000_000))
from incidentrepo.documents.strict_yaml import load_yaml
bombs = [
    b"[" * 999_000, b"{" * 999_000, b"- " * 499_000, b"? " * 499_000, b"{a: " * 240_000, b"[a," * 330_000,
    b"[" + b"a," * 499_000 + b"]", b"- \\n" * 333_000, b"?" * 999_000, b"&a " * 333_000, b"!" * 999_000,
    b"\\x00" * 999_000, b"%" * 999_000, b"a: |\\n" + b" x\\n" * 300_000, b"'" * 999_000, b"a\\n" * 499_000,
    b"a: &a [x]\\n" + b"".join(b"b%d: [*a, *a]\\n" % i for i in range(40_000)), b"a: " + b"9" * 999_000,
    b"a: 0." + b"9" * 999_000, b"a: " + b"1" * 300 + b"e" + b"9" * 900_000, b"\\t" * 999_000,
]
for bomb in bombs:
    began = time.process_time()
    load_yaml(bomb).place(("a", 1))
    took = time.process_time() - began
    assert took < 1, (bomb[:9], took)
"""


def test_bombs() -> None:
    """
    No megabyte takes a second of work or 200 MB of memory.
    """
    run = subprocess.run(
        [sys.executable, "-c", BOMBS], capture_output=True, text=True, check=False, timeout=120
    )

    assert (run.returncode, run.stderr) == (0, "")


@given(
    st.one_of(
        st.binary(),
        st.text(alphabet="ab:-?#&*!|>'\"%@`{}[], \n\t\r~.019\\<é\x85\u2028\ufeff").map(str.encode),
    )
)
def test_any_bytes(data: bytes) -> None:
    """
    Any bytes give a document; one without problems holds text and finite numbers only.
    """
    document = load_yaml(data)

    assert document.value is not None or document.problems or data.strip()
    document.place(("a", 0))
