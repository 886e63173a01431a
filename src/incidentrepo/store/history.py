"""Who changed a record, when and why, as git remembers it."""

import os
from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace

from incidentrepo.model.change import Change, ChangedFile, ChangeKind
from incidentrepo.model.record import INCIDENT_FILE, folder_of
from incidentrepo.store.clone import Clone, require_full_history
from incidentrepo.store.commit_log import parse_log
from incidentrepo.store.objects import read_objects
from incidentrepo.store.running import run_git

_INCIDENTS = "incidents"
_TIME_LIMIT = 600.0  # ten thousand records with years of history


@dataclass(frozen=True, slots=True, kw_only=True)
class FileVersion:
    """What one commit did to a file: its content before and after, None where there was none."""

    change: Change
    before: bytes | None
    after: bytes | None


def record_history(clone: Clone, folder: str, *, revision: str = "HEAD") -> tuple[Change, ...]:
    """
    Return the commits that changed a record's folder, oldest first, and those from before a rename.

    Raises StoreError in a shallow clone, where git would name the wrong author in silence.
    """
    require_full_history(clone)
    changes: tuple[Change, ...] = ()
    while older := _read_log(clone, revision, folder):
        birth = older[0]
        # Limited to one folder, git shows a file that was moved here as a new one.
        moved = _read_whole_commit(clone, birth.commit_id)
        files = tuple(file for file in moved.files if file.path.startswith(f"{folder}/"))
        former = _find_former_folder(folder, files)
        if former is None:
            return older + changes
        changes = (replace(birth, files=files), *older[1:], *changes)
        revision, folder = f"{birth.commit_id}^", former
    return changes


def all_histories(clone: Clone, *, revision: str = "HEAD") -> Mapping[str, tuple[Change, ...]]:
    """
    Return the history of every record's folder that there ever was, by one pass over all commits.

    Each change names that folder's files alone. Raises StoreError in a shallow clone.
    """
    require_full_history(clone)
    histories: dict[str, list[Change]] = defaultdict(list)
    for change in _read_log(clone, revision, _INCIDENTS):
        for folder, files in _by_folder(change).items():
            former = _find_former_folder(folder, files)
            if former is not None and folder not in histories:
                histories[folder] = list(histories.get(former, ()))
            histories[folder].append(replace(change, files=files))
    return {folder: tuple(changes) for folder, changes in histories.items()}


def file_versions(clone: Clone, path: str, *, revision: str = "HEAD") -> tuple[FileVersion, ...]:
    """Return what each commit made of one file of a record, oldest first, through renames."""
    changes = record_history(clone, path.rpartition("/")[0], revision=revision)
    followed: list[tuple[Change, ChangedFile]] = []
    for change in reversed(changes):
        for file in change.files:
            if file.path == path:
                followed.append((change, file))
                path = file.old_path or path
                break
    ids = {key for _, file in followed for key in (file.before_id, file.after_id) if key is not None}
    contents: dict[str | None, bytes | None] = {None: None}
    contents.update(zip(ids, read_objects(clone, ids), strict=True))
    return tuple(
        FileVersion(change=change, before=contents[file.before_id], after=contents[file.after_id])
        for change, file in reversed(followed)
    )


def _read_log(clone: Clone, revision: str, folder: str) -> tuple[Change, ...]:
    options = ("--topo-order", "--reverse")
    return _run_log(clone, *options, "--end-of-options", revision, "--", f"{clone.root}{folder}/")


def _read_whole_commit(clone: Clone, commit_id: str) -> Change:
    return _run_log(clone, "--max-count=1", commit_id, "--")[0]


def _run_log(clone: Clone, *arguments: str) -> tuple[Change, ...]:
    printed = run_git(
        clone.folder,
        "log",
        # The commit as it is, with its signature, whatever the user's settings would make of it.
        *(
            "--format=raw",
            "--encoding=UTF-8",
            "--no-mailmap",
            "--no-show-signature",
            "--no-decorate",
            "--no-notes",
        ),
        # `-c`: of a merge, the files that differ from every parent: what was settled by hand.
        *("--raw", "-z", "-c", "--no-abbrev", "--find-renames", "--no-color", "--no-ext-diff"),
        *arguments,
        limit=_TIME_LIMIT,
    )
    return tuple(parse_log(os.fsdecode(printed), clone.root))


def _by_folder(change: Change) -> dict[str, tuple[ChangedFile, ...]]:
    """Return a commit's files by record; one that moved away is gone from where it was."""
    folders: dict[str, list[ChangedFile]] = defaultdict(list)
    for file in change.files:
        if folder := folder_of(file.path):
            folders[folder].append(file)
        if file.old_path and (former := folder_of(file.old_path)) and former != folder:
            folders[former].append(file)
    return {folder: tuple(files) for folder, files in folders.items()}


def _find_former_folder(folder: str, files: tuple[ChangedFile, ...]) -> str | None:
    """Return the folder that the record itself was moved here from, if it was."""
    for file in files:
        if file.kind is ChangeKind.RENAMED and file.path == f"{folder}/{INCIDENT_FILE}" and file.old_path:
            former = file.old_path.rpartition("/")[0]
            return former if former != folder else None
    return None
