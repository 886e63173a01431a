"""Rule: repeat-of-unfinished."""

from collections.abc import Iterator, Mapping

from incidentrepo.findings import Finding
from incidentrepo.model.follow_up import FollowUp
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.status import Purpose, Status
from incidentrepo.rules.context import Context, names_of
from incidentrepo.rules.rule import Rule

_WOULD_HAVE_HELPED = frozenset({Purpose.PREVENT, Purpose.DETECT, None})


class RepeatOfUnfinished(Rule):
    """
    ## What it flags

    An incident that repeats an earlier one, of which a follow-up that was to prevent or to detect it is
    still not done. Follow-ups that were found only after the repeat had begun are left out.

    ## Why it matters

    This is the incident that the follow-up was for. Whoever owns it should know, and so should whoever
    decides what is done first: it is the best reason that there is.

    ## Example

    ```yaml
    id: 2026-11-02-checkout-errors
    related:
      repeat_of: [2026-05-03-checkout-errors]    # whose follow-up "Alert on success rate" is open
    ```

    ## Instead

    The follow-up is done, or dropped with a reason that still holds.

    ## Fix

    `incidentrepo follow-up done EARLIER FOLLOW_UP`, or give it a date that is soon, or drop it with a
    reason.
    """

    id = "repeat-of-unfinished"
    summary = "a repeat of an incident whose follow-up might have prevented it"
    level = Level.WARNING

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield, at each repeat, every open follow-up of the incident that it repeats."""
        repeats = [record for record in context.repository.records if record.incident.related.repeat_of]
        if not repeats:
            return
        by_name = {
            name: record.incident
            for record in context.repository.records
            for name in names_of(record.incident)
        }
        for record in repeats:
            if record.incident.status is not Status.INVALID:
                yield from self._unfinished(record, by_name)

    def _unfinished(self, repeat: Record, by_name: Mapping[str, Incident]) -> Iterator[Finding]:
        for index, name in enumerate(repeat.incident.related.repeat_of):
            earlier = by_name.get(name)
            if earlier is None or earlier.id == repeat.incident.id or earlier.status is Status.INVALID:
                continue
            for follow_up in earlier.follow_ups:
                if _would_have_helped(follow_up, repeat.incident):
                    owner = follow_up.owner or "nobody yet"
                    which = f"{earlier.id} {follow_up.id or follow_up.index + 1}"
                    yield self.finding(
                        repeat,
                        ("related", "repeat_of", index),
                        message=f"'{follow_up.title}' of {earlier.id} might have prevented this and is "
                        f"still open; owned by {owner}",
                        hint=f"incidentrepo follow-up done {which}",
                        subject=which,
                    )


def _would_have_helped(follow_up: FollowUp, repeat: Incident) -> bool:
    """Whether it was open, for this, before the repeat began."""
    if follow_up.status.has_ended or follow_up.purpose not in _WOULD_HAVE_HELPED:
        return False
    since, began = follow_up.created_at, repeat.happened_at
    return since is None or began is None or not began.is_before(since)
