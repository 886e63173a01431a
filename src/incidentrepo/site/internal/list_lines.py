"""Every incident as one short line of data, for lists that narrow as one types."""

import json
from collections.abc import Iterable, Iterator

from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.site.finding import TITLES_PATH, Findable
from incidentrepo.site.internal.context import Context, lasted
from incidentrepo.site.page import Asset
from incidentrepo.site.words import STATUSES


def list_lines(found: Iterable[Findable], context: Context) -> Asset:
    """
    Return what lists say of each incident, newest first: what titles are searched by, and more behind it.

    A line is path, title, day, year, severity, kind, date, status, how long in seconds and in words, what
    there is of a postmortem, tags and services; what is not known is empty.
    """
    pairs = zip(found, context.edition.incidents, strict=True)
    lines = [[*_title(findable), *_rest(one)] for findable, one in pairs]
    text = json.dumps(lines, ensure_ascii=False, separators=(",", ":"))
    # A title may hold half a surrogate pair, which is no UTF-8.
    return Asset(path=TITLES_PATH, data=f"{text}\n".encode(errors="replace"))


def _title(found: Findable) -> tuple[str, ...]:
    return (found.path, found.title, found.day, found.year, found.severity_word, found.kind)


def _rest(one: IncidentSummary) -> Iterator[object]:
    took = lasted(one.times)
    yield one.happened_at.earliest.date().isoformat() if one.happened_at else ""
    yield STATUSES[one.status] if one.status else ""
    yield int(took.total_seconds()) if took else 0
    yield describe_elapsed(took) if took else ""
    yield _postmortem(one)
    yield list(one.tags)
    yield list(one.services)


def _postmortem(one: IncidentSummary) -> str:
    if one.postmortem is None:
        return ""
    return "Postmortem" if one.postmortem.is_final else "Postmortem: draft"
