"""All that a text would give away."""

from collections.abc import Iterator
from typing import assert_never

from incidentrepo.leaks.addresses import find_internal_hosts
from incidentrepo.leaks.denied import find_denied_terms
from incidentrepo.leaks.ids import find_internal_ids
from incidentrepo.leaks.known import Known
from incidentrepo.leaks.leak import Leak, LeakKind
from incidentrepo.leaks.people import find_people
from incidentrepo.leaks.secrets import find_secrets


def find_leaks(text: str, known: Known) -> Iterator[Leak]:
    """Yield all that `text` would give away, kind by kind; each place of it once a kind."""
    for kind in LeakKind:
        yield from find_kind(kind, text, known)


def find_kind(kind: LeakKind, text: str, known: Known) -> Iterator[Leak]:
    """Yield what `text` would give away of one kind, from its beginning to its end."""
    match kind:
        case LeakKind.SECRET:
            return find_secrets(text, as_rendered=True)
        case LeakKind.INTERNAL_HOST:
            return find_internal_hosts(text, known.hosts)
        case LeakKind.PERSON:
            return find_people(text, known.people)
        case LeakKind.DENIED_TERM:
            return find_denied_terms(text, known.terms)
        case LeakKind.INTERNAL_ID:
            return find_internal_ids(text, known.ids)
        case _ as unreachable:
            assert_never(unreachable)
