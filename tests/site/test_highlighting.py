"""Code in colour."""

import html
import re

from hypothesis import given, settings
from hypothesis import strategies as st

from incidentrepo.site.highlighting import highlight_code
from incidentrepo.site.markdown import plain_text, render_article, render_text


def test_named_language() -> None:
    """
    Words of a language that is named have the theme's classes, and survive sanitising.
    """
    assert render_text("```python\nx = '<b>'  # why\n```\n") == (
        '<div class="highlight"><pre><code>x <span class="o">=</span> '
        "<span class=\"s1\">'&lt;b&gt;'</span>  "
        '<span class="c1"># why</span>\n</code></pre></div>\n'
    )


def test_documents_too() -> None:
    """
    A document's code is in colour as an entry's is, and is read as the words that it is.
    """
    article = render_article("```sh\nif true; then\n```\n", prefix="h-")

    assert '<span class="k">if</span>' in article.html
    assert plain_text(str(article.html)) == "if true; then"


def test_unknown_language() -> None:
    """
    Code of no known language stays as it is written.
    """
    assert render_text("```klingon\nnuqneH\n```\n") == "<pre><code>nuqneH\n</code></pre>\n"


def test_much_code() -> None:
    """
    Code that nobody reads word by word is not taken apart.
    """
    block = '<pre><code class="language-python">' + "x = 1\n" * 2000 + "</code></pre>\n"

    assert highlight_code(block) == block


@settings(deadline=None)  # the first of a language imports its lexer
@given(
    st.sampled_from(["python", "sh", "sql", "yaml", "html", "diff", "console", "json", "js", "go"]), st.text()
)
def test_no_word_is_lost(language: str, code: str) -> None:
    """
    Whatever is between the fences is still there, and nothing of it is markup.
    """
    block = f'<pre><code class="language-{language}">{html.escape(code)}</code></pre>'

    shown = highlight_code(block)

    assert html.unescape(re.sub(r'</?(?:div|pre|code|span)(?: class="[^"]*")?>', "", shown)) == code
