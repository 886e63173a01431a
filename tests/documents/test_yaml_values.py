import pytest

from incidentrepo.documents.strict_yaml import Document, load_yaml


def describe(document: Document) -> list[tuple[int, int, str]]:
    return [(problem.place.line, problem.place.column, problem.message) for problem in document.problems]


LIMITS = (
    (b"", 1, 1, "the file is empty"),
    (b"# c\n", 1, 1, "the file is empty"),
    (b"---\n", 1, 1, "the file is empty"),
    (b"%YAML 1.1\n---\na: 1", 1, 1, "directives (`%`) are not allowed"),
    (b"a: 1\n---\nb: 2\n", 2, 1, "a second document begins here"),
    (
        b'a: "\\u202e"',
        1,
        4,
        "U+202E (RIGHT-TO-LEFT OVERRIDE) reorders the text around it, which is not allowed here",
    ),
    (b"a: [b, ?x]", 1, 9, "inside brackets, `?` directly before a text has two readings"),
    (b"[" * 200_000, 1, 65, "values are nested more than 64 deep"),
    (b"- " * 200_000, 1, 129, "values are nested more than 64 deep"),
    (b"[" + b"a," * 100_001 + b"]", 1, 200_004, "the file holds more than 100,000 values"),
)


@pytest.mark.parametrize(("data", "line", "column", "message"), LIMITS)
def test_limits(data: bytes, line: int, column: int, message: str) -> None:
    """
    What is YAML and yet not for us is refused where it begins.
    """
    assert describe(load_yaml(data))[0] == (line, column, message)


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
