"""Rule: follow-up-moved-too-far."""

from collections.abc import Iterator
from datetime import date

from incidentrepo.conditions import owes
from incidentrepo.findings import Finding
from incidentrepo.model.calendar import as_deadline
from incidentrepo.model.follow_up import DateMove
from incidentrepo.model.policy import Calendar, Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.promises import last_day_allowed
from incidentrepo.rules.rule import Rule


class FollowUpMovedTooFar(Rule):
    """
    ## What it flags

    A follow-up that was moved after its date had passed, or beyond twice the time that policy allows from
    its creation.
    `incidentrepo follow-up move` refuses both.
    While an incident is open or mitigated nobody is held up by it.

    ## Why it matters

    A date that can be moved once it is missed is never missed.
    Twice the time is enough to find out that something will not be done, and to say so.

    ## Example

    ```yaml
    due_on: 2027-06-01
    moves:
      - {from: 2026-12-02, to: 2027-06-01, at: 2026-12-20T10:00:00Z, by: grace, reason: No time.}
    ```

    ## Instead

    ```yaml
    status: wont_do
    reason: The gateway goes in May; until then we look at the chart each morning.
    ```

    ## Fix

    Do it, or `incidentrepo follow-up drop ID FOLLOW_UP --reason "..."`.
    Where there is a good reason, another person can waive this rule.
    """

    id = "follow-up-moved-too-far"
    summary = "a follow-up's date moved once it had passed, or beyond twice the time allowed"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each move of what is still to be done that came too late, or led too far."""
        incident, repository = record.incident, context.repository
        if incident.status and incident.status.is_on_fire:
            return
        moved = [each for each in incident.follow_ups if each.moves and not each.status.has_ended]
        if not moved or not owes(incident, repository.policy, repository.people):
            return
        for follow_up in moved:
            limit = last_day_allowed(follow_up, incident, repository.policy, people=repository.people)
            for position, move in enumerate(follow_up.moves):
                wrong = _what_is_wrong(move, limit, repository.policy.calendar)
                if wrong:
                    yield self.finding(
                        record,
                        ("follow_ups", follow_up.index, "moves", position),
                        message=f"'{follow_up.title}' {wrong}",
                        hint="do it, or incidentrepo follow-up drop "
                        f'{incident.id} {follow_up.id or follow_up.index + 1} --reason "..."',
                        subject=f"{follow_up.id or follow_up.title}.{move.after}",
                    )


def _what_is_wrong(move: DateMove, limit: date | None, calendar: Calendar) -> str:
    """Return in words what is wrong with a move, or nothing."""
    if move.before and move.at and as_deadline(move.before, calendar) < move.at.earliest:
        return f"was due {move.before}, and was moved on {move.at}, when that had passed"
    if limit and move.after and move.after.day and move.after.day > limit:
        return f"was moved to {move.after}, and twice the time that policy allows ends on {limit}"
    return ""
