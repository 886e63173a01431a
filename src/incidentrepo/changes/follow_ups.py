"""Owned, dated work: promised, begun, done, moved, or dropped with a reason."""

from collections.abc import Iterable
from datetime import date

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import AppendItem, Edit, SetValue
from incidentrepo.duties import severity_policy
from incidentrepo.errors import RefusedError, UsageError
from incidentrepo.model.calendar import as_deadline, last_day_since
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.place import Pointer
from incidentrepo.model.policy import Policy
from incidentrepo.model.status import Purpose
from incidentrepo.model.time import Time, parse_time
from incidentrepo.model.timeline import EntryKind
from incidentrepo.rules.follow_up_moved_too_far import FollowUpMovedTooFar
from incidentrepo.rules.promises import last_day_allowed
from incidentrepo.rules.waivers import has_run_out, is_granted


def add_follow_up(
    opened: OpenedRecord,
    stamp: Stamp,
    *,
    policy: Policy,
    title: str,
    owner: str | None = None,
    due_on: str | None = None,
    purpose: Purpose | None = None,
    tracker: str | None = None,
) -> FilesChange:
    """Return the change that adds a follow-up; without a date it gets the one that policy allows."""
    follow_up_id = stamp.follow_up_id()
    fields: dict[str, object | None] = {
        "id": follow_up_id,
        "title": title,
        "owner": owner,
        "created_at": stamp.at.text,
        "due_on": _read_coming_day(due_on, stamp, policy) if due_on else _default_day(opened, stamp, policy),
        "status": "open",
        "purpose": purpose.value if purpose else None,
        "tracker": tracker,
    }
    value = {name: field for name, field in fields.items() if field is not None}
    entry = stamp.entry(EntryKind.FOLLOW_UP, follow_up=follow_up_id, action="added")
    due = f", due {fields['due_on']}" if fields["due_on"] else ""
    return opened.change(
        stamp,
        [AppendItem(pointer=("follow_ups",), value=value)],
        entry,
        subject="Follow-up added",
        reason=title,
        done=f"Added {follow_up_id} to {opened.id}: {title}, {owner or 'nobody yet'}{due}.",
    )


def start_follow_up(opened: OpenedRecord, stamp: Stamp, follow_up: FollowUp) -> FilesChange:
    """Return the change that says that somebody works on it."""
    edits = [_set(follow_up, "status", "in_progress")]
    return _change(opened, stamp, follow_up, "started", edits, done="is in progress")


def finish_follow_up(
    opened: OpenedRecord, stamp: Stamp, follow_up: FollowUp, *, evidence: str = ""
) -> FilesChange:
    """Return the change that says that it is done, and by what one can see that."""
    edits: list[Edit] = [
        _set(follow_up, "status", "done"),
        _set(follow_up, "done_at", stamp.at.text),
        _set(follow_up, "done_by", stamp.by),
    ]
    if evidence:
        edits.append(AppendItem(pointer=("follow_ups", follow_up.index, "evidence"), value=evidence))
    return _change(opened, stamp, follow_up, "done", edits, reason=evidence, done="is done")


def drop_follow_up(opened: OpenedRecord, stamp: Stamp, follow_up: FollowUp, *, reason: str) -> FilesChange:
    """Return the change that says that it will not be done, and why: an honest end."""
    edits = [_set(follow_up, "status", "wont_do"), _set(follow_up, "reason", reason)]
    return _change(opened, stamp, follow_up, "dropped", edits, reason=reason, done="is dropped")


def assign_follow_up(opened: OpenedRecord, stamp: Stamp, follow_up: FollowUp, *, owner: str) -> FilesChange:
    """Return the change that gives it to somebody."""
    edits = [_set(follow_up, "owner", owner)]
    return _change(
        opened,
        stamp,
        follow_up,
        "assigned",
        edits,
        before=follow_up.owner,
        after=owner,
        done=f"is {owner}'s now",
    )


def move_follow_up(
    opened: OpenedRecord,
    stamp: Stamp,
    follow_up: FollowUp,
    *,
    policy: Policy,
    to: str,
    reason: str,
    people: People = NOBODY,
) -> FilesChange:
    """
    Return the change of its date, which is kept with its reason.

    Raises `RefusedError` once the date has passed, or beyond twice the time that policy allows, unless
    another person let it off the rule that says so.
    """
    day = _read_coming_day(to, stamp, policy)
    before = follow_up.due_on
    if before and before.text == day:
        raise UsageError(f"'{follow_up.title}' is due {day} already")
    if not _has_leave(opened.incident, stamp, policy, people):
        _refuse_late_move(opened, stamp, follow_up, policy=policy, to=day, people=people)
    move = {
        "from": str(before) if before else None,
        "to": day,
        "at": stamp.at.text,
        "by": stamp.by,
        "reason": reason,
    }
    kept = {name: value for name, value in move.items() if value is not None}
    edits: list[Edit] = [
        _set(follow_up, "due_on", day),
        AppendItem(pointer=("follow_ups", follow_up.index, "moves"), value=kept),
    ]
    return _change(
        opened,
        stamp,
        follow_up,
        "moved",
        edits,
        before=before,
        after=day,
        reason=reason,
        done=f"is due {day} now",
    )


