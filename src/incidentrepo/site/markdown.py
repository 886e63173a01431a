"""What people write, as HTML: GitHub's Markdown, as the reviewer saw it on the host."""

import html
import re
from collections.abc import Collection
from dataclasses import dataclass

from markupsafe import Markup, escape

from incidentrepo.markup.engine import to_html
from incidentrepo.site.highlighting import highlight_code
from incidentrepo.site.page import Heading
from incidentrepo.site.sanitising import sanitise

_ANCHOR = re.compile(r"<a [^>]*></a>(?=</h[1-6]>)")
_HEADING = re.compile(r"<h([1-6])(?: id=\"([^\"]*)\")?>(.*?)</h\1>", re.DOTALL)
_TAG = re.compile(r"<[^>]*>")
# These stand inside a word or a sentence; any other parts two of them.
_INLINE_TAG = re.compile(r"</?(?:a|code|del|em|span|strong|sup)(?: [^>]*)?>")
# What was taken back, and the signs that lead to a footnote and from it: where nothing can be struck out or
# followed, they would be read as words.
_UNSAID = re.compile(r"<del>.*?</del>|<sup class=\"footnote-ref\">.*?</sup>|<a [^>]*>↩.*?</a>", re.DOTALL)
_LEVELS = 6
# Most entries of a timeline: a sentence or two in which nothing can mean anything to Markdown or HTML.
_PLAIN = re.compile(r"[^\W\d_](?:[^\W_]|[ ,;:?!%()'\".-])*(?<! )")


@dataclass(frozen=True, slots=True, kw_only=True)
class Article:
    """A Markdown document as HTML that may be trusted, and the headings in it."""

    html: Markup
    headings: tuple[Heading, ...]


def render_article(text: str, *, prefix: str, top_level: int = 2, files: Collection[str] = ()) -> Article:
    """
    Return a document as HTML; its highest heading becomes `top_level`, every id starts with `prefix`.

    `files` are the addresses of files beside the page; no other picture is shown.
    """
    raw = highlight_code(to_html(text, id_prefix=prefix))
    clean = _ANCHOR.sub("", sanitise(raw, prefix=prefix, files=files))
    levels = [int(match[1]) for match in _HEADING.finditer(clean)]
    shift = top_level - min(levels, default=top_level)
    headings: list[Heading] = []

    def relevel(match: re.Match[str]) -> str:
        heading = Heading(
            level=min(int(match[1]) + shift, _LEVELS),
            id=match[2] or "",
            title=html.unescape(_TAG.sub("", match[3])).strip(),
        )
        headings.append(heading)
        return _heading_html(heading, match[3])

    return Article(html=Markup(_wrap_tables(_HEADING.sub(relevel, clean))), headings=tuple(headings))  # noqa: S704 - sanitised above


def render_text(text: str) -> Markup:
    """Return a few sentences as HTML, without ids, files or headings."""
    if _PLAIN.fullmatch(text) and "www." not in text.lower():
        return Markup(f"<p>{text}</p>\n")  # noqa: S704 - nothing in it needs escaping
    clean = sanitise(highlight_code(to_html(text)))
    flat = _HEADING.sub(r"<p><strong>\3</strong></p>", clean)
    return Markup(_wrap_tables(flat))  # noqa: S704 - sanitised above


def render_line(text: str) -> Markup:
    """Return one sentence as HTML that can stand inside a line; anything longer is plain text."""
    block = str(render_text(text)).strip()
    if block.startswith("<p>") and block.endswith("</p>") and block.count("<p") == 1:
        return Markup(block[3:-4])  # noqa: S704 - sanitised above
    return escape(text)


def plain_text(markup: str) -> str:
    """Return the words of rendered HTML, on one line, but for what is struck out."""
    said = _UNSAID.sub("", markup)
    return " ".join(html.unescape(_TAG.sub(" ", _INLINE_TAG.sub("", said))).split())


def _heading_html(heading: Heading, inner: str) -> str:
    tag = f"h{heading.level}"
    if not heading.id:
        return f"<{tag}>{inner}</{tag}>"
    link = f'<a class="headerlink" href="#{heading.id}" title="Link to this part">&para;</a>'
    return f'<{tag} id="{heading.id}">{inner}{link}</{tag}>'


def _wrap_tables(clean: str) -> str:
    # A wide table scrolls inside itself, so that it does not break a phone.
    opened = clean.replace("<table>", '<div class="ir-scroll" tabindex="0"><table>')
    return opened.replace("</table>", "</table></div>")
