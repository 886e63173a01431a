"""Rule: follow-up-taken-back."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.place import Pointer
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import FollowUpStatus
from incidentrepo.rules.kept_follow_ups import kept_follow_ups
from incidentrepo.rules.rule import Rule


class FollowUpTakenBack(Rule):
    """
    ## What it flags

    A change that takes a promised follow-up back: it is gone from the record, is `proposed` again, or has
    become `when: now`.
    What was only proposed may go.
    It is seen by `check --base` and by the gates, which know what was there before.

    ## Why it matters

    A follow-up is how an incident changes anything.
    Not to do it is an honest end, with a reason that others can read; a line that is missing is none.

    ## Example

    A pull request without the follow-up that was due last week.

    ## Instead

    ```yaml
    follow_ups:
      - id: f3a6q2m7x
        title: Alert on checkout success rate
        status: wont_do
        reason: The new gateway brings its own alert.
    ```

    ## Fix

    Put it back: `git checkout BASE -- PATH`, then make your own change again.
    Then do it, or `incidentrepo follow-up drop ID FOLLOW_UP --reason "..."`.
    """

    id = "follow-up-taken-back"
    summary = "a change that takes a promised follow-up out"
    level = Level.ERROR

    def check_change(self, before: Record, after: Record | None) -> Iterator[Finding]:
        """Yield each follow-up that was promised and is not any more."""
        if after is None:
            return
        for was, now in kept_follow_ups(before.incident, after.incident):
            done = _taken_back(was, now)
            if done:
                pointer: Pointer = ("follow_ups", now.index) if now else ("follow_ups",)
                yield self.finding(
                    after,
                    pointer,
                    message=f"the follow-up '{was.title}' {done}",
                    hint="put it back; then do it, or incidentrepo follow-up drop "
                    f'{after.incident.id} {was.id or was.index + 1} --reason "..."',
                    subject=was.id or was.title,
                )


def _taken_back(was: FollowUp, now: FollowUp | None) -> str:
    """Return in words how a promise was taken back, or nothing where it stands or was none."""
    if was.status is FollowUpStatus.PROPOSED or was.is_now:
        return ""
    if now is None:
        return "is gone"
    if now.status is FollowUpStatus.PROPOSED:
        return f"was {was.status} and is only proposed now"
    return "has become `when: now`" if now.is_now else ""
