"""Rule: entry-without-id."""

import hashlib
from collections.abc import Iterator

from incidentrepo.documents.edits import SetValue
from incidentrepo.findings import Finding
from incidentrepo.model.ids import make_entry_id
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.timeline import Entry
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class EntryWithoutId(Rule):
    """
    ## What it flags

    A timeline entry without an `id`, as one written by hand may be.

    ## Why it matters

    By its id an entry stays the same one when two people edit the record at once.

    ## Example

    ```yaml
    - at: 2026-11-02T09:30:00Z
      by: grace
      entry: note
      text: The canary read the wrong metric.
    ```

    ## Instead

    ```yaml
    - id: tb2m5c7qd
      at: 2026-11-02T09:30:00Z
      by: grace
      entry: note
      text: The canary read the wrong metric.
    ```

    ## Fix

    `incidentrepo fix` adds one.
    """

    id = "entry-without-id"
    summary = "a timeline entry without an id"
    level = Level.NOTE

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each entry that has no id."""
        for entry in record.incident.timeline:
            if entry.id is None:
                new_id = _id_from_content(record, entry)
                yield self.finding(
                    record,
                    ("timeline", entry.index),
                    message=f"this {entry.kind} entry has no id",
                    hint="run `incidentrepo fix`",
                    subject=str(entry.index),
                    fix=[SetValue(pointer=("timeline", entry.index, "id"), value=new_id)],
                )


def _id_from_content(record: Record, entry: Entry) -> str:
    """Return an id made of the entry itself, so that two who mend the same file agree."""
    digest = iter(hashlib.sha256(f"{record.folder} {entry!r}".encode()).digest())
    return make_entry_id(lambda alphabet: alphabet[next(digest) % len(alphabet)])
