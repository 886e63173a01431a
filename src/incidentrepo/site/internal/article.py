"""A postmortem as readers meet it: an article with the live parts of its record."""

from incidentrepo.model.edition import EditionIncident
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.live_parts import make_live
from incidentrepo.site.markdown import Article, render_article

_NO_ARTICLE = Article(html=render_article("", prefix="h-").html, headings=())


def make_article(one: EditionIncident, context: Context, *, root: str) -> Article:
    """Return what was written down; an empty article where nobody has written yet."""
    if one.postmortem is None or not one.postmortem.prose:
        return _NO_ARTICLE
    article = render_article(
        one.postmortem.body,
        prefix="h-",
        top_level=3,
        files=[file.path for file in one.evidence_files],
    )
    return Article(html=make_live(article.html, one, context, root=root), headings=article.headings)
