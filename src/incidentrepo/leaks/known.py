"""What an organisation knows of itself that the world may not."""

import re
from collections.abc import Collection
from dataclasses import dataclass, replace

from incidentrepo.leaks.addresses import read_hosts
from incidentrepo.leaks.denied import DeniedTerms, read_denied_terms
from incidentrepo.leaks.people import KnownPeople, add_handles, read_people
from incidentrepo.model.people import People
from incidentrepo.model.policy import Publishing


@dataclass(frozen=True, slots=True, kw_only=True)
class Known:
    """Its people, the terms it denies, its hosts, and the ids and aliases of its incidents."""

    people: KnownPeople
    terms: DeniedTerms
    hosts: re.Pattern[str] | None
    ids: Collection[str]


def know(people: People, publishing: Publishing, *, ids: Collection[str] = ()) -> Known:
    """Return what to look for, made ready once for many texts."""
    return Known(
        people=read_people(people, publishing.contacts),
        terms=read_denied_terms(publishing.denied_terms),
        hosts=read_hosts(publishing.internal_hosts),
        ids=ids,
    )


def know_too(known: Known, handles: Collection[str]) -> Known:
    """Return `known`, and that these are people: an incident names those who took part."""
    return replace(known, people=add_handles(known.people, handles))
