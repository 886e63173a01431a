"""What an incident would give away to the world."""

from collections.abc import Callable, Iterable, Iterator
from dataclasses import replace
from itertools import islice

from incidentrepo.findings import Finding
from incidentrepo.leaks.leak import ADVICE, Leak
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.passages import place_in, public_passages
from incidentrepo.rules.rule import Rule

# Whoever sees so many reads the text anew.
_MOST = 100


def find_in_public(
    rule: Rule, record: Record, context: Context, find: Callable[[str], Iterable[Leak]]
) -> Iterator[Finding]:
    """Yield what `find` sees in the texts for the world, by its place; what it is, is not repeated."""
    for passage in public_passages(record):
        for leak in islice(find(passage.text), _MOST):
            found = rule.finding(
                record,
                passage.pointer,
                path=passage.path,
                subject=f"{passage.subject}: {leak.what}",
                message=f"{leak.what} in text for the world",
                hint=ADVICE[leak.kind],
            )
            span = leak.start, leak.start + leak.length
            yield replace(found, place=place_in(passage, span, context.repository))
