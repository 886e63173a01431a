"""`incidentrepo.yaml` as a value."""

import re
from datetime import date, datetime
from datetime import time as clock
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from incidentrepo.config.decode_condition import decode_condition
from incidentrepo.config.defaults import DEFAULT_POLICY, SEVERITIES, WORKDAYS
from incidentrepo.config.holidays import decode_holidays
from incidentrepo.documents.decode_fields import Fields, read_choice, read_part, read_parts, read_texts
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.duration import Duration, parse_duration
from incidentrepo.model.host import Host
from incidentrepo.model.policy import (
    Answer,
    Calendar,
    DutyPolicy,
    Filing,
    Level,
    Policy,
    Publishing,
    Question,
    SeverityLimit,
    SeverityPolicy,
    Weekday,
)
from incidentrepo.model.severity import Severity
from incidentrepo.model.web_address import is_web_address

# As the schema has it: what it refused is not shown to anybody.
_COLOUR = re.compile(r"#[0-9a-f]{6}")
# A duty that lacks one of these, since the schema refused it, is none.
_NEEDED = ("name", "when", "from", "within", "satisfied_by")


def decode_policy(fields: Fields) -> Policy:
    """
    Return the policy of that document, with our defaults where it is silent.

    Raises `NothingToCheck` where its timezone is none that this machine knows.
    """
    organisation = read_part(fields, "organisation")
    calendar = _calendar(fields)
    code_yellow = read_part(fields, "code_yellow")
    return Policy(
        organisation=organisation.get("name", DEFAULT_POLICY.organisation),
        public_name=organisation.get("public_name"),
        organisation_url=_web_address(organisation.get("url")),
        calendar=calendar,
        severities=_severities(read_part(fields, "severities")),
        severity_guide=_guide(fields),
        severity_limits=_limits(fields),
        duties=_duties(fields, calendar),
        code_yellow=decode_condition(code_yellow) if code_yellow else None,
        levels={rule: Level(level) for rule, level in read_part(fields, "rules").items()},
        roles=_roles(fields),
        branch=fields.get("branch"),
        adopted_at=_start_of(fields.get("adopted_on"), calendar),
        meet_at=fields.get("meet_at"),
        evidence_at_most=_bytes(fields.get("evidence_at_most"), DEFAULT_POLICY.evidence_at_most),
        filing=_filing(read_part(fields, "filing")),
        publishing=_publishing(read_part(fields, "publishing")),
        channels=read_part(fields, "channels"),
        custom_fields=fields.get("custom_fields"),
    )


def _calendar(fields: Fields) -> Calendar:
    name = fields.get("timezone", "UTC")
    try:
        zone = ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError) as error:
        raise NothingToCheck(
            f"timezone {name!r} in incidentrepo.yaml is not known",
            hint="name one as Europe/Berlin or America/New_York",
        ) from error
    days = frozenset(Weekday[day.upper()] for day in read_texts(fields, "workdays"))
    return Calendar(zone=zone, workdays=days or WORKDAYS, holidays=decode_holidays(fields))


def _severities(fields: Fields) -> dict[Severity, SeverityPolicy]:
    if not fields:
        return dict(DEFAULT_POLICY.severities)
    return {
        severity: _severity(SEVERITIES[severity], read_part(fields, severity.value))
        for severity in Severity
        if severity.value in fields
    }


def _severity(default: SeverityPolicy, fields: Fields) -> SeverityPolicy:
    page = fields.get("page")
    return SeverityPolicy(
        severity=default.severity,
        label=fields.get("label", default.label),
        hint=fields.get("hint", default.hint),
        page=page if isinstance(page, str) and page != "no" else None,
        postmortem=_duration(fields, "postmortem", default.postmortem),
        is_one_sentence_enough=fields.get("one_sentence", default.is_one_sentence_enough),
        follow_ups=_duration(fields, "follow_ups", default.follow_ups),
        review=_duration(fields, "review", default.review),
        updates=_duration(fields, "updates", default.updates),
        sections=read_texts(fields, "sections"),
    )


def _duration(fields: Fields, name: str, default: Duration | None) -> Duration | None:
    """Return the duration under `name`; `false` and `no` there say that nothing is owed."""
    found = fields.get(name)
    if found is None:
        return default
    return parse_duration(found) if isinstance(found, str) and found != "no" else None


def _guide(fields: Fields) -> tuple[Question, ...]:
    return tuple(
        Question(
            id=part.get("id", ""),
            question=part.get("question", ""),
            hint=part.get("hint", ""),
            answers=tuple(
                Answer(
                    answer=answer.get("answer", ""),
                    severity=read_choice(answer, "severity", Severity),
                    next=answer.get("next"),
                )
                for _, answer in read_parts(part, "answers")
            ),
        )
        for _, part in read_parts(fields, "severity_guide")
    )


def _limits(fields: Fields) -> tuple[SeverityLimit, ...]:
    return tuple(
        SeverityLimit(at_most=Severity(part["at_most"]), tag=part.get("tag"), service=part.get("service"))
        for _, part in read_parts(fields, "severity_limits")
        if "at_most" in part
    )


def _duties(fields: Fields, calendar: Calendar) -> tuple[DutyPolicy, ...]:
    parts = [part for _, part in read_parts(fields, "duties")]
    return tuple(_duty(part, calendar) for part in parts if all(part.get(name) for name in _NEEDED))


def _duty(part: Fields, calendar: Calendar) -> DutyPolicy:
    paid = part["satisfied_by"]
    return DutyPolicy(
        name=part["name"],
        description=part.get("description", ""),
        when=decode_condition(part["when"]),
        since=part["from"],
        within=parse_duration(part["within"]),
        satisfied_by=paid if isinstance(paid, str) else "",
        field="" if isinstance(paid, str) else paid.get("field", ""),
        effective_from=_start_of(part.get("effective_from"), calendar),
    )


def _roles(fields: Fields) -> dict[str, str]:
    return {
        part["name"]: part.get("description", "") for _, part in read_parts(fields, "roles") if "name" in part
    }


def _bytes(size: str | None, default: int) -> int:
    """Return the bytes of a size such as `5 MB`."""
    if size is None:
        return default
    count, unit = size.split(" ")
    return int(count) * {"kB": 1_000, "MB": 1_000_000}[unit]


def _start_of(day: str | None, calendar: Calendar) -> datetime | None:
    if day is None:
        return None
    return datetime.combine(date.fromisoformat(day), clock.min, tzinfo=calendar.zone)


def _filing(fields: Fields) -> Filing | None:
    host, repository = fields.get("host"), _web_address(fields.get("repository"))
    if host not in tuple(Host) or repository is None:
        return None
    return Filing(host=Host(host), repository=repository.rstrip("/"))


def _web_address(value: object) -> str | None:
    return value if isinstance(value, str) and is_web_address(value) else None


def _colour(value: object) -> str | None:
    return value if isinstance(value, str) and _COLOUR.fullmatch(value) else None


def _publishing(fields: Fields) -> Publishing:
    return Publishing(
        url=fields.get("url"),
        internal_url=fields.get("internal_url"),
        site_name=fields.get("site_name"),
        accent=_colour(fields.get("accent")),
        denied_terms=read_texts(fields, "denied_terms"),
        internal_hosts=read_texts(fields, "internal_hosts"),
        contacts=read_texts(fields, "contacts"),
    )
