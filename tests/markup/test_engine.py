"""GitHub's Markdown as HTML."""

from incidentrepo.markup.engine import to_html, to_placed_html


def test_html_of_people_is_left_out() -> None:
    """
    Of HTML in a text nothing comes through but its own words.
    """
    assert to_html("a <b onclick='x'>c</b>").count("<b") == 0


def test_extensions() -> None:
    """
    It knows what GitHub's does: tables, task lists, alerts, footnotes, bare addresses, lines through words.
    """
    text = "> [!NOTE]\n> a\n\n|a|\n|-|\n|b|\n\n- [x] c\n\nwww.example.org ~~d~~ e[^1]\n\n[^1]: f\n"

    html = to_html(text)

    for sign in (
        "markdown-alert-note",
        "<td>b",
        "checkbox",
        'href="http://www.example.org"',
        "<del>",
        "footnote-ref",
    ):
        assert sign in html


def test_ids_where_they_are_wanted() -> None:
    """
    A heading has an id where there is a prefix for it.
    """
    assert (' id="a-b"' in to_html("# B", id_prefix="a-"), "id=" in to_html("# B")) == (True, False)


def test_places() -> None:
    """
    HTML with places says where its parts were written, counted in bytes.
    """
    assert 'data-sourcepos="1:4-1:8"' in to_placed_html("\u00e9 **b** <i>c</i>")


def test_half_a_character() -> None:
    """
    What YAML can spell and no file can hold is a question mark.
    """
    assert to_html("a\ud800b") == "<p>a?b</p>\n"
