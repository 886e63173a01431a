"""Rule: entry-deleted."""

from collections import Counter
from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.timeline import Entry
from incidentrepo.rules.entry_facts import facts_of
from incidentrepo.rules.rule import Rule


class EntryDeleted(Rule):
    """
    ## What it flags

    A change that takes an entry out of a timeline.
    An entry without an id is known by what it states: another time, person or value is another entry.
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
                yield self._gone(
                    after, entry, f"the entry {entry.id} ({entry.kind}, {entry.at or 'no time'})"
                )
        for entry in _nameless_gone(before.incident, after.incident):
            yield self._gone(after, entry, f"the {entry.kind} entry of {entry.at or 'no time'}")

    def _gone(self, after: Record, entry: Entry, named: str) -> Finding:
        return self.finding(
            after,
            ("timeline",),
            message=f"{named} is gone" if entry.id else f"{named} is gone, or states something else",
            hint="put it back, and add a note that says what was wrong with it",
            subject=entry.id or f"{entry.kind} {entry.at}",
        )


def _nameless_gone(before: Incident, after: Incident) -> Iterator[Entry]:
    """Yield each entry without an id of which none states the same now; it may have got an id since."""
    nameless = [entry for entry in before.timeline if entry.id is None]
    if not nameless:
        return
    left = Counter(map(facts_of, after.timeline))
    for entry in nameless:
        if left[facts_of(entry)]:
            left[facts_of(entry)] -= 1
        else:
            yield entry
