"""Rule: follow-up-date-changed."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.model.time import Time
from incidentrepo.rules.kept_follow_ups import kept_follow_ups
from incidentrepo.rules.rule import Rule


class FollowUpDateChanged(Rule):
    """
    ## What it flags

    A change that puts off the date of a follow-up, or takes it out, without an entry under `moves` that
    says so; and one that changes or takes out such an entry.
    A later `created_at` is the same, for time is counted from it.
    An earlier date is always welcome.
    It is seen by `check --base` and by the gates, which know what was there before.

    ## Why it matters

    Dates move, and each move says something: that it was harder than thought, or less important.
    A date that moves in silence is one that is never overdue.

    ## Example

    A pull request in which `due_on: 2026-12-02` has become `due_on: 2027-03-01`.

    ## Instead

    ```yaml
    due_on: 2026-12-18
    moves:
      - from: 2026-12-02
        to: 2026-12-18
        at: 2026-11-25T10:00:00Z
        by: grace
        reason: The vendor ships the new sensor in week 50.
    ```

    ## Fix

    Put the date back, then `incidentrepo follow-up move ID FOLLOW_UP --to DAY --reason "..."`.
    """

    id = "follow-up-date-changed"
    summary = "a follow-up's date that a change put off in silence"
    level = Level.ERROR

    def check_change(self, before: Record, after: Record | None) -> Iterator[Finding]:
        """Yield each follow-up whose date is another, and does not say so."""
        if after is None:
            return
        for was, now in kept_follow_ups(before.incident, after.incident):
            if now is None or was == now or not _is_promised(was):
                continue
            for name, message in _put_off(was, now):
                yield self.finding(
                    after,
                    ("follow_ups", now.index),
                    message=f"'{now.title}': {message}",
                    hint="put it back, then incidentrepo follow-up move "
                    f'{after.incident.id} {now.id or now.index + 1} --to DAY --reason "..."',
                    subject=f"{now.id or now.title}.{name}",
                )


def _is_promised(follow_up: FollowUp) -> bool:
    return not follow_up.status.has_ended and follow_up.status is not FollowUpStatus.PROPOSED


def _put_off(was: FollowUp, now: FollowUp) -> Iterator[tuple[str, str]]:
    """Yield the fields that put the date off in silence, each with what it says in words."""
    if now.moves[: len(was.moves)] != was.moves:
        yield "moves", "a move of its date is gone, or is not what it was"
    elif _is_later(was.due_on, now.due_on) and not _is_told(was, now):
        yield "due_on", f"it was due {was.due_on}, is due {now.due_on or 'on no day'}, and no move says so"
    if _is_later(was.created_at, now.created_at):
        yield "created_at", f"created_at was {was.created_at} and is {now.created_at or 'gone'}"


def _is_later(was: Time | None, now: Time | None) -> bool:
    """Whether the time is later now, or gone; a first one puts nothing off."""
    return was is not None and (now is None or was.earliest < now.earliest)


def _is_told(was: FollowUp, now: FollowUp) -> bool:
    """Whether the moves since then lead from the old date to the new one, each with when and why."""
    date = was.due_on
    for move in now.moves[len(was.moves) :]:
        if move.before != date or move.at is None or not move.reason.strip():
            return False
        date = move.after
    return date == now.due_on
