"""The follow-ups board: what did we promise?"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime, timedelta
from functools import lru_cache

from incidentrepo.model.calendar import as_deadline
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.site.internal.context import Context, is_counted
from incidentrepo.site.page import Heading, Page

PATH = "follow-ups/"
_SOON = timedelta(days=7)
_LATELY = timedelta(days=90)


@dataclass(frozen=True, slots=True, kw_only=True)
class Promise:
    """
    A follow-up where it came from; `repeats` happened again while it was not done.

    `due_at` is by when policy or its own date wants it, `since` when it was promised.
    """

    follow_up: FollowUp
    one: IncidentSummary
    path: str
    due_at: datetime | None
    since: datetime | None
    repeats: tuple[IncidentSummary, ...] = ()

    @property
    def ended_at(self) -> datetime | None:
        """When it was done."""
        return self.follow_up.done_at.latest if self.follow_up.done_at else None


@dataclass(frozen=True, slots=True, kw_only=True)
class Group:
    """Some of the promises, under one heading."""

    id: str
    title: str
    promises: tuple[Promise, ...]
    empty: str = ""


def make_follow_ups(context: Context) -> Page:
    """Return the board."""
    promises = list_promises(context)
    groups = _by_age(promises, context.clock.now)
    return context.page(
        "internal/follow_ups.html",
        PATH,
        title="Follow-ups",
        description=f"What {context.edition.organisation} has promised itself, by age and by owner.",
        headings=(
            *(Heading(level=2, id=f"ir-{group.id}", title=group.title) for group in groups),
            Heading(level=2, id="ir-owners", title="By owner"),
        ),
        navigation="Follow-ups",
        groups=groups,
        owners=_by_owner(promises),
    )


@lru_cache(maxsize=1)  # for the board and the people's pages show them
def list_promises(context: Context) -> tuple[Promise, ...]:
    """Return every follow-up of every incident, what is due first first."""
    promises = [
        _promise(follow_up, one, context)
        for one in context.edition.incidents
        if is_counted(one)
        for follow_up in one.follow_ups
    ]
    far = context.clock.now + timedelta(days=36_500)
    return tuple(sorted(promises, key=lambda promise: promise.due_at or far))


def _promise(follow_up: FollowUp, one: IncidentSummary, context: Context) -> Promise:
    duty = _duty_of(follow_up, one.duties)
    repeats = context.repeats.get(one.id, ())
    created_at = follow_up.created_at
    return Promise(
        follow_up=follow_up,
        one=one,
        path=context.paths[one.folder],
        due_at=duty.due_at if duty else _own_date(follow_up, context),
        since=created_at.latest if created_at else None,
        repeats=repeats if follow_up.status is not FollowUpStatus.DONE else (),
    )


def _own_date(follow_up: FollowUp, context: Context) -> datetime | None:
    calendar = context.edition.policy.calendar
    return as_deadline(follow_up.due_on, calendar) if follow_up.due_on else None


def _duty_of(follow_up: FollowUp, duties: Iterable[Duty]) -> Duty | None:
    if follow_up.id is None:
        return None
    return next(
        (duty for duty in duties if duty.name == DutyKind.FOLLOW_UP and duty.follow_up == follow_up.id), None
    )


def _by_age(promises: tuple[Promise, ...], now: datetime) -> tuple[Group, ...]:
    live = [one for one in promises if not one.follow_up.status.has_ended]
    proposed = [one for one in live if one.follow_up.status is FollowUpStatus.PROPOSED]
    promised = [one for one in live if one.follow_up.status is not FollowUpStatus.PROPOSED]
    dated = [(one, one.due_at) for one in promised if one.due_at]
    done = [one for one in promises if one.follow_up.status is FollowUpStatus.DONE]
    lately = [one for one in done if one.ended_at and now - one.ended_at < _LATELY]
    lately.sort(key=lambda one: one.ended_at or now, reverse=True)
    dropped = [one for one in promises if one.follow_up.status is FollowUpStatus.WONT_DO]
    groups = (
        Group(
            id="overdue",
            title="Overdue",
            promises=tuple(one for one, due_at in dated if due_at < now),
            empty="Nothing is overdue. Every promise was kept, moved or dropped with a reason.",
        ),
        Group(
            id="week",
            title="Due within a week",
            promises=tuple(one for one, due_at in dated if now <= due_at < now + _SOON),
        ),
        Group(
            id="later", title="Later", promises=tuple(one for one, due_at in dated if now + _SOON <= due_at)
        ),
        Group(
            id="undated", title="Without a date", promises=tuple(one for one in promised if not one.due_at)
        ),
        Group(id="proposed", title="Proposed", promises=tuple(proposed)),
        Group(id="done", title="Done lately", promises=tuple(lately)),
        Group(id="dropped", title="Dropped, with reasons", promises=tuple(dropped)),
    )
    return tuple(group for group in groups if group.promises or group.empty)


def _by_owner(promises: Iterable[Promise]) -> dict[str | None, list[Promise]]:
    owners: dict[str | None, list[Promise]] = {}
    for promise in promises:
        if not promise.follow_up.status.has_ended:
            owners.setdefault(promise.follow_up.owner, []).append(promise)
    return dict(sorted(owners.items(), key=lambda item: (item[0] is None, item[0] or "")))
