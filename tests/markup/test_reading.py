"""What is read of a Markdown text, and where it was written."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.markup.reading import read_text


@pytest.mark.parametrize(
    "text",
    (
        "Kes**trel**",
        "K*es*t**re**l",
        "Kes~~trel~~",
        "~Kes~trel",
        "Kes`trel`",
        "Kes<b></b>trel",
        'Kes<b title="<">trel',
        "Kes<br>trel",
        "Kes<?x?>trel",
        "Kes<!X y>trel",
        "Kes<![CDATA[ x ]]>trel",
        "[Kes](http://x/(y))trel",
        "[Kes](<a b> 'c')trel",
        "[Kes][x]trel\n\n[x]: http://x/ (t)",
        "![Kes](x.png)trel",
        "Kes<!-- <b> -->trel",
        "> a\n> Kes**trel**",
        "| a |\n|---|\n| Kes**trel** |",
    ),
)
def test_words(text: str) -> None:
    """
    A word is one word, whatever markup stands in it.
    """
    assert "Kestrel" in read_text(text).text


def test_what_is_shown_on_pointing() -> None:
    """
    Titles of links and images are read, after all else; blocks and line breaks part words.
    """
    read = read_text('a [b](c "d e") ![f](g "h")\\\ni\n\n- j\n- k')

    assert read.text.split() == ["a", "b", "f", "i", "j", "k", "d", "e", "h"]


def test_places() -> None:
    """
    A character's place is where it was written; of what is spelt otherwise there it is near.
    """
    text = "x &amp; **ab**\n\n> c [d](e) `f`\n> g[^1]\n\n[^1]: h"
    read = read_text(text)

    for word in ("x", "ab", "c", "d", "f", "g", "h"):
        assert text.startswith(word, read.places[read.text.index(word)])


@given(
    st.lists(
        st.sampled_from(
            ["a", "**", "_", "`", "[", "](x)", "<b>", "\n", "> ", "- ", "&lt;", "![", "|", "\u00e9"]
        )
    )
)
def test_every_character_has_a_place(pieces: list[str]) -> None:
    """
    There are as many places as characters, all of them in the text.
    """
    text = "".join(pieces)
    read = read_text(text)

    assert len(read.places) == len(read.text)
    assert all(0 <= place < len(text) for place in read.places)


@pytest.mark.parametrize(
    "unit", ("<a '\"", "<div>\n<!--", "&eacute;*a*", "<![CDATA[", "</b>", "[a](b 'c') ", "![a](b)")
)
def test_no_text_takes_long(unit: str) -> None:
    """
    Half a megabyte is read within a second.
    """
    text = f"<div>\n{unit * (500_000 // len(unit))}"
    started = time.process_time()

    read_text(text)

    assert time.process_time() - started < 2
