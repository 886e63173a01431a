"""All that a text would give away."""

from collections.abc import Iterator
from typing import assert_never

from incidentrepo.leaks.addresses import find_internal_hosts
from incidentrepo.leaks.denied import find_denied_terms
from incidentrepo.leaks.ids import find_internal_ids
from incidentrepo.leaks.known import Known
from incidentrepo.leaks.leak import Found, Leak, LeakKind, leaks_at
from incidentrepo.leaks.people import find_people
from incidentrepo.leaks.secrets import find_secrets
from incidentrepo.leaks.view import View, views_of


def find_leaks(text: str, known: Known, *, is_markdown: bool = True) -> Iterator[Leak]:
    """Yield all that `text` would give away, kind by kind; each place of it once a kind."""
    for kind in LeakKind:
        yield from find_kind(kind, text, known, is_markdown=is_markdown)


def find_kind(kind: LeakKind, text: str, known: Known, *, is_markdown: bool = True) -> Iterator[Leak]:
    """
    Yield what `text` would give away of one kind, from its beginning to its end.

    It is looked at as it is written and as it is shown. Markdown has comments, which nobody is told.
    """
    views = views_of(text, is_markdown=is_markdown)
    found = ((what, view.source_of(span)) for view in views for what, span in _find(kind, view, known))
    return leaks_at(text, kind, found)


def _find(kind: LeakKind, view: View, known: Known) -> Found:
    match kind:
        case LeakKind.SECRET:
            return find_secrets(view.text)
        case LeakKind.INTERNAL_HOST:
            return find_internal_hosts(view, known.hosts)
        case LeakKind.PERSON:
            return find_people(view, known.people)
        case LeakKind.DENIED_TERM:
            return find_denied_terms(view, known.terms)
        case LeakKind.INTERNAL_ID:
            return find_internal_ids(view, known.ids)
        case _ as unreachable:
            assert_never(unreachable)
