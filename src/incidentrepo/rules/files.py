"""Files among the incidents as git lists them, and findings about one of them as a whole."""

from collections.abc import Iterator
from dataclasses import replace

from incidentrepo.findings import Finding
from incidentrepo.model.place import Place
from incidentrepo.model.record import INCIDENTS_FOLDER, folder_of
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.store.snapshot import Blob

_AMONG_INCIDENTS = f"{INCIDENTS_FOLDER}/"


def list_incident_files(context: Context) -> Iterator[Blob]:
    """Yield every file below `incidents/`, of settled incidents too; of links another rule speaks."""
    for blob in context.repository.snapshot.list_files():
        if blob.path.startswith(_AMONG_INCIDENTS) and blob.is_plain:
            yield blob


def file_finding(rule: Rule, path: str, *, message: str, hint: str) -> Finding:
    """Return what `rule` says of the file at `path` as a whole, whatever is in it."""
    folder = folder_of(path)
    found = rule.finding(
        None, message=message, hint=hint, path=path, subject=path.removeprefix(f"{folder}/"), place=Place()
    )
    return replace(found, incident=folder.rsplit("/", 1)[-1] or None)
