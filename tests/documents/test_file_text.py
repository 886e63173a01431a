from incidentrepo.documents.file_text import FileText, locate, read_file_text
from incidentrepo.documents.problem import Problem
from incidentrepo.model.place import Place


def describe(file: FileText) -> list[tuple[int, int, str]]:
    return [(problem.place.line, problem.place.column, problem.message) for problem in file.problems]


def test_good_text() -> None:
    """
    UTF-8 with either line end is taken as it is, a byte order mark in front is not part of it.
    """
    assert read_file_text("\ufeffcafé\r\n\tb\n".encode()) == FileText(text="café\r\n\tb\n")


def test_latin1() -> None:
    """
    The first byte that is not UTF-8 is named at its line and column, counted in characters.
    """
    file = read_file_text(b"\xef\xbb\xbfa: 1\nb: \xc3\xa9 caf\xe9\n")

    assert file == FileText(
        is_readable=False,
        problems=(
            Problem(
                rule="unreadable-file",
                pointer=(),
                place=Place(line=2, column=9),
                message="byte 0xE9 is not UTF-8",
                hint="save the file as UTF-8",
            ),
        ),
    )


def test_utf16() -> None:
    """
    UTF-16, which some editors write, is called by its name.
    """
    assert describe(read_file_text("a: 1".encode("utf-16"))) == [(1, 1, "the file is in UTF-16")]


def test_size() -> None:
    """
    A megabyte is read, one byte more is not.
    """
    assert read_file_text(b"a" * 1_000_000).is_readable
    assert describe(read_file_text(b"a" * 1_000_001)) == [(1, 1, "the file has 1.0 MB; at most 1 MB is read")]


def test_unsafe_characters() -> None:
    """
    Each unsafe character is named where it stands and shown as U+FFFD, so that no place moves.
    """
    file = read_file_text("a\x85b\nc\u202ed\r".encode(), first_line=3)

    assert file.text == "a\ufffdb\nc\ufffdd\ufffd"
    assert describe(file) == [
        (3, 2, "U+0085 breaks the line for some tools only, which is not allowed here"),
        (4, 2, "U+202E (RIGHT-TO-LEFT OVERRIDE) reorders the text around it, which is not allowed here"),
        (4, 4, "U+000D breaks the line for some tools only, which is not allowed here"),
    ]


def test_many_unsafe_characters() -> None:
    """
    A file that is nothing but control characters gets a page of problems, not a million.
    """
    assert len(read_file_text(b"\x00" * 1_000_000).problems) == 20


def test_locate() -> None:
    """
    Lines end with a line feed and columns count characters.
    """
    assert locate("é\r\nbc", 4, first_line=5) == Place(line=6, column=2)
