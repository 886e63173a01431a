"""Ids of incidents: what they are called inside."""

import re
from collections.abc import Collection

from incidentrepo.leaks.leak import Found
from incidentrepo.leaks.view import View

# An id as we make them, or a number as other tools give them: INC-204.
_LIKE_AN_ID = re.compile(r"(?<![\w-])(?:\d{4}-\d{2}-\d{2}-[a-z0-9]+(?:-[a-z0-9]+)*|[a-z]{2,10}-\d+)(?![\w-])")


def find_internal_ids(view: View, ids: Collection[str]) -> Found:
    """
    Yield every id in `text` that an incident has.

    Where no `ids` are known, whatever looks like one is taken for one.
    """
    for match in _LIKE_AN_ID.finditer(view.folded):
        written = view.text[slice(*match.span())]
        if not ids or written in ids or match[0] in ids or match[0].upper() in ids:
            yield "an incident's own id", match.span()
