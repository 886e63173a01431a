"""Rule: public-state-differs."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.public_state import contradicts
from incidentrepo.model.record import Record
from incidentrepo.model.status import Visibility
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class PublicStateDiffers(Rule):
    """
    ## What it flags

    A public incident of which the world was last told another state than its own: `resolved` while it still
    goes on, or that you are still at it after it was over.

    ## Why it matters

    Whoever reads your status page acts on it.
    An incident that comes back, or that nobody ends there, is what they remember.

    ## Example

    ```yaml
    status: open
    visibility: public
    timeline:
      - id: t25xdmpq7
        at: 2026-11-02T10:00:00Z
        entry: update
        audience: public
        state: resolved
        text: All works again.
    ```

    ## Instead

    ```yaml
    status: resolved
    ```

    ## Fix

    Where the record is behind, `incidentrepo resolve ID --at TIME`.
    Where the world is, `incidentrepo update ID "..." --public --state STATE`.
    """

    id = "public-state-differs"
    summary = "the world was last told another state than the incident's own"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield the last public update, where it does not fit how the incident stands."""
        incident = record.incident
        told = [
            (update.at.latest, update) for update in incident.public_updates if update.state and update.at
        ]
        if incident.visibility is not Visibility.PUBLIC or not told:
            return
        _, last = max(told, key=lambda one: (one[0], one[1].index))
        if contradicts(incident, last.state, last.at):
            yield self.finding(
                record,
                ("timeline", last.index, "state"),
                message=f"the world was last told '{last.state}', and it is {incident.status}",
                hint=f"incidentrepo resolve {incident.id}, or tell the world how it stands",
                subject=last.id or "update",
            )
