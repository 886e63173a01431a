"""What a reader gets to see, and where each character of it was written."""

from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.leaks.view import as_shown, as_written

_TEXTS = st.lists(
    st.sampled_from(
        [
            "a",
            "B",
            " ",
            "\n",
            "**",
            "_",
            "`",
            "[",
            "](x)",
            "<b>",
            "\\*",
            "&amp;",
            "&#233;",
            "%41",
            "%ff",
            "ß",
            "é",
            "\u00ad",
        ]
    )
    | st.characters()
).map("".join)


def test_what_is_seen() -> None:
    """
    Escapes, entities and look-alikes are undone in both views; markup goes from the second one.
    """
    text = "Ac**me**, caf\u00e9 [Po\\-lder](http://x/Ac%6De) &amp; <b>k</b>"

    assert as_written(text).text == "Ac**me**, cafe [Po-lder](http://x/Acme) & <b>k</b>"
    assert as_shown(text).text == "Acme, cafe Po-lder & k"


@given(_TEXTS)
def test_small_letters_keep_places(text: str) -> None:
    """
    What is compared is as long as what is seen.
    """
    for view in (as_written(text), as_shown(text)):
        assert len(view.folded) == len(view.text)


@given(_TEXTS)
def test_places(text: str) -> None:
    """
    The characters of a view come from the text in order, each from a place inside of it.
    """
    for view in (as_written(text), as_shown(text)):
        spans = [view.source_of((number, number + 1)) for number in range(len(view.text))]
        assert spans == sorted(spans)
        assert all(0 <= start < end <= len(text) for start, end in spans)


@given(st.text(st.characters(codec="ascii", exclude_characters="\\&%")))
def test_plain_text_is_itself(text: str) -> None:
    """
    What is not disguised is seen as it is written, where it is written.
    """
    view = as_written(text)

    assert view.text == text
    assert all(view.source_of((number, number + 1)) == (number, number + 1) for number in range(len(text)))
