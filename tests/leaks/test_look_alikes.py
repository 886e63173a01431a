"""One spelling for what looks the same."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.leaks.look_alikes import fold, plain_spelling


def test_look_alikes() -> None:
    """
    Accents, widths, ligatures, hidden characters and other alphabets' twins are spelt in one way.
    """
    assert plain_spelling("Crème Ａ ﬁ Straße Øre a\u00adb\u200bc рау") == "Creme A fi Strasse Ore abc pay"  # noqa: RUF001
    assert fold("ÉCOLE") == fold("école") == "ecole"


@given(st.text())
def test_twice_is_once(text: str) -> None:
    """
    A plain spelling has no plainer one.
    """
    assert plain_spelling(plain_spelling(text)) == plain_spelling(text)


@pytest.mark.parametrize(
    "text", ("\u043aestrel", "kest\u0433el", "k\u0454strel", "kes\u3164trel", "kes\u115ftrel")
)
def test_twins(text: str) -> None:
    """
    Letters of another alphabet, and letters that show nothing, hide no name.
    """
    assert fold(text) == "kestrel"


@given(st.text(st.characters(min_codepoint=0x410, max_codepoint=0x44F)))
def test_case_of_other_alphabets(text: str) -> None:
    """
    A Cyrillic name is the same in capitals.
    """
    assert fold(text.upper()) == fold(text.lower())
