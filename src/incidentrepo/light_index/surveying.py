"""Look at the incidents of a month once, in a process of its own, for all that is to be kept of them."""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from incidentrepo.config.loading import Config, load_config
from incidentrepo.duties import due_first, duties_of
from incidentrepo.internal_edition import attach, name_accounts, told_duties
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.record import Record
from incidentrepo.model.summarising import summarise_incident
from incidentrepo.repository import load_repository
from incidentrepo.settling import END_OF_TIME, Names, Part, judge_repository
from incidentrepo.store.packing import pack, unpack
from incidentrepo.store.snapshot import Blob


@dataclass(frozen=True, slots=True, kw_only=True)
class Job:
    """
    The incidents in `folders`, of which `part` holds the files of those that have to be read.

    `kept` are the others, as they were read before: by folder, packed, and empty where the folder holds
    no incident.
    """

    part: Part
    folders: Mapping[str, Sequence[Blob]]
    kept: Mapping[str, bytes]


@dataclass(frozen=True, slots=True, kw_only=True)
class Survey:
    """
    What is to be kept: all summaries, packed together; and by folder, of those that had to be read, the
    record (as in `Job`) and whether it is settled.
    """

    summaries: bytes
    records: Mapping[str, bytes]
    settled: Mapping[str, Names | None]


def survey(job: Job) -> Survey:
    """Read what has to be read, and sum up all incidents of `job`, by folder."""
    repository = load_repository(job.part)
    config = load_config(job.part)
    settled = judge_repository(repository)
    fresh = {record.folder: record for record in repository.records}
    records = {**fresh, **dict(_unpack_records(job.kept))}
    summaries = tuple(
        _summarise(records[folder], blobs, config)
        for folder, blobs in job.folders.items()
        if folder in records
    )
    return Survey(
        summaries=pack(summaries),
        records={folder: pack(fresh[folder]) if folder in fresh else b"" for folder in settled},
        settled=settled,
    )


def _unpack_records(kept: Mapping[str, bytes]) -> Iterator[tuple[str, Record]]:
    for folder, data in kept.items():
        if data:
            yield folder, unpack(data)


def _summarise(record: Record, blobs: Iterable[Blob], config: Config) -> IncidentSummary:
    # At the end of time: of an incident that is on fire, they are asked again on the day.
    duties = duties_of(record, config.policy, now=END_OF_TIME, people=config.people)
    return summarise_incident(
        attach(record, blobs, accounts=name_accounts(blobs), duties=told_duties(due_first(duties)))
    )
