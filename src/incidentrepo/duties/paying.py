"""What pays a duty, and when it was paid."""

from collections.abc import Callable, Iterable, Mapping
from dataclasses import dataclass
from datetime import datetime

from incidentrepo.duties.case import Case
from incidentrepo.duties.stages import first_reached
from incidentrepo.model.field_value import value_of
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import DutyPolicy
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus, Status, Visibility
from incidentrepo.model.time import Time, parse_time
from incidentrepo.model.timeline import EntryKind, PartChange, Update


@dataclass(frozen=True, slots=True, kw_only=True)
class Payment:
    """That something was paid, and when, where anybody wrote that down."""

    at: datetime | None = None


def find_payment(case: Case, duty: DutyPolicy) -> Payment | None:
    """Return what paid a duty of the organisation's own, or None."""
    if duty.field:
        return _by_field(case, duty.field)
    if duty.satisfied_by in {"update", "public_update"}:
        return _by_update(case, duty)
    return _WAYS[duty.satisfied_by](case)


def by_postmortem(case: Case) -> Payment | None:
    """Return when the postmortem was finished; one sentence will do only where policy says so."""
    postmortem = case.record.postmortem
    if postmortem is None or not postmortem.is_final:
        return None
    is_one_enough = case.asked is None or case.asked.is_one_sentence_enough
    return _paid(case, postmortem.finished_at) if is_one_enough or not postmortem.is_one_sentence else None


def by_review(case: Case) -> Payment | None:
    """Return when others have read it."""
    return _paid(case, case.incident.review.held_at) if has_review(case.record, case.people) else None


def has_review(record: Record, people: People = NOBODY) -> bool:
    """Whether others than its authors have read it: in a meeting, or by giving their approval."""
    authors = record.postmortem.authors if record.postmortem else ()
    review = record.incident.review

    def is_with_another(handles: Iterable[str]) -> bool:
        return any(people.is_another(handle, *authors) for handle in handles)

    # A meeting of which nobody wrote down who was there was held all the same.
    is_held = review.held_at is not None and (not review.attendees or is_with_another(review.attendees))
    return is_held or is_with_another(review.approved_by)


def _by_follow_ups(case: Case) -> Payment | None:
    """Return when the last of those that were agreed had ended; where there is none, none is missing."""
    agreed = [each for each in case.incident.follow_ups if each.status is not FollowUpStatus.PROPOSED]
    if not all(each.status.has_ended for each in agreed):
        return None
    return Payment(at=max((case.as_instant(each.done_at) for each in agreed if each.done_at), default=None))


def _by_publication(case: Case) -> Payment | None:
    """Return when the world was told what happened; what was taken back later was told all the same."""
    page = case.record.public_page
    if page is None or not page.is_written or case.incident.visibility is Visibility.INTERNAL:
        return None
    return _paid(case, page.published_at)


def _by_closing(case: Case) -> Payment | None:
    is_closed = case.incident.status is Status.CLOSED
    return _paid(case, case.incident.times.closed_at) if is_closed else None


_WAYS: Mapping[str, Callable[[Case], Payment | None]] = {
    "postmortem": by_postmortem,
    "review": by_review,
    "follow_ups": _by_follow_ups,
    "publication": _by_publication,
    "closing": _by_closing,
}


def _by_update(case: Case, duty: DutyPolicy) -> Payment | None:
    """Return when the first update came, once the clock had begun to run for the first time."""
    began = first_reached(case, duty.since)
    told = [
        update.at
        for update in case.incident.timeline
        if isinstance(update, Update) and update.at and (update.is_public or duty.satisfied_by == "update")
    ]
    counting = [at for at in told if began is None or not at.is_before(began)]
    return _paid(case, min(counting, key=lambda at: at.latest)) if counting else None


def _by_field(case: Case, field: str) -> Payment | None:
    """Return when that field got its value: the time that it holds, else that of the entry that set it."""
    value = value_of(case.incident, field)
    if value in (None, "", False) or (isinstance(value, tuple | list | dict) and not value):
        return None
    return _paid(case, _as_time(value) or _set_at(case.incident.timeline, field))


def _as_time(value: object) -> Time | None:
    if isinstance(value, Time):
        return value
    try:
        return parse_time(value) if isinstance(value, str) else None
    except ValueError:
        return None


def _set_at(timeline: Iterable[object], field: str) -> Time | None:
    """Return when the field was set for the first time."""
    return next(
        (
            entry.at
            for entry in timeline
            if isinstance(entry, PartChange) and entry.kind is EntryKind.FIELD and entry.subject == field
        ),
        None,
    )


def _paid(case: Case, at: Time | None) -> Payment:
    return Payment(at=case.as_instant(at) if at else None)
