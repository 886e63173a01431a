"""Owned, dated work that comes out of an incident."""

from dataclasses import dataclass

from incidentrepo.model.status import FollowUpStatus, Purpose
from incidentrepo.model.time import Time


@dataclass(frozen=True, slots=True, kw_only=True)
class DateMove:
    """One move of a follow-up's date, kept with its reason."""

    before: Time | None
    after: Time | None
    at: Time | None
    by: str | None
    reason: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class FollowUp:
    """A promise with an owner and a date; `index` is its position in the file, from 0."""

    index: int
    id: str | None
    title: str
    status: FollowUpStatus
    owner: str | None = None
    created_at: Time | None = None
    due_on: Time | None = None
    is_now: bool = False
    purpose: Purpose | None = None
    tracker: str | None = None
    text: str = ""
    done_at: Time | None = None
    done_by: str | None = None
    evidence: tuple[str, ...] = ()
    reason: str = ""
    moves: tuple[DateMove, ...] = ()
