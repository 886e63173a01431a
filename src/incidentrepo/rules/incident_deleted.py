"""Rule: incident-deleted."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.rule import Rule


class IncidentDeleted(Rule):
    """
    ## What it flags

    A change that takes an incident out of the repository.
    It is seen by `check --base` and by the gates, which know what was there before.

    ## Why it matters

    What has been declared stays on record; else duties could be deleted instead of paid.

    ## Example

    A pull request that removes `incidents/2026/11/2026-11-02-checkout-errors/`.

    ## Instead

    `incidentrepo invalidate ID --reason "..."` where it was none, `incidentrepo duplicate ID OF`
    where it is told twice.

    ## Fix

    Put the folder back: `git checkout BASE -- PATH`.
    """

    id = "incident-deleted"
    summary = "a change that takes an incident out of the repository"
    level = Level.ERROR

    def check_change(self, before: Record, after: Record | None) -> Iterator[Finding]:
        """Yield the incident, if the change leaves none by its id or alias."""
        if after is None:
            yield self.finding(
                before,
                message=f"{before.incident.id} was there before and is gone",
                hint="put it back; one that was none is ended by `incidentrepo invalidate`",
            )
