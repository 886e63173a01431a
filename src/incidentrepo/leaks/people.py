"""People: their names, handles and addresses."""

import re
from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping
from dataclasses import dataclass, replace

from incidentrepo.leaks.leak import Found, Span
from incidentrepo.leaks.look_alikes import fold
from incidentrepo.leaks.names import FullName, find_names, read_name
from incidentrepo.leaks.view import View
from incidentrepo.model.people import People

_EMAIL = re.compile(
    r"(?<![\w.+%/@-])(?P<local>[\w.+-]+)@(?!\dx\.)(?P<domain>(?:[a-z0-9](?:[a-z0-9-]*[a-z0-9])?\.)+[a-z]{2,})(?![\w@-])"
)
_HANDLE = re.compile(r"@?[a-z0-9](?:[\w.-]*[a-z0-9])?")
_PROFILE = re.compile(r"(?:github|gitlab)\.com/(?P<login>[a-z0-9](?:[\w.-]*[a-z0-9])?)")
# An ordinary word has none of these inside.
_ODD = re.compile(r"[\d._-]")
# Addresses that belong to a task and to nobody.
_ROLE_WORDS = """
abuse accounts billing bugs careers compliance conduct contact contacto customerservice data-protection
datenschutz dpo enquiries feedback git hallo hello help helpdesk hi hola hostmaster incident incidents info
jobs klantenservice kontakt legal mail marketing media newsletter no-reply noc noreply office ops orders
partners postmaster press presse privacy root sales secure security service services shop soporte status
support team trust webmaster welcome
"""
_ROLES = frozenset(_ROLE_WORDS.split())
_REFERENCE_DOMAINS = ("example.com", "example.org", "example.net")


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownPeople:
    """
    Who may not be named: `names` are by the first word of the last name.

    `are_declared` says whether they are all that there are, for somebody has listed them.
    """

    names: Mapping[str, tuple[FullName, ...]]
    handles: frozenset[str]
    logins: frozenset[str]
    emails: frozenset[str]
    contacts: frozenset[str]
    are_declared: bool


def read_people(people: People, contacts: Iterable[str]) -> KnownPeople:
    """Return what `find_people` looks for; `contacts` are addresses that the world may have."""
    everybody = people.by_handle.values()
    logins = frozenset(fold(login) for person in everybody for login in person.logins)
    return KnownPeople(
        names=_index_names(person.name for person in everybody),
        handles=frozenset(fold(person.handle) for person in everybody) | logins,
        logins=logins,
        emails=frozenset(fold(email) for person in everybody for email in person.emails),
        contacts=frozenset(map(fold, contacts)),
        are_declared=people.is_declared,
    )


def add_handles(known: KnownPeople, handles: Collection[str]) -> KnownPeople:
    """
    Return `known` with these handles too.

    Where nobody is declared, a handle was made of a person's name, and is read as that: `ada-lund`.
    """
    more = {} if known.are_declared else _index_names(_ODD.sub(" ", handle) for handle in handles)
    names = {last: known.names.get(last, ()) + found for last, found in more.items()}
    return replace(known, names={**known.names, **names}, handles=known.handles.union(map(fold, handles)))


def find_people(view: View, known: KnownPeople) -> Found:
    """Yield every name, handle and e-mail address of a person."""
    yield from (("an e-mail address", span) for span in _find_addresses(view, known))
    yield from (("a person's name", span) for span in find_names(view, known.names))
    yield from (("a person's handle", span) for span in _find_handles(view, known))


def _index_names(texts: Iterable[str]) -> Mapping[str, tuple[FullName, ...]]:
    names: dict[str, tuple[FullName, ...]] = defaultdict(tuple)
    for name in filter(None, map(read_name, texts)):
        names[name.last[0]] += (name,)
    return dict(names)


def _find_addresses(view: View, known: KnownPeople) -> Iterator[Span]:
    if "@" not in view.folded:
        return
    for match in _EMAIL.finditer(view.folded):
        if match[0] in known.emails or not _is_for_all(match, known.contacts):
            yield match.span()


def _is_for_all(match: re.Match[str], contacts: frozenset[str]) -> bool:
    """Whether anybody may write there: it belongs to a task, or stands for an address in a text."""
    return match["local"] in _ROLES or match[0] in contacts or match["domain"] in _REFERENCE_DOMAINS


def _find_handles(view: View, known: KnownPeople) -> Iterator[Span]:
    if known.handles.isdisjoint(word.removeprefix("@") for word in _HANDLE.findall(view.folded)):
        return
    for match in _HANDLE.finditer(view.folded):
        handle = match[0].removeprefix("@")
        if handle in known.handles and (match[0] != handle or _ODD.search(handle)):
            yield match.span()
    if ".com/" in view.folded:
        for match in _PROFILE.finditer(view.folded):
            if match["login"] in known.logins:
                yield match.span("login")
