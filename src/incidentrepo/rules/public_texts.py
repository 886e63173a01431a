"""What an incident would give away to the world."""

from collections.abc import Iterator
from dataclasses import replace
from itertools import islice

from incidentrepo.findings import Finding
from incidentrepo.leaks.leak import ADVICE, LeakKind
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.passages import place_in, public_passages
from incidentrepo.rules.rule import Rule

# Whoever sees so many reads the text anew.
_MOST = 100


def find_in_public(rule: Rule, kind: LeakKind, record: Record, context: Context) -> Iterator[Finding]:
    """Yield the leaks of one kind in the texts for the world, by their place; none is repeated."""
    passages = tuple(public_passages(record))
    if not passages:
        return
    # Imported here: most incidents are never published.
    from incidentrepo.leaks.finding import find_kind
    from incidentrepo.public_pictures import hide_names

    known = context.known_of(record)
    for passage in passages:
        # What the page's pictures are called inside is not told.
        text = hide_names(passage.text) if passage.first_line else passage.text
        for leak in islice(find_kind(kind, text, known, is_markdown=passage.is_markdown), _MOST):
            found = rule.finding(
                record,
                passage.pointer,
                path=passage.path,
                subject=f"{passage.subject}: {leak.what}",
                message=f"{leak.what} in text for the world",
                hint=ADVICE[kind],
            )
            span = leak.start, leak.start + leak.length
            yield replace(found, place=place_in(passage, span, context.repository))
