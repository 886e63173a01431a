"""What is a comment of a Markdown text, and what only shows one."""

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.markup.comments import without_comments
from incidentrepo.markup.engine import to_html

_TEXTS = st.lists(
    st.sampled_from(
        [
            "<!--",
            "-->",
            "<",
            "!--",
            "`",
            "```\n",
            "~~~",
            "\n",
            "\n\n",
            "- ",
            "> ",
            "    ",
            "a",
            "\\",
            "<b>",
            "-",
        ]
    )
).map("".join)


def test_comments_go() -> None:
    """
    Comments go, an unclosed one with all that follows; code that shows one stays.
    """
    body = "a <!-- b -->c\n`<!-- d -->`\n~~~\n<!-- e -->\n~~~\n<!-- f\n"

    assert without_comments(body) == "a c\n`<!-- d -->`\n~~~\n<!-- e -->\n~~~\n"


@pytest.mark.parametrize(
    ("text", "rest"),
    (
        ("- item\n  ```\n  still\n- next <!-- x -->", "- item\n  ```\n  still\n- next "),
        ("> ```\n> code\nafter <!-- x -->", "> ```\n> code\nafter "),
        ("\\` <!-- x --> `", "\\`  `"),
        ("<!<!-- x -->-- y -->", ""),
        ("a <!-- b\n\nc --> d", "a  d"),
        ("a <!--> b <!---> c", "a <!--> b <!---> c"),
        ('<b title="<!-- x -->">', '<b title="">'),
    ),
)
def test_what_the_engine_takes_for_code(text: str, rest: str) -> None:
    """
    Where code ends the engine knows, which no pattern does; what only may be a comment goes too.
    """
    assert without_comments(text) == rest


@pytest.mark.parametrize("text", ("    <!-- x -->", "- a\n\n      <!-- x -->", "``a ` <!-- x -->``"))
def test_code_stays(text: str) -> None:
    """
    Code is published whole, however it is written.
    """
    assert without_comments(text) == text


@given(_TEXTS)
def test_no_comment_is_left(text: str) -> None:
    """
    Of what is left nothing is a comment any more: each that is seen is code, or says nothing.
    """
    rest = without_comments(text)

    assert without_comments(rest) == rest
    outside = to_html(rest).split("<code")[0]
    assert "<!-- " not in outside.replace("<!-- raw HTML omitted -->", "")


def test_comments_inside_of_comments() -> None:
    """
    However deep they are put, none is left, and it is done in no time.
    """
    text = "a " + "<!" * 100_000 + "<!-- x -->" + "-- y -->" * 100_000
    started = time.process_time()

    rest = without_comments(text)

    assert "<!--" not in rest
    assert rest.startswith("a <!")
    assert time.process_time() - started < 5


@pytest.mark.parametrize("unit", ("<!--", "<!-- a -->", "`<!--` ", "<!<!-- -->-- "))
def test_no_text_takes_long(unit: str) -> None:
    """
    A megabyte of beginnings is done within a second.
    """
    text = unit * (1_000_000 // len(unit))
    started = time.process_time()

    without_comments(text)

    assert time.process_time() - started < 2
