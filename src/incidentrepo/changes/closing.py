"""Closing an incident: only when what policy asks of it has been done."""

from collections.abc import Iterator
from dataclasses import replace

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.opened import OpenedRecord
from incidentrepo.changes.postmortems import one_sentence_postmortem
from incidentrepo.changes.stamp import Stamp
from incidentrepo.changes.statuses import advance
from incidentrepo.duties import duties_of
from incidentrepo.duty_commands import command_for
from incidentrepo.errors import RefusedError
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.people import NOBODY, People
from incidentrepo.model.policy import Policy
from incidentrepo.model.postmortem import Postmortem
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, PostmortemStatus, Status
from incidentrepo.model.timeline import EntryKind


def close(
    opened: OpenedRecord,
    stamp: Stamp,
    *,
    policy: Policy,
    text: str = "",
    sentence: str = "",
    people: People = NOBODY,
    inherited: Severity | None = None,
    is_handed_on: bool = False,
) -> FilesChange:
    """
    Return the change that closes an incident, with `sentence` as its postmortem if one is given.

    `people` say whether there is another person to ask; `inherited` is the worst severity of its
    duplicates; `is_handed_on` says that another incident, of which this is a duplicate, owes in its
    place. Raises `RefusedError` with everything that is missing and the command for each.
    """
    closed = _as_closed(opened.record, stamp, sentence)
    duties = duties_of(closed, policy, inherited, now=stamp.now, people=people) if not is_handed_on else ()
    missing = [*_owed(opened, duties, stamp, has_sentence=bool(sentence)), *_loose(opened)]
    if missing:
        width = max(len(what) for what, _ in missing) + 3
        lines = "\n".join(f"  {what:<{width}}{command}" for what, command in missing)
        raise RefusedError(f"{opened.id} cannot be closed yet\n{lines}")
    if not sentence:
        return advance(opened, stamp, to=Status.CLOSED, text=text)
    finished = stamp.entry(EntryKind.POSTMORTEM, action="finished")
    files = one_sentence_postmortem(opened, stamp, sentence)
    return advance(opened, stamp, to=Status.CLOSED, text=text, files=files, first=(finished,))


def _as_closed(record: Record, stamp: Stamp, sentence: str) -> Record:
    """Return the record as closing would leave it: only then is known what it owes."""
    times = replace(record.incident.times, closed_at=stamp.at)
    incident = replace(record.incident, status=Status.CLOSED, times=times)
    if not sentence:
        return replace(record, incident=incident)
    finished = Postmortem(
        status=PostmortemStatus.FINAL, authors=(stamp.by,), finished_at=stamp.at, body=sentence
    )
    return replace(record, incident=incident, postmortem=finished)


def _owed(
    opened: OpenedRecord, duties: tuple[Duty, ...], stamp: Stamp, *, has_sentence: bool
) -> Iterator[tuple[str, str]]:
    """Yield what policy is owed, and the command that pays it."""
    for duty in duties:
        match duty.name:
            case DutyKind.POSTMORTEM if duty.is_open:
                postmortem = opened.record.postmortem
                is_short = has_sentence or (postmortem is not None and postmortem.is_final)
                why = "it asks for more than one sentence" if is_short else "its postmortem is not final"
                yield why, command_for(duty, postmortem)
            case DutyKind.REVIEW if duty.is_open:
                yield "nobody else has read it in a review", command_for(duty)
            case DutyKind.FOLLOW_UP if duty.is_overdue(stamp.now):
                due = f"'{_brief(duty.subject)}' was due {duty.due_at:%Y-%m-%d}"
                yield due, command_for(duty)
            case _ if duty.is_own and _is_missing(duty, duties, stamp):
                yield f"{_brief(duty.subject)} is owed", command_for(duty, opened.record.postmortem)


def _is_missing(duty: Duty, duties: tuple[Duty, ...], stamp: Stamp) -> bool:
    """Whether one of the policy's own duties stands in the way, and none of ours says so already."""
    is_said = any(
        ours.satisfied_by == duty.satisfied_by and ours.is_open
        for ours in duties
        if ours.bars_closing and not ours.is_own
    )
    return not is_said and ((duty.bars_closing and duty.is_open) or duty.is_overdue(stamp.now))


def _loose(opened: OpenedRecord) -> Iterator[tuple[str, str]]:
    """Yield the follow-ups that nobody will do as they stand."""
    for follow_up in opened.incident.follow_ups:
        which = f"{opened.id} {follow_up.id or follow_up.index + 1}"
        if follow_up.status is FollowUpStatus.WONT_DO and not follow_up.reason.strip():
            yield _lacks(follow_up, "reason"), f"write it into {opened.record.incident_path}"
        if follow_up.status.has_ended:
            continue
        if follow_up.owner is None:
            yield _lacks(follow_up, "owner"), f"incidentrepo follow-up assign {which} WHO"
        if follow_up.due_on is None:
            yield _lacks(follow_up, "date"), f"incidentrepo follow-up move {which} --to DAY --reason WHY"


def _lacks(follow_up: FollowUp, what: str) -> str:
    return f"'{_brief(follow_up.title)}' has no {what}"


def _brief(title: str) -> str:
    return title if len(title) <= 40 else f"{title[:39]}…"
