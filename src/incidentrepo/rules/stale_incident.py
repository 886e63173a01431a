"""Rule: stale-incident."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.duration import describe_elapsed
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class StaleIncident(Rule):
    """
    ## What it flags

    An open or mitigated incident to which nobody has added an entry for seven days; and planned work whose
    time (`planned_until`) was over by yesterday, with nothing written since.
    What an automation writes does not count.

    ## Why it matters

    Either it still hurts and nobody looks, or it is long over and what it owes has not begun to count.
    Both are worth a minute of its owner.

    ## Example

    An incident that is `mitigated` since March, and whose last entry is from March.

    ## Instead

    ```yaml
      - id: t4kq7xz2a
        at: 2026-11-20T09:00:00Z
        by: grace
        entry: note
        text: The supplier's part comes on Friday; the spare one holds.
    ```

    ## Fix

    `incidentrepo note ID "..."` says how it stands; `incidentrepo resolve ID --at TIME` that it is over, and
    since when. Planned work is over with `incidentrepo close ID --postmortem "..."`, for which a sentence is
    enough; `incidentrepo set ID planned_until=TIME` puts it off.
    """

    id = "stale-incident"
    summary = "an open incident that nobody has written to for seven days"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield the silence of an open incident."""
        incident = record.incident
        for duty in context.duties.get(incident.id, ()):
            if duty.name == DutyKind.STALE:
                quiet = describe_elapsed(context.now - duty.since)
                message, hint = (
                    _say_planned(incident, quiet) if incident.kind.is_planned else _say(incident, quiet)
                )
                yield self.finding(
                    record,
                    ("status",),
                    message=f"{message}; owned by {duty.owed_by or 'nobody yet'}",
                    hint=hint,
                    subject=DutyKind.STALE,
                )


def _say(incident: Incident, quiet: str) -> tuple[str, str]:
    hint = f'incidentrepo note {incident.id} "...", or resolve it'
    return f"{incident.status}, and nothing written for {quiet}", hint


def _say_planned(incident: Incident, quiet: str) -> tuple[str, str]:
    hint = f'incidentrepo close {incident.id} --postmortem "...", or set another planned_until'
    until = incident.times.planned_until
    return f"planned until {until}, and nobody has said for {quiet} how it went", hint
