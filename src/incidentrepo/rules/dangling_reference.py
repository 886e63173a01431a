"""Rule: dangling-reference."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.place import Pointer
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.timeline import EntryKind, PartChange
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class DanglingReference(Rule):
    """
    ## What it flags

    A link to an incident, a follow-up or a piece of evidence that is not there.

    ## Why it matters

    A repeat that points at nothing teaches nothing, and evidence that was never added is none.

    ## Example

    ```yaml
    related:
      repeat_of: [2026-05-03-chekout-errors]
    ```

    ## Instead

    ```yaml
    related:
      repeat_of: [2026-05-03-checkout-errors]
    ```

    ## Fix

    Correct the id or the path, add the missing file, or take the reference out.
    """

    id = "dangling-reference"
    summary = "a reference to something that is not there"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each reference that leads nowhere."""
        for pointer, target in _incident_references(record):
            if target not in context.known_ids:
                yield self._dangling(record, pointer, target, "no incident has this id or alias")
        files = {path.removeprefix(f"{record.folder}/") for path in record.files}
        for evidence in record.incident.evidence:
            if evidence.path and evidence.path not in files:
                pointer = ("evidence", evidence.index, "path")
                yield self._dangling(record, pointer, evidence.path, "there is no such file here")
        follow_ups = {follow_up.id for follow_up in record.incident.follow_ups}
        for entry in record.incident.timeline:
            match entry:
                case PartChange(kind=EntryKind.FOLLOW_UP, subject=target) if target not in follow_ups:
                    pointer = ("timeline", entry.index, "follow_up")
                    yield self._dangling(record, pointer, target, "no follow-up has this id")

    def _dangling(self, record: Record, pointer: Pointer, target: str, reason: str) -> Finding:
        return self.finding(
            record,
            pointer,
            message=f"'{target}' leads nowhere: {reason}",
            hint="correct it, or take it out",
            subject=target,
        )


def _incident_references(record: Record) -> Iterator[tuple[Pointer, str]]:
    related = record.incident.related
    for name, target in (("duplicate_of", related.duplicate_of), ("parent", related.parent)):
        if target:
            yield ("related", name), target
    for index, target in enumerate(related.repeat_of):
        yield ("related", "repeat_of", index), target
    for index, target in enumerate(related.see_also):
        if "://" not in target:
            yield ("related", "see_also", index), target