def _has_leave(incident: Incident, stamp: Stamp, policy: Policy, people: People) -> bool:
    return any(
        waiver.rule == FollowUpMovedTooFar.id
        and is_granted(waiver, incident, people)
        and not has_run_out(waiver, policy.calendar, stamp.now)
        for waiver in incident.waivers
    )


def _refuse_late_move(
    opened: OpenedRecord, stamp: Stamp, follow_up: FollowUp, *, policy: Policy, to: str, people: People
) -> None:
    due_on = _due_on(opened.incident, follow_up, policy, people)
    if due_on and as_deadline(due_on, policy.calendar) < stamp.now:
        hint = "do it, or drop it with a reason: both are honest"
        raise RefusedError(f"'{follow_up.title}' was due {due_on}, which has passed", hint=hint)
    limit = last_day_allowed(follow_up, opened.incident, policy, people=people)
    if limit and date.fromisoformat(to) > limit:
        leave = f"incidentrepo waive {opened.id} --rule {FollowUpMovedTooFar.id}"
        raise RefusedError(
            f"{to} is more than twice the time that policy allows",
            hint=f"it can move to {limit} at most; more takes another's word: {leave}",
        )


def _due_on(incident: Incident, follow_up: FollowUp, policy: Policy, people: People) -> Time | None:
    """Return when it is due: its own date, else what policy allows from its creation."""
    if follow_up.due_on or not follow_up.created_at:
        return follow_up.due_on
    usual = last_day_allowed(follow_up, incident, policy, times=1, people=people)
    return parse_time(usual.isoformat()) if usual else None


def select_follow_up(opened: OpenedRecord, words: str) -> FollowUp:
    """
    Return the follow-up meant by its id, its position from 1, or a part of its title.

    Raises `UsageError` where none or several fit.
    """
    all_of_them = opened.incident.follow_ups
    fitting = [
        follow_up
        for place, follow_up in enumerate(all_of_them, start=1)
        if words in {follow_up.id, str(place)} or words.casefold() in follow_up.title.casefold()
    ]
    if len(fitting) == 1:
        return fitting[0]
    listed = ", ".join(f"{follow_up.id} ({follow_up.title})" for follow_up in all_of_them) or "it has none"
    found = (
        f"{len(fitting)} follow-ups of {opened.id} fit" if fitting else f"no follow-up of {opened.id} fits"
    )
    raise UsageError(f"{found} '{words}'", hint=listed)


def _change(
    opened: OpenedRecord,
    stamp: Stamp,
    follow_up: FollowUp,
    action: str,
    edits: Iterable[Edit],
    *,
    before: object = None,
    after: object = None,
    reason: str = "",
    done: str,
) -> FilesChange:
    if follow_up.status.has_ended and action != "assigned":
        raise UsageError(f"'{follow_up.title}' has ended: {follow_up.status}")
    # One that was written by hand may lack an id, and its entry has to name it.
    follow_up_id = follow_up.id or stamp.follow_up_id()
    naming = [] if follow_up.id else [_set(follow_up, "id", follow_up_id)]
    entry = stamp.entry(
        EntryKind.FOLLOW_UP,
        follow_up=follow_up_id,
        action=action,
        before=str(before) if before else None,
        after=str(after) if after else None,
        reason=reason,
    )
    return opened.change(
        stamp,
        [*naming, *edits],
        entry,
        subject=f"Follow-up {action}",
        reason=f"{follow_up.title}{f': {reason}' if reason else ''}",
        done=f"'{follow_up.title}' {done}.",
    )


def _set(follow_up: FollowUp, name: str, value: str) -> SetValue:
    pointer: Pointer = ("follow_ups", follow_up.index, name)
    return SetValue(pointer=pointer, value=value)


def _read_coming_day(text: str, stamp: Stamp, policy: Policy) -> str:
    """Return a day to promise by; one that is over when it is promised is a slip of the hand."""
    day = _read_day(text)
    if date.fromisoformat(day) < stamp.at.earliest.astimezone(policy.calendar.zone).date():
        raise UsageError(f"{day} has passed", hint="promise a day to come")
    return day


def _read_day(text: str) -> str:
    try:
        time = parse_time(text)
    except ValueError as error:
        raise UsageError(f"'{text}' is no day: {error}", hint="write it as 2026-12-02") from error
    if time.day is None:
        raise UsageError(f"'{text}' is no day", hint="write it as 2026-12-02")
    return time.day.isoformat()


def _default_day(opened: OpenedRecord, stamp: Stamp, policy: Policy) -> str | None:
    asked = severity_policy(opened.incident, policy)
    if asked is None or asked.follow_ups is None:
        return None
    return last_day_since(stamp.at, asked.follow_ups, policy.calendar).isoformat()
