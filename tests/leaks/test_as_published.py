"""What a page shows the world was looked at before, whatever markup it is written in."""

import re
from dataclasses import replace

from hypothesis import example, given, settings
from hypothesis import strategies as st

from incidentrepo.leaks.denied import read_denied_terms
from incidentrepo.leaks.finding import find_kind
from incidentrepo.leaks.leak import LeakKind
from incidentrepo.markup.comments import without_comments
from incidentrepo.site.markdown import plain_text, render_article
from tests.leaks.samples import KNOWN

DENIED = replace(KNOWN, terms=read_denied_terms(("Kestrel",)))
_WORD = re.compile(r"(?<![^\W_])kestrel(?![^\W_])", re.IGNORECASE)
_HIDDEN = str.maketrans("", "", "\u00ad\u200b")
_PIECES = (
    *("Kes", "trel", "Kestrel", "*", "**", "_", "~", "~~", "`", "``", "\n", "\n\n", " ", "  \n", "\\"),
    *("[", "]", "](x)", "](<a b> 'c')", "][r]", "![", "](evidence/a.png)", "\n\n[r]: http://x/\n"),
    *("[^1]", "\n\n[^1]: ", "<b>", "</b>", "<b title='>'>", "<!--", "-->", "<!-- a -->", "<?x?>"),
    *("<![CDATA[", "]]>", "&shy;", "&#8203;", "&#75;es", "%", "> ", "- ", "1. ", "    ", "```\n", "~~~\n"),
    *("| a |\n|---|\n| ", " |", "# ", "\n---\n", "http://x/", "www.x.example/", "\t", "$", "<div>", "</div>"),
    *("\u00ad", "\u200b", "\\\n"),
)


@settings(max_examples=500)
@given(st.lists(st.sampled_from(_PIECES), max_size=14).map("".join))
@example("Kes**trel**")
@example("Kes<!-- a -->trel")
@example("Kes<div>trel")
@example("Kes<b>trel*Kes")
@example("    Kestrel&#75;es")
def test_nothing_is_shown_that_was_not_found(text: str) -> None:
    """
    A word that the policy denies is on no page unless it was found in what the page was written in.
    """
    page = plain_text(render_article(without_comments(text), prefix="h-").html)
    is_shown = _WORD.search(page.translate(_HIDDEN))

    assert not is_shown or list(find_kind(LeakKind.DENIED_TERM, text, DENIED))
