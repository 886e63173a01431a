import pytest

from incidentrepo.documents.unsafe_text import UNSAFE_IN_FILE, UNSAFE_IN_VALUE, describe_character


@pytest.mark.parametrize(
    "character",
    ("\x00", "\x1b", "\x7f", "\x85", "\x9f", "\u2028", "\u202e", "\u2066", "\u200b", "\ufeff", "\U000e0041"),
)
def test_unsafe(character: str) -> None:
    """
    What shows a reader something else than is there is found in files and in values.
    """
    assert UNSAFE_IN_FILE.search(f"a{character}b")
    assert UNSAFE_IN_VALUE.search(f"a{character}b")


@pytest.mark.parametrize(
    "text",
    (
        "caf\u00e9\t\n",
        "\U0001f469\u200d\U0001f4bb",
        "\u200f\u05e9\u05dc\u05d5\u05dd",
        "\u0645\u06cc\u200c\u062e\u0648",
        "\xa0",
    ),
)
def test_safe(text: str) -> None:
    """
    People's own scripts and emoji are text like any other.
    """
    assert not UNSAFE_IN_FILE.search(text)
    assert not UNSAFE_IN_VALUE.search(text)


def test_carriage_return() -> None:
    """
    A carriage return is half of a line end in a file, and nothing else anywhere.
    """
    assert not UNSAFE_IN_FILE.search("a\r\nb")
    assert UNSAFE_IN_FILE.search("a\rb")
    assert UNSAFE_IN_VALUE.search("a\r\nb")


@pytest.mark.parametrize(
    ("character", "words"),
    (
        ("\u202e", "U+202E (RIGHT-TO-LEFT OVERRIDE) reorders the text around it"),
        ("\x85", "U+0085 breaks the line for some tools only"),
        ("\x07", "U+0007 is a control character"),
        ("\u200b", "U+200B (ZERO WIDTH SPACE) cannot be seen"),
    ),
)
def test_description(character: str, words: str) -> None:
    """
    A character that cannot be seen is named by number, by name where it has one, and by what it does.
    """
    assert describe_character(character) == words
