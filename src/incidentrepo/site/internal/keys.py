"""Name all that a page is made of, so that one that would come out the same need not be made."""

import hashlib
from collections.abc import Iterable, Iterator
from datetime import datetime

from incidentrepo.model.duty import Duty
from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.status import Status
from incidentrepo.site.internal.context import Context
from incidentrepo.site.internal.follow_ups import Promise

NO_KEY = ""


def incident_key(one: IncidentSummary, context: Context) -> str:
    """Return the key of an incident's own page."""
    return _key(
        context,
        (one,),
        *_references(one, context),
        *one.duties,
        *one.remarks,
        context.edition.histories.get(one.folder),
        context.likenesses.fingerprint(one.id),
        *(context.reference(alike.incident, "") for alike in context.likenesses.find(one.id)),
        _now(context, is_told=_tells_of_now(one)),
    )


def lines_key(incidents: Iterable[IncidentSummary], context: Context, *others: object) -> str:
    """Return the key of a page that shows these incidents as lines, and `others` around them."""
    return _key(context, incidents, *others)


def person_key(
    involved: Iterable[IncidentSummary],
    promises: Iterable[Promise],
    duties: Iterable[Duty],
    context: Context,
    *others: object,
) -> str:
    """Return the key of a person's page."""
    promises, duties = tuple(promises), tuple(duties)
    shown = (*involved, *(one for promise in promises for one in (promise.one, *promise.repeats)))
    owed = (context.reference(duty.incident, "") for duty in duties)
    promised = ((promise.follow_up, promise.path, promise.due_at) for promise in promises)
    is_told = bool(promises or duties)
    return _key(context, shown, *duties, *owed, *promised, *others, _now(context, is_told=is_told))


def library_key(one: EditionIncident, path: str, context: Context) -> str:
    """Return the key of the page of somebody else's incident, which tells of nothing but itself."""
    return _name(context, [(one.version, path)])


def moved_key(one: IncidentSummary, context: Context) -> str:
    """Return the key of the page at a former name."""
    return _key(context, (one,))


def _key(context: Context, incidents: Iterable[IncidentSummary], *others: object) -> str:
    """Return what names these incidents as their files have them, where their pages are, and `others`."""
    return _name(context, [(one.version, context.paths[one.folder]) for one in incidents], *others)


def _name(context: Context, versions: list[tuple[str, str]], *others: object) -> str:
    """Return what names files of these versions, with where their pages are, and `others`."""
    if not context.edition.version or not all(version for version, _ in versions):
        return NO_KEY
    facts = (context.edition.version, versions, others)
    return hashlib.sha256(repr(facts).encode(errors="surrogateescape")).hexdigest()


def _references(one: IncidentSummary, context: Context) -> Iterator[str]:
    """Yield the links to other incidents, whose titles and addresses are theirs to change."""
    related = one.related
    named = (related.duplicate_of, related.parent, *related.repeat_of, *related.see_also)
    again = (other.id for other in context.repeats.get(one.id, ()))
    for name in (*named, *one.addresses, *again):
        if name:
            yield context.reference(name, "")


def _tells_of_now(one: IncidentSummary) -> bool:
    """Whether the page says how long ago something was, or how soon something is due."""
    times = one.times
    is_over = one.status in {Status.CLOSED, Status.INVALID}
    return not is_over or (times.resolved_at or times.closed_at) is None


def _now(context: Context, *, is_told: bool) -> datetime | None:
    return context.clock.now if is_told else None
