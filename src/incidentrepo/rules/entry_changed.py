"""Rule: entry-changed."""

from collections.abc import Iterator
from dataclasses import fields

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.timeline import Entry
from incidentrepo.rules.entry_facts import FREE
from incidentrepo.rules.rule import Rule

_FIELD_NAMES = {"before": "from", "after": "to", "kind": "entry"}


class EntryChanged(Rule):
    """
    ## What it flags

    A change to what an existing entry states: when, who, from what, to what.
    Its words (`text`, `reason`) may be mended, and it may be starred.
    It is seen by `check --base` and by the gates, which know what was there before.

    ## Why it matters

    A severity that is rewritten after the fact takes duties with it, and nobody sees that.

    ## Example

    A pull request in which `to: SEV1` of an old entry has become `to: SEV2`.

    ## Instead

    `incidentrepo severity ID SEV2 --reason "..."` adds an entry that says so.

    ## Fix

    Put the entry back as it was, and add another.
    """

    id = "entry-changed"
    summary = "a change to what an existing entry states"
    level = Level.ERROR

    def check_change(self, before: Record, after: Record | None) -> Iterator[Finding]:
        """Yield each entry of which a fact is not what it was."""
        entries = {entry.id: entry for entry in before.incident.timeline if entry.id}
        for entry in after.incident.timeline if after else ():
            was = entries.get(entry.id or "")
            changed = _changed_fields(was, entry) if was else ()
            if changed:
                yield self.finding(
                    after,
                    ("timeline", entry.index),
                    message=f"{' and '.join(changed)} of the entry {entry.id} is not what it was",
                    hint="put it back as it was, and add an entry that says what is right",
                    subject=entry.id or "",
                )


def _changed_fields(was: Entry, entry: Entry) -> tuple[str, ...]:
    if type(was) is not type(entry):
        return ("`entry`",)
    return tuple(
        f"`{_FIELD_NAMES.get(field.name, field.name)}`"
        for field in fields(entry)
        if field.name not in FREE and getattr(was, field.name) != getattr(entry, field.name)
    )
