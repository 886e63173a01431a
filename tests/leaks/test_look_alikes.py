"""One spelling for what looks the same."""

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
