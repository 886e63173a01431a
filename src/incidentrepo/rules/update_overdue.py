"""Rule: update-overdue."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.duty import DutyKind
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.overdue import overdue_findings
from incidentrepo.rules.rule import Rule


class UpdateOverdue(Rule):
    """
    ## What it flags

    An open incident whose followers have heard nothing for longer than its severity asks.

    ## Why it matters

    People who hear nothing ask, and whoever answers is not mending anything.
    This is a note and stays one: nothing stands in your way while it burns.

    ## Example

    A SEV1 with `updates: 30 minutes` whose last update is an hour old.

    ## Instead

    A line every half hour, even if it says that there is nothing new.

    ## Fix

    `incidentrepo update ID "We are still looking; next word at 10:30."`
    """

    id = "update-overdue"
    summary = "an open incident whose followers wait for a word"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield the update that those who follow wait for."""
        return overdue_findings(self, DutyKind.UPDATE, record, context)
