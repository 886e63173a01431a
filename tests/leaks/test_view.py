"""What a reader gets to see, and where each character of it was written."""

from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.leaks.view import views_of

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
    Escapes, entities and look-alikes are undone in all views; markup goes from the last one.
    """
    written, *_, shown = views_of(
        "Ac**me**, caf\u00e9 [Po\\-lder](http://x/Ac%6De) &amp; <b>k</b>", is_markdown=True
    )

    assert written.text == "Ac**me**, cafe [Po-lder](http://x/Acme) & <b>k</b>"
    assert shown.text.strip() == "Acme, cafe Po-lder & k"


def test_comments() -> None:
    """
    Nobody is told a comment, and what it stood in is one word; a title has none.
    """
    (told,) = views_of("Kes<!-- of <b>\n\nours -->trel<!<!-- x -->-- y -->", is_markdown=True)
    written, shown = views_of("Kes<!-- y -->t*rel", is_markdown=False)

    assert told.text == "Kestrel"
    assert (written.text, shown.text) == ("Kes<!-- y -->t*rel", "Kes<!-- y -->trel")


@given(_TEXTS)
def test_small_letters_keep_places(text: str) -> None:
    """
    What is compared is as long as what is seen.
    """
    for view in views_of(text, is_markdown=True):
        assert len(view.folded) == len(view.text)


@given(_TEXTS)
def test_places(text: str) -> None:
    """
    The characters of a view come from the text, each from a place inside of it, and as written in order.
    """
    written, *_ = views = views_of(text, is_markdown=True)
    for view in views:
        spans = [view.source_of((number, number + 1)) for number in range(len(view.text))]
        assert all(0 <= start < end <= len(text) for start, end in spans)
        assert view is not written or spans == sorted(spans)


@given(st.text(st.characters(codec="ascii", exclude_characters="\\&%")))
def test_plain_text_is_itself(text: str) -> None:
    """
    What is not disguised is seen as it is written, where it is written.
    """
    view, *_ = views_of(text, is_markdown=False)

    assert view.text == text
    assert all(view.source_of((number, number + 1)) == (number, number + 1) for number in range(len(text)))
