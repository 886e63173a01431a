"""Ids of incidents: what they are called inside."""

import re
from collections.abc import Collection, Iterator

from incidentrepo.leaks.leak import Leak, LeakKind, Span, leak_at
from incidentrepo.leaks.view import View, both_views

# An id as we make them, or a number as other tools give them: INC-204.
_LIKE_AN_ID = re.compile(r"(?<![\w-])(?:\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*|[a-z]{2,10}-\d+)(?![\w-])")


def find_internal_ids(text: str, ids: Collection[str]) -> Iterator[Leak]:
    """
    Yield every id in `text` that an incident has.

    Where no `ids` are known, whatever looks like one is taken for one.
    """
    spans = {span for view in both_views(text) for span in _find(view, ids)}
    for span in sorted(spans):
        yield leak_at(text, LeakKind.INTERNAL_ID, "an incident's own id", span)


def _find(view: View, ids: Collection[str]) -> Iterator[Span]:
    for match in _LIKE_AN_ID.finditer(view.folded):
        written = view.text[slice(*match.span())]
        if not ids or written in ids or match[0] in ids or match[0].upper() in ids:
            yield view.source_of(match.span())
