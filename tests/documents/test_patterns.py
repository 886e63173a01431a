"""Regular expressions mean what JSON Schema says they mean."""

import pytest

from incidentrepo.documents.patterns import compile_pattern


@pytest.mark.parametrize(
    ("pattern", "text"),
    (
        ("^x$", "x\n"),
        ("^(x$|y)", "x\n"),
        (r"^\d$", "٣"),
        (r"^\w$", "é"),
        (r"^\$$", "$\n"),
    ),
)
def test_traps_are_closed(pattern: str, text: str) -> None:
    """
    What Python would let pass is refused: a trailing newline, other scripts' digits and letters.
    """
    assert compile_pattern(pattern).search(text) is None


@pytest.mark.parametrize(("pattern", "text"), (("[$]", "a$b"), (r"[\]$]", "$"), (r"\$", "$"), ("^x$", "x")))
def test_literal_dollars_stay(pattern: str, text: str) -> None:
    """
    A `$` that is escaped or in a class is a dollar sign.
    """
    assert compile_pattern(pattern).search(text)
