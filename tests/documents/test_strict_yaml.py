import subprocess
import sys

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


def test_unreadable_value() -> None:
    """
    A file that cannot be read to its end has no value, and every place in it is its first line.
    """
    document = load_yaml(b"a: [", first_line=4)

    assert document.value is None
    assert document.place(("a",)) == Place(line=4, column=1)


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
