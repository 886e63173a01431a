"""Rule: entry-deleted."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.rule import Rule


class EntryDeleted(Rule):
    """
    ## What it flags

    A change that takes an entry out of a timeline.
    It is seen by `check --base` and by the gates, which know what was there before.

    ## Why it matters

    The timeline is the account that everybody relies on, and the highest severity is read from it.
    What was wrong is put right by another entry, and both can be read.

    ## Example

    A pull request without the entry that raised the severity to SEV1.

    ## Instead

    Keep the entry, and add one: `incidentrepo note ID "It was not checkout after all."`

    ## Fix

    Put the entry back: `git checkout BASE -- PATH`, then make your own change again.
    """

    id = "entry-deleted"
    summary = "a change that takes an entry out of a timeline"
    level = Level.ERROR

    def check_change(self, before: Record, after: Record | None) -> Iterator[Finding]:
        """Yield each entry that was there before and is not any more."""
        if after is None:
            return
        kept = {entry.id for entry in after.incident.timeline}
        for entry in before.incident.timeline:
            if entry.id is not None and entry.id not in kept:
                yield self.finding(
                    after,
                    ("timeline",),
                    message=f"the entry {entry.id} ({entry.kind}, {entry.at or 'no time'}) is gone",
                    hint="put it back, and add a note that says what was wrong with it",
                    subject=entry.id,
                )
