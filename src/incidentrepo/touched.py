"""Read only the incidents that a change can bring something new to, and what hangs on them."""

from collections import defaultdict
from collections.abc import Collection, Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace

from incidentrepo.model.record import INCIDENTS_FOLDER, Record, folder_of
from incidentrepo.repository import Repository, differing_folders, files_by_folder, load_folders
from incidentrepo.rules.context import names_of
from incidentrepo.store.clone import Clone
from incidentrepo.store.searching import files_with
from incidentrepo.store.snapshot import Blob, Snapshot


@dataclass(frozen=True, slots=True, kw_only=True)
class Fork:
    """Where a change began: a commit, and the files as it has them."""

    commit: str
    snapshot: Snapshot


def load_touched(
    clone: Clone, forks: Sequence[Fork], candidate: Snapshot
) -> tuple[list[Repository], Repository]:
    """
    Return both sides of a change, without the incidents of which it can bring nothing new.

    What is said of an incident that is the same on both sides, under the same law, is the same: unless it
    refers to one that is not, shares duties or a name with one. Those are read, and what they refer to.
    All others are left out of both sides, where only their folders' names are known.
    There is at least one fork: against nothing, everything is new.
    """
    sides = [_begin(snapshot) for snapshot in (*(fork.snapshot for fork in forks), candidate)]
    named = _folders_by_name(sides)
    touched = frozenset().union(*(differing_folders(side.files, sides[-1].files) for side in sides))
    concerned, seen, wanted = set(touched), set[str](), set(touched)
    searched: set[str] = set()
    while wanted:
        sides = [_read_more(side, wanted) for side in sides]
        seen |= wanted
        records = [record for side in sides for record in side.repository.records]
        words = _words_to_search(records, touched, concerned, named) - searched
        searched |= words
        found = _folders_with(clone, forks[0], words)
        concerned |= found
        wanted = (found | _folders_called(records, touched, concerned, named)) - seen
    *bases, after = (_name_others(side) for side in sides)
    return bases, after


@dataclass(frozen=True, slots=True, kw_only=True)
class _Side:
    """One version of the files, listed, of which more and more is read."""

    files: Mapping[str, list[Blob]]
    repository: Repository


def _begin(snapshot: Snapshot) -> _Side:
    return _Side(files=files_by_folder(snapshot.list_files()), repository=load_folders(snapshot, {}))


def _read_more(side: _Side, folders: Collection[str]) -> _Side:
    known = side.repository
    wanted = {folder: side.files[folder] for folder in folders if folder in side.files}
    more = load_folders(known.snapshot, wanted)
    records = sorted((*known.records, *more.records), key=lambda record: record.folder)
    problems = {**known.problems, **more.problems}
    return replace(side, repository=replace(known, records=tuple(records), problems=problems))


def _name_others(side: _Side) -> Repository:
    """Return the repository with the names of what was not read, which are those of the folders."""
    known = side.repository
    read = {record.folder for record in known.records} | {folder_of(path) for path in known.problems}
    others = tuple((_name_of(folder),) for folder in side.files if folder not in read)
    return replace(known, left_out=others)


def _folders_by_name(sides: Iterable[_Side]) -> Mapping[str, set[str]]:
    named = defaultdict(set)
    for side in sides:
        for folder in side.files:
            named[_name_of(folder).casefold()].add(folder)
    return named


def _folders_with(clone: Clone, fork: Fork, words: Collection[str]) -> set[str]:
    # What is the same on both sides can be searched on either.
    files = files_with(clone, fork.commit, words, folder=INCIDENTS_FOLDER, snapshot=fork.snapshot)
    return {folder for path in files if (folder := folder_of(path))}


def _words_to_search(
    records: Iterable[Record],
    touched: Collection[str],
    concerned: Collection[str],
    named: Mapping[str, set[str]],
) -> set[str]:
    """Return the names by which an incident that is not read yet may call for being read."""
    records = tuple(records)
    known = {name.casefold() for record in records for name in names_of(record.incident)} | named.keys()
    originals = {(record.incident.related.duplicate_of or "").casefold() for record in records}
    words = {_name_of(folder).casefold() for folder in touched}
    for record in records:
        names = {name.casefold() for name in names_of(record.incident)}
        if record.folder in touched or record.incident.related.duplicate_of or names & originals:
            words |= names
        if record.folder in concerned:
            words |= {target for target in _targets(record) if target not in known}
    return words


def _folders_called(
    records: Iterable[Record],
    touched: Collection[str],
    concerned: Collection[str],
    named: Mapping[str, set[str]],
) -> set[str]:
    """Return the folders that are called by a name that these records have, or refer to."""
    called: set[str] = set()
    for record in records:
        if record.folder in touched:
            called.update(name.casefold() for name in names_of(record.incident))
        if record.folder in concerned:
            called.update(_targets(record))
        called.add((record.incident.related.duplicate_of or "").casefold())
    called |= {_name_of(folder).casefold() for folder in touched}
    return {folder for name in called for folder in named.get(name, ())}


def _targets(record: Record) -> Iterator[str]:
    """Yield the names, in small letters, of the incidents that this one refers to."""
    related = record.incident.related
    for name in (related.duplicate_of, related.parent, *related.repeat_of, *related.see_also):
        if name and "://" not in name:
            yield name.casefold()


def _name_of(folder: str) -> str:
    return folder.rsplit("/", 1)[-1]
