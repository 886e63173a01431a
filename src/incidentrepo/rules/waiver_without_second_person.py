"""Rule: waiver-without-second-person."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.incident import Incident, Waiver
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.waivers import is_granted, name_of


class WaiverWithoutSecondPerson(Rule):
    """
    ## What it flags

    A waiver that nobody has approved, or that was approved by its author or by the incident's owner.
    It does not count: what it names is owed as before.

    ## Why it matters

    A waiver is leave, and nobody gives leave to themselves.

    ## Example

    ```yaml
    owner: grace
    waivers:
      - {duty: review, reason: It was a drill., by: ada, approved_by: grace}
    ```

    ## Instead

    ```yaml
    owner: grace
    waivers:
      - {duty: review, reason: It was a drill., by: ada, approved_by: mara}
    ```

    ## Fix

    Ask somebody who is neither, and put their handle into `approved_by:`.
    Where `people.yaml` has one person who has not left, their own approval counts.
    """

    id = "waiver-without-second-person"
    summary = "a waiver that nobody else has approved"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each waiver that lets nothing off, for want of another person."""
        incident, people = record.incident, context.repository.people
        for waiver in incident.waivers:
            if not is_granted(waiver, incident, people):
                who = people.only_one or "HANDLE"
                yield self.finding(
                    record,
                    ("waivers", waiver.index),
                    message=f"the waiver of {name_of(waiver)} does not count: {_why(waiver, incident)}",
                    hint=f"add `approved_by: {who}`"
                    + ("" if people.only_one else ", of somebody who is neither its author nor the owner"),
                    subject=name_of(waiver),
                )


def _why(waiver: Waiver, incident: Incident) -> str:
    if waiver.approved_by is None:
        return "nobody has approved it"
    if waiver.approved_by == waiver.by:
        return f"{waiver.by} has approved their own"
    return f"{waiver.approved_by}, who approved it, owns {incident.id}"
