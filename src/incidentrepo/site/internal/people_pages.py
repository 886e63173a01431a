"""A person's own page: what is mine, and what was I part of? Nobody is counted or ranked."""

from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass
from functools import partial

from markupsafe import Markup

from incidentrepo.model.duty import Duty
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.people import Person
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.follow_ups import Promise, list_promises
from incidentrepo.site.internal.involvement import find_people
from incidentrepo.site.internal.keys import person_key
from incidentrepo.site.links import person_path, root_of
from incidentrepo.site.page import LatePage, Page

_MOST = 50


@dataclass(frozen=True, slots=True, kw_only=True)
class Part:
    """What one person has a part in: incidents, follow-ups still to do, and what else is owed."""

    incidents: tuple[IncidentSummary, ...]
    promises: tuple[Promise, ...]
    duties: tuple[Duty, ...]


def make_people_index(context: Context) -> Page:
    """Return the page on which everybody is found."""
    people = context.edition.people
    handles = sorted(
        _by_path(context).values(), key=lambda handle: (people.name_of(handle).casefold(), handle)
    )
    left = [handle for handle in handles if _has_left(people.by_handle.get(handle))]
    return context.page(
        "internal/people.html",
        "people/",
        title="People",
        description=f"Everybody who takes part in incidents at {context.edition.organisation}.",
        navigation="People",
        people=[handle for handle in handles if handle not in left],
        left=left,
    )


def make_people_pages(context: Context) -> Iterator[LatePage]:
    """Yield a page for everybody whom the organisation knows or a record names."""
    involved = _group_involved(context.edition.incidents)
    promises = _group_promises(list_promises(context))
    owed = _group_owed(context.edition.duties)
    for path, handle in sorted(_by_path(context).items()):
        own = Part(
            incidents=involved.get(handle, ()),
            promises=promises.get(handle, ()),
            duties=owed.get(handle, ()),
        )
        yield LatePage(
            path=path,
            make=partial(_person_page, path, handle, own, context),
            key=person_key(own.incidents, own.promises, own.duties, context, handle),
        )


def _has_left(person: Person | None) -> bool:
    return person is not None and person.left_on is not None


def _by_path(context: Context) -> Mapping[str, str]:
    """Return who is shown where; of two whom no address can tell apart, the first."""
    return {person_path(handle): handle for handle in sorted(find_people(context.edition), reverse=True)}


def _person_page(path: str, handle: str, own: Part, context: Context) -> Page:
    root = root_of(path)
    owned = [one for one in own.incidents if one.owner == handle and _is_going(one)]
    return context.page(
        "internal/person.html",
        path,
        title=context.edition.people.name_of(handle),
        description=f"What {context.edition.people.name_of(handle)} looks after and took part in.",
        handle=handle,
        person=context.edition.people.by_handle.get(handle),
        owned=Markup().join(context.line(one, root) for one in owned),
        promises=own.promises,
        duties=own.duties,
        took_part=Markup().join(context.line(one, root) for one in own.incidents[:_MOST]),
    )


def _is_going(incident: IncidentSummary) -> bool:
    return incident.status is not None and incident.status not in {"closed", "invalid"}


def _group_involved(incidents: tuple[IncidentSummary, ...]) -> Mapping[str, tuple[IncidentSummary, ...]]:
    involved: dict[str, list[IncidentSummary]] = defaultdict(list)
    for one in incidents:
        for handle in one.people:
            involved[handle].append(one)
    return {handle: tuple(found) for handle, found in involved.items()}


def _group_promises(promises: tuple[Promise, ...]) -> Mapping[str, tuple[Promise, ...]]:
    owned: dict[str, list[Promise]] = defaultdict(list)
    for promise in promises:
        if promise.follow_up.owner and not promise.follow_up.status.has_ended:
            owned[promise.follow_up.owner].append(promise)
    return {handle: tuple(found) for handle, found in owned.items()}


def _group_owed(duties: Iterable[Duty]) -> Mapping[str, tuple[Duty, ...]]:
    """Return what each person owes, apart from follow-ups."""
    owed: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        if duty.is_open and duty.owed_by and not duty.follow_up:
            owed[duty.owed_by].append(duty)
    return {handle: tuple(found) for handle, found in owed.items()}
