"""Who may see what: the only way from a repository to what publishers are given."""

from collections import defaultdict
from collections.abc import Iterable, Mapping
from datetime import UTC, datetime
from typing import assert_never

from incidentrepo.config.loading import PEOPLE_FILE, POLICY_FILE, TAGS_FILE
from incidentrepo.findings import Finding
from incidentrepo.model.change import Change
from incidentrepo.model.duty import Duty
from incidentrepo.model.edition import (
    Account,
    Edition,
    EditionIncident,
    EvidenceFile,
    InternalEdition,
    PublicEdition,
    PublicIncident,
    PublicUpdate,
    Remark,
)
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Policy
from incidentrepo.model.public_page import PublicPage
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Audience, Status, Visibility
from incidentrepo.model.time import Time
from incidentrepo.repository import Repository, digest_blobs, files_by_folder
from incidentrepo.store.snapshot import FileMode, Snapshot

# What a browser shows or saves without running it; an SVG is only ever offered to be saved.
EVIDENCE_TYPES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "svg", "txt", "log", "csv", "pdf"})

_LAW = (PEOPLE_FILE, POLICY_FILE, TAGS_FILE)
# The `now` of an edition that tells of nothing; zip files and some themes choke on 1970.
_NOTHING_TOLD_YET = datetime(2000, 1, 1, tzinfo=UTC)
_LONG_AGO = datetime.min.replace(tzinfo=UTC)


def redact(
    repository: Repository,
    audience: Audience,
    *,
    now: datetime,
    duties: Iterable[Duty] = (),
    findings: Iterable[Finding] = (),
    histories: Mapping[str, tuple[Change, ...]] | None = None,
) -> Edition:
    """
    Return the edition of `repository` for `audience`.

    All but the repository is for the internal edition alone; `histories` are by incident id.
    """
    match audience:
        case Audience.PUBLIC:
            return redact_for_the_public(repository)
        case Audience.INTERNAL:
            return redact_for_the_organisation(
                repository, now=now, duties=duties, findings=findings, histories=histories or {}
            )
        case _ as unreachable:
            assert_never(unreachable)


def redact_for_the_public(repository: Repository) -> PublicEdition:
    """Return what the world may see, built up from nothing, field by field."""
    policy = repository.policy
    incidents = _distinct(
        _public_incident(record.incident, record.public_page)
        for record in repository.records
        if record.public_page is not None and record.incident.visibility is not Visibility.INTERNAL
    )
    organisation = policy.public_name or policy.organisation
    return PublicEdition(
        organisation=organisation,
        site_name=policy.publishing.site_name or organisation,
        url=policy.publishing.url,
        zone=policy.calendar.zone,
        now=_latest_told(incidents),
        severity_labels=_labels_in_use(policy, incidents),
        incidents=incidents,
    )


def redact_for_the_organisation(
    repository: Repository,
    *,
    now: datetime,
    duties: Iterable[Duty],
    findings: Iterable[Finding],
    histories: Mapping[str, tuple[Change, ...]],
) -> InternalEdition:
    """Return everything, each incident with what belongs to it."""
    policy, duties = repository.policy, tuple(duties)
    by_incident, remarks = _group_duties(duties), _group_remarks(findings)
    blobs = repository.snapshot.list_files()
    folders = files_by_folder(blobs)
    attachments = _read_attachments(repository.snapshot, repository.records)
    incidents = [
        EditionIncident(
            incident=record.incident,
            folder=record.folder,
            postmortem=record.postmortem,
            public_page=record.public_page,
            accounts=_accounts(record, attachments),
            evidence_files=_evidence_files(record, attachments),
            duties=tuple(by_incident[record.incident.id]),
            remarks=tuple(remarks[record.incident.id]),
            changes=histories.get(record.incident.id, ()),
            version=digest_blobs(folders[record.folder]),
        )
        for record in repository.records
    ]
    # Stable: of two at the same instant, the later folder comes first.
    incidents.sort(key=lambda one: (_instant(one.incident.happened_at), one.folder), reverse=True)
    return InternalEdition(
        organisation=policy.organisation,
        site_name=f"{policy.organisation} incidents",
        zone=policy.calendar.zone,
        now=now.astimezone(policy.calendar.zone),
        policy=policy,
        people=repository.people,
        tags=repository.tags,
        incidents=tuple(incidents),
        duties=duties,
        version=digest_blobs(blob for blob in blobs if blob.path in _LAW),
    )


