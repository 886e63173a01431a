"""Rule: id-differs-from-folder."""

from collections.abc import Iterator

from incidentrepo.documents.edits import SetValue
from incidentrepo.findings import Finding
from incidentrepo.model.ids import incident_folder, is_incident_id
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class IdDiffersFromFolder(Rule):
    """
    ## What it flags

    An incident whose `id` is not the name of its folder, a name that is no id, or a folder that
    lies under another year and month than its id says.

    ## Why it matters

    The folder's name is the id: links, commands and other records find the incident by it.

    ## Example

    `incidents/2026/11/2026-11-02-checkout-errors/incident.yaml`:

    ```yaml
    id: 2026-11-02-checkout-error
    ```

    ## Instead

    ```yaml
    id: 2026-11-02-checkout-errors
    ```

    ## Fix

    `incidentrepo fix` writes the folder's name as the id.
    A folder under the wrong year or month has to be moved with `git mv`.
    """

    id = "id-differs-from-folder"
    summary = "an id that is not its folder's name"
    level = Level.ERROR

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield where id and path do not agree."""
        incident_id = record.incident.id
        if not is_incident_id(record.name):
            yield self.finding(
                record,
                ("id",),
                message=f"the folder's name '{record.name}' is no id",
                hint="name it as 2026-11-02-checkout-errors: the day, then words in a-z and 0-9",
                subject="folder",
            )
        elif incident_id != record.name:
            yield self.finding(
                record,
                ("id",),
                message=f"id is '{incident_id}' and the folder is '{record.name}'",
                hint=f"write `id: {record.name}`",
                fix=[SetValue(pointer=("id",), value=record.name)],
            )
        elif record.folder != incident_folder(record.name):
            yield self.finding(
                record,
                ("id",),
                message=f"this incident belongs in {incident_folder(record.name)}",
                hint=f"git mv {record.folder} {incident_folder(record.name)}",
                subject="folder",
            )
