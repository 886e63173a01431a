"""`incident.yaml` as a value."""

from dataclasses import fields as dataclass_fields

from incidentrepo.documents.decode_fields import (
    Fields,
    read_choice,
    read_part,
    read_parts,
    read_texts,
    read_time,
)
from incidentrepo.documents.decode_timeline import decode_timeline
from incidentrepo.model.follow_up import DateMove, FollowUp
from incidentrepo.model.incident import (
    Evidence,
    Impact,
    Incident,
    Link,
    Related,
    Review,
    Source,
    Times,
    Waiver,
)
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import FollowUpStatus, Kind, Purpose, Status, Visibility

_TIME_NAMES = tuple(field.name for field in dataclass_fields(Times))


def decode_incident(fields: Fields) -> Incident:
    """Return the incident; an id or a title that could not be read is empty."""
    return Incident(
        id=fields.get("id", ""),
        title=fields.get("title", ""),
        kind=read_choice(fields, "kind", Kind) or Kind.INCIDENT,
        severity=read_choice(fields, "severity", Severity),
        status=read_choice(fields, "status", Status),
        visibility=read_choice(fields, "visibility", Visibility) or Visibility.INTERNAL,
        summary=fields.get("summary", ""),
        detection=fields.get("detection", ""),
        trigger=fields.get("trigger", ""),
        owner=fields.get("owner"),
        declared_by=fields.get("declared_by"),
        tags=read_texts(fields, "tags"),
        services=read_texts(fields, "services"),
        times=Times(**{name: read_time(fields, name) for name in _TIME_NAMES if name in fields}),
        roles=read_part(fields, "roles"),
        responders=read_texts(fields, "responders"),
        subscribers=read_texts(fields, "subscribers"),
        meet_at=fields.get("meet_at"),
        impact=_impact(read_part(fields, "impact")),
        timeline=decode_timeline(fields),
        contributing_factors=read_texts(fields, "contributing_factors"),
        follow_ups=_follow_ups(fields),
        review=_review(read_part(fields, "review")),
        related=_related(read_part(fields, "related")),
        evidence=_evidence(fields),
        waivers=_waivers(fields),
        links=tuple(
            Link(title=part.get("title", part["url"]), url=part["url"])
            for _, part in read_parts(fields, "links")
            if "url" in part
        ),
        aliases=read_texts(fields, "aliases"),
        source=_source(read_part(fields, "source")),
        custom=read_part(fields, "custom"),
    )


def _impact(part: Fields) -> Impact:
    return Impact(summary=part.get("summary", ""), customers=part.get("customers"))


def _follow_ups(fields: Fields) -> tuple[FollowUp, ...]:
    return tuple(
        FollowUp(
            index=index,
            id=part.get("id"),
            title=part.get("title", ""),
            status=read_choice(part, "status", FollowUpStatus) or FollowUpStatus.OPEN,
            owner=part.get("owner"),
            created_at=read_time(part, "created_at"),
            due_on=read_time(part, "due_on"),
            is_now=part.get("when") == "now",
            purpose=read_choice(part, "purpose", Purpose),
            tracker=part.get("tracker"),
            text=part.get("text", ""),
            done_at=read_time(part, "done_at"),
            done_by=part.get("done_by"),
            evidence=read_texts(part, "evidence"),
            reason=part.get("reason", ""),
            moves=_moves(part),
        )
        for index, part in read_parts(fields, "follow_ups")
    )


def _moves(follow_up: Fields) -> tuple[DateMove, ...]:
    return tuple(
        DateMove(
            before=read_time(part, "from"),
            after=read_time(part, "to"),
            at=read_time(part, "at"),
            by=part.get("by"),
            reason=part.get("reason", ""),
        )
        for _, part in read_parts(follow_up, "moves")
    )


def _review(part: Fields) -> Review:
    return Review(
        scheduled_at=read_time(part, "scheduled_at"),
        held_at=read_time(part, "held_at"),
        attendees=read_texts(part, "attendees"),
        approved_by=read_texts(part, "approved_by"),
    )


def _related(part: Fields) -> Related:
    return Related(
        duplicate_of=part.get("duplicate_of"),
        parent=part.get("parent"),
        repeat_of=read_texts(part, "repeat_of"),
        see_also=read_texts(part, "see_also"),
    )


def _evidence(fields: Fields) -> tuple[Evidence, ...]:
    return tuple(
        Evidence(
            index=index,
            path=part.get("path"),
            url=part.get("url"),
            caption=part.get("caption", ""),
            captured_at=read_time(part, "captured_at"),
            sha256=part.get("sha256"),
        )
        for index, part in read_parts(fields, "evidence")
    )


def _waivers(fields: Fields) -> tuple[Waiver, ...]:
    return tuple(
        Waiver(
            index=index,
            rule=part.get("rule"),
            duty=part.get("duty"),
            reason=part.get("reason", ""),
            by=part.get("by"),
            approved_by=part.get("approved_by"),
            until=read_time(part, "until"),
        )
        for index, part in read_parts(fields, "waivers")
    )


def _source(part: Fields) -> Source | None:
    if not part:
        return None
    return Source(
        url=part.get("url"),
        organisation=part.get("organisation"),
        licence=part.get("licence"),
        id=part.get("id"),
        severity=part.get("severity"),
        status=part.get("status"),
        imported_at=read_time(part, "imported_at"),
    )
