"""
An incident as the organisation has it, in brief, as JSON.

`schema/records.schema.json` says what each field is.
"""

from incidentrepo.exports.records.files import Fields
from incidentrepo.model.duty import Duty
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Times
from incidentrepo.model.incident_summary import IncidentSummary, PostmortemSummary
from incidentrepo.model.time import Time

_TIMES = tuple(Times.__annotations__)


def describe_incident(one: IncidentSummary, *, page: str) -> Fields:
    """Return what lists, boards and charts are made of; the incident's page is at `page` from the root."""
    return {
        "id": one.id,
        "folder": one.folder,
        "page": page,
        "title": one.title,
        "aliases": list(one.aliases),
        "kind": one.kind.value,
        "severity": one.severity.value if one.severity else None,
        "highest_severity": one.highest_severity.value if one.highest_severity else None,
        "status": one.status.value if one.status else None,
        "visibility": one.visibility.value,
        "summary": one.summary,
        "tags": list(one.tags),
        "services": list(one.services),
        **{name: _text(getattr(one.times, name)) for name in _TIMES},
        "owner": one.owner,
        "commander": one.commander,
        "people": list(one.people),
        "duplicate_of": one.related.duplicate_of,
        "repeat_of": list(one.related.repeat_of),
        "postmortem": _postmortem(one.postmortem) if one.postmortem else None,
        "review_held_at": _text(one.review.held_at),
        "follow_ups": [_follow_up(follow_up) for follow_up in one.follow_ups],
        "duties": [_duty(duty) for duty in one.duties],
    }


def _postmortem(postmortem: PostmortemSummary) -> Fields:
    return {
        "status": postmortem.status.value,
        "authors": list(postmortem.authors),
        "finished_at": _text(postmortem.finished_at),
        "first_sentence": postmortem.first_sentence,
    }


def _follow_up(follow_up: FollowUp) -> Fields:
    return {
        "id": follow_up.id,
        "title": follow_up.title,
        "status": follow_up.status.value,
        "owner": follow_up.owner,
        "created_at": _text(follow_up.created_at),
        "due_on": _text(follow_up.due_on),
        "done_at": _text(follow_up.done_at),
    }


def _duty(duty: Duty) -> Fields:
    # Whether it is overdue is a matter of when one asks, and the file says nothing of that.
    return {
        "name": duty.name,
        "subject": duty.subject,
        "owed_by": duty.owed_by,
        "due_at": duty.due_at.isoformat(),
        "satisfied_at": duty.satisfied_at.isoformat() if duty.satisfied_at else None,
        "is_satisfied": duty.is_satisfied,
        "is_waived": duty.is_waived,
    }


def _text(time: Time | None) -> str | None:
    return time.text if time else None
