"""Which incident a person means: by its id, an alias, or any part that fits one only."""

import re
from collections.abc import Sequence
from difflib import get_close_matches

from incidentrepo.config.loading import POLICY_FILE
from incidentrepo.documents.reading import read_incident
from incidentrepo.errors import IncidentRepoError, NothingToCheck, UsageError
from incidentrepo.model.record import INCIDENT_FILE
from incidentrepo.store.source import Folders

# Read without parsing: a record whose layout is another has to be named.
_ON_FIRE = re.compile(rb"^status: *['\"]?(?:open|mitigated)\b", re.MULTILINE)
_RESOLVED = re.compile(rb"^status: *['\"]?resolved\b", re.MULTILINE)
_SHOWN = 5


def select_folder(files: Folders, words: str | None) -> str:
    """
    Return the folder of the incident meant; None means the only one that burns, else the only one
    that is resolved and not closed.

    Raises `UsageError` where none or several fit, and names the nearest; `NothingToCheck` where there is
    no policy, so that there can be none.
    """
    folders = list_incident_folders(files)
    if not folders:
        raise _nothing_here(files)
    if words is None:
        return _only_one(files)
    by_name = {folder.rsplit("/", 1)[-1]: folder for folder in folders}
    if words in by_name:
        return by_name[words]
    fitting = [folder for name, folder in by_name.items() if words.casefold() in name]
    fitting = fitting or _by_alias(files, folders, words)
    if len(fitting) == 1:
        return fitting[0]
    if fitting:
        raise UsageError(f"'{words}' fits {len(fitting)} incidents", hint=_choices(fitting))
    near = get_close_matches(words, by_name, _SHOWN, cutoff=0.4)
    hint = f"did you mean {' or '.join(near)}?" if near else "`incidentrepo list` shows them all"
    raise UsageError(f"no incident fits '{words}'", hint=hint)


def _nothing_here(files: Folders) -> IncidentRepoError:
    try:
        files.read_file(POLICY_FILE)
    except KeyError:
        hint = "run `incidentrepo init` to start one"
        return NothingToCheck(f"there is no {POLICY_FILE} in {files.label}", hint=hint)
    return UsageError("there is no incident yet", hint='incidentrepo declare "What is wrong" -s SEV3')


def list_incident_folders(files: Folders) -> tuple[str, ...]:
    """Return every incident's folder, oldest first, by the names on disk alone."""
    folders = [f"incidents/undated/{name}" for name in files.list_folder("incidents/undated")]
    for year in files.list_folder("incidents"):
        if year != "undated":
            for month in files.list_folder(f"incidents/{year}"):
                parent = f"incidents/{year}/{month}"
                folders += [f"{parent}/{name}" for name in files.list_folder(parent)]
    return tuple(folders)


def find_duplicates(files: Folders, incident_id: str) -> tuple[str, ...]:
    """Return the folders of the incidents that say that they are duplicates of this one."""
    pattern = re.compile(rb"duplicate_of:[ '\"]*" + re.escape(incident_id.encode()) + rb"(?![\w-])")
    return tuple(
        folder for folder in list_incident_folders(files) if pattern.search(_record_of(files, folder))
    )


def find_source(files: Folders, url: str) -> str | None:
    """Return the folder of the incident that was filed at this address, or None."""
    # Looked for among bytes, and read only where it stands; from the latest on, for it was filed just now.
    folders = reversed(list_incident_folders(files))
    return next((folder for folder in folders if _is_filed_at(url, _record_of(files, folder))), None)


def find_follow_up(files: Folders, follow_up_id: str) -> str | None:
    """Return the folder of the incident that has this follow-up, or None."""
    wanted = re.compile(rb"\bid: *['\"]?" + re.escape(follow_up_id.encode()) + rb"\b")
    folders = reversed(list_incident_folders(files))
    return next((folder for folder in folders if wanted.search(_record_of(files, folder))), None)


def list_unfinished(files: Folders) -> tuple[str, ...]:
    """Return the folders of what burns, oldest first; where nothing does, of what still has to be closed."""
    records = {folder: _record_of(files, folder) for folder in list_incident_folders(files)}
    burning = tuple(folder for folder, record in records.items() if _ON_FIRE.search(record))
    return burning or tuple(folder for folder, record in records.items() if _RESOLVED.search(record))


def _only_one(files: Folders) -> str:
    unfinished = list_unfinished(files)
    if len(unfinished) == 1:
        return unfinished[0]
    if not unfinished:
        raise UsageError("no incident is open", hint="name one; `incidentrepo list` shows them all")
    is_burning = _ON_FIRE.search(_record_of(files, unfinished[0]))
    stand = "are open or mitigated" if is_burning else "are resolved and not closed"
    raise UsageError(f"{len(unfinished)} incidents {stand}: say which", hint=_choices(unfinished))


def _by_alias(files: Folders, folders: tuple[str, ...], words: str) -> list[str]:
    alias = re.compile(
        rb"^aliases:[^\n]*(?:\n[ -][^\n]*)*?(?<![\w-])" + re.escape(words.encode()) + rb"(?![\w-])",
        re.MULTILINE,
    )
    return [folder for folder in folders if alias.search(_record_of(files, folder))]


def _is_filed_at(url: str, record: bytes) -> bool:
    if url.encode() not in record:
        return False
    incident = read_incident(record).value
    return incident is not None and incident.source is not None and incident.source.url == url


def _record_of(files: Folders, folder: str) -> bytes:
    try:
        return files.read_file(f"{folder}/{INCIDENT_FILE}")
    except KeyError:
        return b""


def _choices(folders: Sequence[str]) -> str:
    names = [folder.rsplit("/", 1)[-1] for folder in reversed(folders)]
    more = f", and {len(names) - _SHOWN} more" if len(names) > _SHOWN else ""
    return f"{', '.join(names[:_SHOWN])}{more}"
