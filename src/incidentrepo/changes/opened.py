"""One incident's files as a command finds them, and as it leaves them."""

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from incidentrepo.changes.change import FilesChange
from incidentrepo.changes.placing import edit_record
from incidentrepo.changes.settling import settle
from incidentrepo.changes.stamp import Stamp
from incidentrepo.documents.edits import AppendItem, Edit
from incidentrepo.documents.problem import Problem
from incidentrepo.documents.reading import NewerSchemaError, read_incident, read_postmortem, read_public_page
from incidentrepo.errors import EditError, NothingToCheck
from incidentrepo.model.incident import Incident
from incidentrepo.model.record import INCIDENT_FILE, POSTMORTEM_FILE, PUBLIC_FILE, Record
from incidentrepo.store.source import Files


@dataclass(frozen=True, slots=True, kw_only=True)
class OpenedRecord:
    """A record and the bytes it was read from, by the name of the file."""

    record: Record
    contents: Mapping[str, bytes]

    @property
    def incident(self) -> Incident:
        """The record's incident."""
        return self.record.incident

    @property
    def id(self) -> str:
        """The incident's id."""
        return self.record.incident.id

    def edit(self, edits: Iterable[Edit], entries: Iterable[Mapping[str, object]]) -> dict[str, bytes]:
        """
        Return `incident.yaml`, by its path, after those edits and with those new entries.

        Raises `UsageError` where what a person gave cannot stand in a record.
        """
        appended = [AppendItem(pointer=("timeline",), value=entry) for entry in entries]
        data = edit_record(self.contents[INCIDENT_FILE], [*edits, *appended])
        return {self.record.incident_path: settle(data, self.incident)}

    def change(
        self,
        stamp: Stamp,
        edits: Iterable[Edit],
        entry: Mapping[str, object],
        *,
        subject: str,
        reason: str = "",
        done: str = "",
        files: Mapping[str, bytes | None] | None = None,
        first: tuple[Mapping[str, object], ...] = (),
    ) -> FilesChange:
        """
        Return the change that makes those edits, adds that entry, and writes those other files.

        The entries in `first` stand before it.
        """
        return FilesChange(
            files={**(files or {}), **self.edit(edits, [*first, entry])},
            incident=self.id,
            subject=f"{subject}: {self.id}",
            reason=reason,
            told=stamp.told,
            done=done,
        )


def open_record(files: Files, folder: str) -> OpenedRecord:
    """Return the record in `folder`; raises `EditError` where it cannot be read as it must be."""
    contents = {name: data for name in _NAMES if (data := _read(files, f"{folder}/{name}")) is not None}
    try:
        incident = read_incident(contents.get(INCIDENT_FILE, b""))
        postmortem = read_postmortem(contents.get(POSTMORTEM_FILE, b""))
        page = read_public_page(contents.get(PUBLIC_FILE, b""))
    except NewerSchemaError as error:
        raise NothingToCheck(f"{folder}: {error}", hint="upgrade incidentrepo") from error
    if incident.value is None or incident.problems:
        raise unreadable(f"{folder}/{INCIDENT_FILE}", incident.problems)
    record = Record(
        folder=folder,
        incident=incident.value,
        postmortem=postmortem.value if POSTMORTEM_FILE in contents else None,
        public_page=page.value if PUBLIC_FILE in contents else None,
        files=tuple(f"{folder}/{name}" for name in contents),
    )
    return OpenedRecord(record=record, contents=contents)


_NAMES = (INCIDENT_FILE, POSTMORTEM_FILE, PUBLIC_FILE)


def _read(files: Files, path: str) -> bytes | None:
    try:
        return files.read_file(path)
    except KeyError:
        return None


def unreadable(path: str, problems: tuple[Problem, ...]) -> EditError:
    """Return the error for a record that a command cannot work with: the first of its problems."""
    first = problems[0]
    place = f"{path}:{first.place.line}:{first.place.column}"
    return EditError(f"{place}: {first.message}", hint=first.hint or "mend it first: `incidentrepo check`")