def _public_incident(incident: Incident, page: PublicPage) -> PublicIncident:
    """Return the fields that the schemas label public, and nothing else."""
    if incident.visibility is Visibility.WITHDRAWN:
        return PublicIncident(slug=page.slug, former_slugs=page.former_slugs, is_withdrawn=True)
    return PublicIncident(
        slug=page.slug,
        former_slugs=page.former_slugs,
        title=page.title,
        kind=incident.kind,
        severity=incident.severity,
        # What is still owed inside is not the world's business: to it, closed is resolved.
        status=Status.RESOLVED if incident.status is Status.CLOSED else incident.status,
        started_at=incident.times.started_at,
        mitigated_at=incident.times.mitigated_at,
        resolved_at=incident.times.resolved_at,
        published_at=page.published_at,
        updated_at=page.updated_at,
        updates=_public_updates(incident),
        body=page.body,
    )


def _public_updates(incident: Incident) -> tuple[PublicUpdate, ...]:
    told = [
        PublicUpdate(at=update.at, state=update.state, text=update.text) for update in incident.public_updates
    ]
    # Turned round as a whole, so that of two at the same instant the later one comes first.
    return tuple(sorted(told, key=lambda update: _instant(update.at)))[::-1]


def _distinct(incidents: Iterable[PublicIncident]) -> tuple[PublicIncident, ...]:
    """Return them newest first, one a slug; their order may not tell of folders and ids."""
    ordered = sorted(
        incidents,
        key=lambda one: (_instant(one.happened_at), one.slug, one.title, one.body),
        reverse=True,
    )
    chosen: dict[str, PublicIncident] = {}
    for one in ordered:
        chosen.setdefault(one.slug, one)
    return tuple(chosen.values())


def _latest_told(incidents: Iterable[PublicIncident]) -> datetime:
    told = [
        time.latest
        for one in incidents
        for time in (
            one.started_at,
            one.mitigated_at,
            one.resolved_at,
            one.published_at,
            one.updated_at,
            *(update.at for update in one.updates),
        )
        if time is not None
    ]
    return max(told, default=_NOTHING_TOLD_YET)


def _labels_in_use(policy: Policy, incidents: Iterable[PublicIncident]) -> Mapping[Severity, str]:
    used = {one.severity for one in incidents if one.severity}
    return {severity: policy.label_of(severity) for severity in sorted(used)}


def _group_duties(duties: Iterable[Duty]) -> Mapping[str, list[Duty]]:
    grouped: dict[str, list[Duty]] = defaultdict(list)
    for duty in duties:
        grouped[duty.incident].append(duty)
    return grouped


def _group_remarks(findings: Iterable[Finding]) -> Mapping[str, list[Remark]]:
    grouped: dict[str, list[Remark]] = defaultdict(list)
    for found in findings:
        if found.incident:
            remark = Remark(rule=found.rule, level=found.level, message=found.message, hint=found.hint)
            grouped[found.incident].append(remark)
    return grouped


def _read_attachments(snapshot: Snapshot, records: Iterable[Record]) -> Mapping[str, bytes]:
    """Return by path every account and every file of evidence whose type we show; never a link's target."""
    plain = {blob.path for blob in snapshot.list_files() if blob.mode in {FileMode.FILE, FileMode.EXECUTABLE}}
    wanted = [
        path
        for record in records
        for path in record.files
        if path in plain and (_is_account(path, record) or _is_evidence(path, record))
    ]
    return dict(snapshot.read_files(wanted))


def _is_account(path: str, record: Record) -> bool:
    return path.startswith(f"{record.folder}/accounts/") and path.endswith(".md")


def _is_evidence(path: str, record: Record) -> bool:
    suffix = path.rsplit(".", 1)[-1].lower()
    return path.startswith(f"{record.folder}/evidence/") and suffix in EVIDENCE_TYPES


def _accounts(record: Record, attachments: Mapping[str, bytes]) -> tuple[Account, ...]:
    return tuple(
        Account(
            author=path.rsplit("/", 1)[-1].removesuffix(".md"),
            text=attachments[path].decode(errors="replace"),
        )
        for path in record.files
        if path in attachments and _is_account(path, record)
    )


def _evidence_files(record: Record, attachments: Mapping[str, bytes]) -> tuple[EvidenceFile, ...]:
    return tuple(
        EvidenceFile(path=path.removeprefix(f"{record.folder}/"), data=attachments[path])
        for path in record.files
        if path in attachments and _is_evidence(path, record)
    )


def _instant(time: Time | None) -> datetime:
    return time.latest if time else _LONG_AGO
