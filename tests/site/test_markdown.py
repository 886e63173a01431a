from hypothesis import given
from hypothesis import strategies as st

from incidentrepo.markup.engine import to_html
from incidentrepo.site.markdown import (
    _HEADING,
    _wrap_tables,
    plain_text,
    render_article,
    render_line,
    render_text,
)
from incidentrepo.site.page import Heading
from incidentrepo.site.sanitising import sanitise


def test_github_flavour() -> None:
    """
    Tables, task lists, strikethrough and bare addresses read as on the host where they were reviewed.
    """
    html = render_text("- [x] ~~old~~ https://a.example")

    assert html == (
        '<ul>\n<li><input type="checkbox" checked="" disabled=""> <del>old</del> '
        '<a href="https://a.example" rel="noopener noreferrer">https://a.example</a></li>\n</ul>\n'
    )


def test_tables_scroll_inside_themselves() -> None:
    """
    A wide table does not break a phone.
    """
    html = render_text("| a | b |\n|---|--:|\n| 1 | 2 |\n")

    assert html.startswith('<div class="ir-scroll" tabindex="0"><table>')
    assert '<td align="right">2</td>' in html


def test_alerts() -> None:
    """
    A note set apart stays so.
    """
    assert '<div class="markdown-alert markdown-alert-note">' in render_text("> [!NOTE]\n> Look.")


def test_headings_fit_into_the_page() -> None:
    """
    The highest heading of a document becomes a part of the page, and every one can be linked.
    """
    article = render_article("# One\n\n## Two & `x`\n", prefix="h-", top_level=3)

    assert article.headings == (
        Heading(level=3, id="h-one", title="One"),
        Heading(level=4, id="h-two--x", title="Two & x"),
    )
    assert (
        '<h3 id="h-one">One<a class="headerlink" href="#h-one" title="Link to this part">&para;</a></h3>'
        in (article.html)
    )


def test_deep_headings_stop_at_six() -> None:
    """
    HTML has six levels of headings, however deep a document goes.
    """
    article = render_article("# One\n\n###### Six\n", prefix="h-", top_level=3)

    assert [heading.level for heading in article.headings] == [3, 6]


def test_footnotes_lead_to_each_other() -> None:
    """
    A footnote's two ends carry the page's prefix, so that two documents on a page do not clash.
    """
    html = render_article("a[^1]\n\n[^1]: b\n", prefix="h-by-1-").html

    assert 'href="#h-by-1-fn-1" id="h-by-1-fnref-1"' in html
    assert '<li id="h-by-1-fn-1">' in html


def test_comments_are_gone() -> None:
    """
    Guidance in a comment is for the writer; it is not in the page's source either.
    """
    assert "blame" not in render_text("<!-- write without blame -->\n\nIt broke.")


def test_line_is_one_line() -> None:
    """
    A sentence keeps its emphasis and loses its paragraph; what is no sentence stays as written.
    """
    assert render_line("It was **not** us.") == "It was <strong>not</strong> us."
    assert render_line("- a\n- b") == "- a\n- b"


def test_plain_text() -> None:
    """
    A description holds the words of a page alone.
    """
    assert plain_text("<p>A &amp; <em>b</em>.</p>\n<p>c</p>") == "A & b. c"


def test_plain_text_of_notes_and_corrections() -> None:
    """
    What somebody took back is not said, and no number of a note is read as part of a sentence.
    """
    rendered = render_article("~~All~~ some failed.[^1] Twice.[^1]\n\n[^1]: Cards *only*.\n", prefix="h-")

    assert plain_text(rendered.html) == "some failed. Twice. Cards only."


_SIGNS = "abz Zü0 9,;:?!%()'\".-_*`[]<>&/\\@#~|$\n\tw"


@given(
    st.text(alphabet=_SIGNS, max_size=30) | st.sampled_from(("www.a.example", "a www.b.example c", "Ω: 3.5%"))
)
def test_plain_sentences(text: str) -> None:
    """
    A sentence in which nothing means anything comes out as if Markdown had been asked.
    """
    clean = sanitise(to_html(text))

    assert render_text(text) == _wrap_tables(_HEADING.sub(r"<p><strong>\3</strong></p>", clean))
