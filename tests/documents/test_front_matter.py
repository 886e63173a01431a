import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.documents.editing import DeleteValue, SetValue
from incidentrepo.documents.front_matter import (
    FrontMatter,
    edit_front_matter,
    load_front_matter,
    split_front_matter,
)
from incidentrepo.errors import EditError
from incidentrepo.model.place import Place

PAGE = b"---\nstatus: draft  # soon\nauthors: [ada]\n---\n# What happened\n\n---\n\nThe end"


def describe(data: bytes) -> list[tuple[int, int, str]]:
    document, _ = load_front_matter(data)
    return [(problem.place.line, problem.place.column, problem.message) for problem in document.problems]


def test_split() -> None:
    """
    The front matter ends at the first line of three dashes; later ones are the text's own.
    """
    assert split_front_matter(PAGE) == FrontMatter(
        head=b"status: draft  # soon\nauthors: [ada]\n", body="# What happened\n\n---\n\nThe end", body_line=5
    )


@pytest.mark.parametrize("data", (b"", b"Just text\n---\n", b"----\na\n---\n", b"# c\n"))
def test_no_front_matter(data: bytes) -> None:
    """
    A file may be nothing but text.
    """
    document, body = load_front_matter(data)

    assert (document.value, document.problems, body) == ({}, (), data.decode())


@pytest.mark.parametrize(
    "data", (b"---\n---\nx", b"---\n# c\n\n---\nx", b"\xef\xbb\xbf---\r\n---\r\nx", b"--- \n---\nx")
)
def test_empty_front_matter(data: bytes) -> None:
    """
    Front matter without keys is an empty mapping, whatever the line ends.
    """
    document, body = load_front_matter(data)

    assert (document.value, document.problems, body) == ({}, (), "x")


def test_places() -> None:
    """
    Places are places in the file, in both of its parts.
    """
    document, _ = load_front_matter(PAGE)

    assert document.place(("authors", 0)) == Place(line=3, column=11)
    assert describe("---\na: 1\na: 2\n---\nx\n\u202ey\n".encode()) == [
        (3, 1, "`a` is here twice"),
        (6, 1, "U+202E (RIGHT-TO-LEFT OVERRIDE) reorders the text around it, which is not allowed here"),
    ]
    assert describe(b"---\na: 1\n---\nx caf\xe9") == [(4, 6, "byte 0xE9 is not UTF-8")]
    assert describe(b"---\na: caf\xe9\n---\n") == [(2, 7, "byte 0xE9 is not UTF-8")]
    assert describe(b"---\na: 1\n") == [(1, 1, "the front matter that begins here is never closed")]


EDITED = (
    (PAGE, PAGE.replace(b"draft", b"final")),
    (PAGE.replace(b"\n", b"\r\n"), PAGE.replace(b"\n", b"\r\n").replace(b"draft", b"final")),
    (b"Text\n", b"---\nstatus: final\n---\nText\n"),
    (b"Text\r\n", b"---\r\nstatus: final\r\n---\r\nText\r\n"),
    (b"", b"---\nstatus: final\n---\n"),
    (b"---\n---\nText", b"---\nstatus: final\n---\nText"),
    (b"---\r\n# c\r\n---\r\nText", b"---\r\n# c\r\nstatus: final\r\n---\r\nText"),
    (b"\xef\xbb\xbf---\nstatus: a\n---\n", b"\xef\xbb\xbf---\nstatus: final\n---\n"),
    (b"\xef\xbb\xbfText", b"\xef\xbb\xbf---\nstatus: final\n---\nText"),
)


@pytest.mark.parametrize(("data", "edited"), EDITED)
def test_edit(data: bytes, edited: bytes) -> None:
    """
    An edit changes the front matter's value, or makes front matter, and keeps the rest.
    """
    assert edit_front_matter(data, [SetValue(pointer=("status",), value="final")]) == edited


@pytest.mark.parametrize("data", (PAGE, b"", b"Text", b"---\n# c\n---\nText"))
def test_no_edit(data: bytes) -> None:
    """
    Deleting what is not there leaves the file as it is.
    """
    assert edit_front_matter(data, [DeleteValue(pointer=("gone",))]) == data


@pytest.mark.parametrize(
    ("data", "message"),
    (
        (b"---\na: 1\n", "line 1: the front matter that begins here is never closed"),
        (b"---\na: 1\na: 2\n---\n", "line 3: `a` is here twice"),
    ),
)
def test_refusal(data: bytes, message: str) -> None:
    """
    Front matter with problems is not edited, and the line named is the file's.
    """
    with pytest.raises(EditError, match="^" + message):
        edit_front_matter(data, [SetValue(pointer=("b",), value=1)])


@given(st.binary())
def test_body_is_kept(body: bytes) -> None:
    """
    Whatever bytes the body is made of, they are all still there.
    """
    edited = edit_front_matter(b"---\na: 1\n---\n" + body, [SetValue(pointer=("a",), value=2)])

    assert edited == b"---\na: 2\n---\n" + body


@given(st.binary() | st.text("-\r\n ab:\x85\ufeff").map(str.encode))
def test_any_bytes(data: bytes) -> None:
    """
    Any bytes are read, and what is wrong with them is said at a line they have.
    """
    document, _ = load_front_matter(data)

    assert all(1 <= problem.place.line <= data.count(b"\n") + 1 for problem in document.problems)
