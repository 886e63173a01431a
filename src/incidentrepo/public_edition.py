"""What the world may see of the records: built up from nothing, field by field."""

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import UTC, datetime

from incidentrepo.markup.comments import without_comments
from incidentrepo.model.edition import PublicEdition, PublicIncident, PublicUpdate
from incidentrepo.model.incident import Incident
from incidentrepo.model.policy import Policy
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Status, Visibility
from incidentrepo.model.time import LONG_AGO, Time
from incidentrepo.public_pictures import ReadFile, publish_pictures
from incidentrepo.repository import Repository

# The `now` of an edition that tells of nothing; zip files and some themes choke on 1970.
_NOTHING_TOLD_YET = datetime(2000, 1, 1, tzinfo=UTC)


def redact_for_the_public(repository: Repository, *, now: datetime) -> PublicEdition:
    """
    Return what the world may see, built up from nothing, field by field.

    `now` tells planned work that is to come from what is over; all else is the same at any time.
    """
    policy = repository.policy
    incidents = _distinct(
        _at(told, now)
        for record in repository.records
        if record.incident.visibility is not Visibility.INTERNAL
        and (told := tell_of(record, repository.snapshot.read_file))
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
        organisation_url=policy.organisation_url,
        accent=policy.publishing.accent,
    )


def _at(one: PublicIncident, now: datetime) -> PublicIncident:
    ends = one.planned_until
    return replace(one, has_passed=True) if one.is_announced and ends and ends.latest < now else one


def tell_of(record: Record, read_file: ReadFile) -> PublicIncident | None:
    """
    Return the fields that the schemas label public, and nothing else; None where there is no page for them.

    One that nobody published yet is told as it would be.
    """
    incident, page = record.incident, record.public_page
    if page is None:
        return None
    if incident.visibility is Visibility.WITHDRAWN:
        return PublicIncident(slug=page.slug, former_slugs=page.former_slugs, is_withdrawn=True)
    body, pictures = publish_pictures(page, record, read_file)
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
        planned_from=incident.times.planned_from,
        planned_until=incident.times.planned_until,
        published_at=page.published_at,
        updated_at=page.updated_at,
        updates=_public_updates(incident),
        body=without_comments(body),
        pictures=pictures,
    )


def _public_updates(incident: Incident) -> tuple[PublicUpdate, ...]:
    told = [
        PublicUpdate(at=update.at, state=update.state, text=without_comments(update.text))
        for update in incident.public_updates
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


def _instant(time: Time | None) -> datetime:
    return time.latest if time else LONG_AGO
