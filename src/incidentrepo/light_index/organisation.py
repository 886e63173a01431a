"""The organisation's edition, of which no more is read than has changed."""

from collections import Counter
from collections.abc import Callable, Collection, Iterator, Mapping, Sequence
from dataclasses import replace
from datetime import datetime

from incidentrepo.checks import check_repository
from incidentrepo.duties import due_first, owed_duties
from incidentrepo.internal_edition import (
    assemble_edition,
    attach,
    group_duties,
    group_remarks,
    read_accounts,
    told_duties,
)
from incidentrepo.library import load_library
from incidentrepo.light_index.histories import Histories
from incidentrepo.light_index.keeping import load_summaries, recall_record
from incidentrepo.model.duty import Duty
from incidentrepo.model.edition import EditionIncident, InternalEdition
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.remark import Remark
from incidentrepo.repository import files_by_folder, load_folders
from incidentrepo.settling import take_law
from incidentrepo.store.cache import Cache
from incidentrepo.store.snapshot import Blob, Snapshot
from incidentrepo.unsettled import load_unsettled


def load_organisation_edition(
    snapshot: Snapshot, *, cache: Cache, now: datetime, histories: Histories
) -> InternalEdition:
    """
    Return what the organisation sees of `snapshot`, the same as if every record had been read.

    Raises `NothingToCheck` as `load_repository` does.
    """
    folders = files_by_folder(snapshot.list_files())
    law = take_law(snapshot, snapshot)
    kept = tuple(load_summaries(snapshot, folders, law, cache))
    unsettled = load_unsettled(snapshot, cache=cache, law=law)
    running = find_running(kept)
    reread = load_folders(snapshot, {one: folders[one] for one in running}, cache=cache)
    owed = told_duties(owed_duties(reread, now=now))
    remarks = group_remarks(check_repository(unsettled, now=now))
    summaries = _bring_up_to_date(kept, running, group_duties(owed), remarks)
    paid = (duty for one in kept if one.folder not in running for duty in one.duties)
    return assemble_edition(
        unsettled,
        summaries,
        now=now,
        duties=due_first((*paid, *owed)),
        read=make_reader(snapshot, folders, cache, histories),
        histories=histories.names,
        library=load_library(snapshot, cache=cache),
    )


def find_running(summaries: Sequence[IncidentSummary]) -> frozenset[str]:
    """
    Return the folders of the incidents whose duties rest on the day, or on another incident.

    Those are what is on fire, duplicates and what they are duplicates of, and namesakes.
    """
    counts = Counter(one.id for one in summaries)
    named: dict[str, list[IncidentSummary]] = {}
    for one in summaries:
        for name in {one.id, *one.aliases}:
            named.setdefault(name, []).append(one)
    wanted = [one for one in summaries if one.is_on_fire or one.related.duplicate_of or counts[one.id] > 1]
    found: dict[str, IncidentSummary] = {}
    while wanted:
        one = wanted.pop()
        if one.folder not in found:
            found[one.folder] = one
            wanted += named.get(one.related.duplicate_of or "", ())
    return frozenset(found)


def make_reader(
    snapshot: Snapshot, folders: Mapping[str, list[Blob]], cache: Cache, histories: Histories
) -> Callable[[IncidentSummary], EditionIncident]:
    """Return what gives one incident whole; it keeps nothing, and may be called in another process."""

    def read(summary: IncidentSummary) -> EditionIncident:
        blobs = folders[summary.folder]
        record = recall_record(cache, summary.version)
        if record is None:
            (record,) = load_folders(snapshot, {summary.folder: blobs}).records
        return attach(
            record,
            blobs,
            accounts=read_accounts(snapshot, blobs),
            duties=summary.duties,
            remarks=summary.remarks,
            changes=histories.read(summary.folder),
        )

    return read


def _bring_up_to_date(
    kept: Sequence[IncidentSummary],
    running: Collection[str],
    duties: Mapping[str, tuple[Duty, ...]],
    remarks: Mapping[str, tuple[Remark, ...]],
) -> Iterator[IncidentSummary]:
    """Yield the summaries, with what rests on the day and is never kept."""
    for one in kept:
        if one.folder in running or one.id in remarks:
            owed = duties.get(one.id, ()) if one.folder in running else one.duties
            yield replace(one, duties=owed, remarks=remarks.get(one.id, ()))
        else:
            yield one
