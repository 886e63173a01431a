"""The example repository's history: who committed what, when."""

from collections.abc import Iterator, Mapping
from pathlib import Path
from typing import Any

from incidentrepo.changes.undoing import undo_entries
from incidentrepo.documents.strict_yaml import load_yaml
from incidentrepo.errors import UsageError
from incidentrepo.model.change import Signature
from incidentrepo.model.ids import incident_folder
from incidentrepo.model.people import People
from incidentrepo.model.record import INCIDENT_FILE
from incidentrepo.model.time import parse_time
from incidentrepo.store.replaying import ReplayedCommit

HISTORY_FILE = "history.yaml"


def example_commits(folder: Path, people: People) -> tuple[ReplayedCommit, ...]:
    """
    Return the commits that `history.yaml` in `folder` tells of, oldest first.

    Each `incident` is committed as it stood after its entry `through`; each of `files` as it stands
    in the folder. Raises `UsageError` where the file cannot be read.
    """
    rows = _read_rows(folder / HISTORY_FILE)
    records = _records_through(folder, rows)
    return tuple(_commit(folder, row, people, records) for row in rows)


def _read_rows(path: Path) -> list[dict[str, Any]]:
    document = load_yaml(path.read_bytes())
    rows = document.value.get("commits") if isinstance(document.value, dict) else None
    if document.problems or not isinstance(rows, list):
        raise UsageError(f"{path} cannot be read", hint="it holds `commits:`, a list")
    return rows


def _records_through(folder: Path, rows: list[dict[str, Any]]) -> Mapping[tuple[str, str], bytes]:
    """Return each record as it stood after each entry asked for; undone from its end backwards."""
    latest: dict[str, bytes] = {}
    records: dict[tuple[str, str], bytes] = {}
    for row in reversed(rows):
        if "through" in row:
            incident, through = row["incident"], row["through"]
            data = latest.get(incident) or (folder / _record_path(incident)).read_bytes()
            latest[incident] = records[incident, through] = undo_entries(data, through=through)
    return records


def _commit(
    folder: Path,
    row: Mapping[str, Any],
    people: People,
    records: Mapping[tuple[str, str], bytes],
) -> ReplayedCommit:
    person = people.by_handle[row["by"]]
    files = dict(_files(folder, row.get("files", ())))
    if "through" in row:
        files[_record_path(row["incident"])] = records[row["incident"], row["through"]]
    return ReplayedCommit(
        at=parse_time(row["at"]).earliest,
        author=Signature(name=person.name, email=person.emails[0]),
        message=row["message"],
        files=files,
    )


def _files(folder: Path, names: list[str]) -> Iterator[tuple[str, bytes | None]]:
    for name in names:
        yield name, (folder / name).read_bytes()


def _record_path(incident_id: str) -> str:
    return f"{incident_folder(incident_id)}/{INCIDENT_FILE}"
