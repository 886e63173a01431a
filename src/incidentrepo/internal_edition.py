"""What the organisation may see of its records: everything, each incident with what belongs to it."""

import hashlib
from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping
from datetime import datetime

from incidentrepo.config.loading import PEOPLE_FILE, POLICY_FILE, TAGS_FILE
from incidentrepo.findings import Finding
from incidentrepo.model.change import Change
from incidentrepo.model.duty import Duty, DutyKind
from incidentrepo.model.edition import Account, EditionIncident, InternalEdition
from incidentrepo.model.evidence_file import EvidenceFile, is_shown_evidence
from incidentrepo.model.incident_summary import IncidentSummary
from incidentrepo.model.record import Record, is_account
from incidentrepo.model.remark import Remark
from incidentrepo.model.summarising import summarise_incident
from incidentrepo.model.time import LONG_AGO
from incidentrepo.repository import Repository, digest_blobs, files_by_folder
from incidentrepo.store.snapshot import Blob, Snapshot

_LAW = (PEOPLE_FILE, POLICY_FILE, TAGS_FILE)


def redact_for_the_organisation(
    repository: Repository,
    *,
    now: datetime,
    duties: Iterable[Duty],
    findings: Iterable[Finding],
    histories: Mapping[str, tuple[Change, ...]],
    library: tuple[EditionIncident, ...] = (),
) -> InternalEdition:
    """Return everything, read from what is in memory already; `histories` are by folder."""
    duties = told_duties(duties)
    by_incident, remarks = group_duties(duties), group_remarks(findings)
    folders = files_by_folder(repository.snapshot.list_files())
    whole = {
        record.folder: attach(
            record,
            folders[record.folder],
            accounts=read_accounts(repository.snapshot, folders[record.folder]),
            duties=by_incident.get(record.incident.id, ()),
            remarks=remarks.get(record.incident.id, ()),
            changes=histories.get(record.folder, ()),
        )
        for record in repository.records
    }

    def read(summary: IncidentSummary) -> EditionIncident:
        return whole[summary.folder]

    return assemble_edition(
        repository,
        map(summarise_incident, whole.values()),
        now=now,
        duties=duties,
        read=read,
        library=library,
        histories={folder: name_history(one.changes) for folder, one in whole.items() if one.changes},
    )


def assemble_edition(
    repository: Repository,
    summaries: Iterable[IncidentSummary],
    *,
    now: datetime,
    duties: tuple[Duty, ...],
    read: Callable[[IncidentSummary], EditionIncident],
    histories: Mapping[str, str],
    library: tuple[EditionIncident, ...] = (),
) -> InternalEdition:
    """Return the edition of these summaries, under the law of `repository`."""
    policy = repository.policy
    return InternalEdition(
        organisation=policy.organisation,
        site_name=_name_site(policy.organisation),
        zone=policy.calendar.zone,
        now=now.astimezone(policy.calendar.zone),
        policy=policy,
        people=repository.people,
        tags=repository.tags,
        incidents=newest_first(summaries),
        read=read,
        read_file=repository.snapshot.read_file,
        duties=duties,
        rotations=repository.rotations,
        library=library,
        histories=histories,
        version=digest_law(repository.snapshot),
    )


def attach(
    record: Record,
    blobs: Iterable[Blob],
    *,
    accounts: tuple[Account, ...] = (),
    duties: tuple[Duty, ...] = (),
    remarks: tuple[Remark, ...] = (),
    changes: tuple[Change, ...] = (),
) -> EditionIncident:
    """Return the incident of `record` with all that lies in its folder; never a link's target."""
    blobs = tuple(blobs)
    return EditionIncident(
        incident=record.incident,
        folder=record.folder,
        postmortem=record.postmortem,
        public_page=record.public_page,
        accounts=accounts,
        evidence_files=tuple(
            EvidenceFile(path=blob.path.removeprefix(f"{record.folder}/"), id=blob.id)
            for blob in blobs
            if blob.is_plain and is_shown_evidence(blob.path)
        ),
        duties=duties,
        remarks=remarks,
        changes=changes,
        version=digest_blobs(blobs),
    )


def read_accounts(snapshot: Snapshot, blobs: Iterable[Blob]) -> tuple[Account, ...]:
    """Return the accounts among these files."""
    return tuple(
        Account(author=_author_of(path), text=data.decode(errors="replace"))
        for path, data in snapshot.read_files(_accounts_among(blobs))
    )


def name_accounts(blobs: Iterable[Blob]) -> tuple[Account, ...]:
    """Return the accounts among these files by their authors alone, unread."""
    return tuple(Account(author=_author_of(path), text="") for path in _accounts_among(blobs))


def told_duties(duties: Iterable[Duty]) -> tuple[Duty, ...]:
    """Return the duties that a page tells of: what is not paid, and postmortems, whose dates are counted."""
    return tuple(duty for duty in duties if not duty.is_satisfied or duty.name == DutyKind.POSTMORTEM)


def name_history(changes: Iterable[Change]) -> str:
    """Return what names the commits of one incident."""
    ids = "".join(change.commit_id for change in changes)
    return hashlib.sha1(ids.encode(), usedforsecurity=False).hexdigest()


def newest_first(summaries: Iterable[IncidentSummary]) -> tuple[IncidentSummary, ...]:
    """Return them by when they happened; of two at the same instant, the later folder comes first."""
    return tuple(sorted(summaries, key=_sort_key, reverse=True))


def digest_law(snapshot: Snapshot) -> str:
    """Return what names policy, people and tags as their files have them."""
    return digest_blobs(blob for blob in snapshot.list_files() if blob.path in _LAW)


def group_duties(duties: Iterable[Duty]) -> Mapping[str, tuple[Duty, ...]]:
    """Return the duties by incident."""
    grouped: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        grouped[duty.incident].append(duty)
    return {incident: tuple(found) for incident, found in grouped.items()}


def group_remarks(findings: Iterable[Finding]) -> Mapping[str, tuple[Remark, ...]]:
    """Return what was found, by incident."""
    grouped: dict[str, list[Remark]] = defaultdict(list)
    for found in findings:
        if found.incident:
            remark = Remark(rule=found.rule, level=found.level, message=found.message, hint=found.hint)
            grouped[found.incident].append(remark)
    return {incident: tuple(remarks) for incident, remarks in grouped.items()}


def _sort_key(summary: IncidentSummary) -> tuple[datetime, str]:
    happened_at = summary.happened_at
    return (happened_at.latest if happened_at else LONG_AGO, summary.folder)


def _accounts_among(blobs: Iterable[Blob]) -> list[str]:
    return [blob.path for blob in blobs if blob.is_plain and is_account(blob.path)]


def _author_of(path: str) -> str:
    return path.rsplit("/", 1)[-1].removesuffix(".md")


def _name_site(organisation: str) -> str:
    # `init` calls the organisation as its folder is called, and that is often `incidents`.
    is_said = organisation.casefold().endswith("incidents")
    return organisation if is_said else f"{organisation} incidents"
