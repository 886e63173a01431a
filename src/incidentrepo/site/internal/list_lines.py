"""Every incident as one short line of data, for lists that narrow as one types."""

from collections.abc import Iterable

from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.planned import is_announced
from incidentrepo.site.finding import Findable, describe_title, list_titles
from incidentrepo.site.internal.context import Context, lasted
from incidentrepo.site.page import Asset
from incidentrepo.site.words import describe_status


def list_lines(found: Iterable[Findable], context: Context) -> Asset:
    """
    Return what lists say of each incident, newest first: what titles are searched by, and more behind it.

    How long it took is told in seconds and in words; what is not known is empty.
    """
    pairs = zip(found, context.edition.incidents, strict=True)
    return list_titles(describe_title(findable) | _describe_rest(one) for findable, one in pairs)


def _describe_rest(one: IncidentSummary) -> dict[str, object]:
    took = lasted(one.times)
    return {
        "date": one.happened_at.earliest.date().isoformat() if one.happened_at else "",
        "status": say_status(one),
        "seconds": int(took.total_seconds()) if took else 0,
        "took": describe_elapsed(took) if took else "",
        "postmortem": _postmortem(one),
        "tags": one.tags,
        "services": one.services,
    }


def say_status(one: IncidentSummary) -> str:
    """Return how it stands, as lists say it; empty where nobody knows."""
    if is_announced(one):
        return "Planned"
    return describe_status(one.status, one.kind)


def _postmortem(one: IncidentSummary) -> str:
    if one.postmortem is None:
        return ""
    return "Postmortem" if one.postmortem.is_final else "Postmortem: draft"
