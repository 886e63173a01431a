"""A condition of the policy or of an automation as a value."""

from typing import Any

from incidentrepo.documents.decode_fields import Fields, read_choice, read_parts, read_texts
from incidentrepo.model.condition import Condition
from incidentrepo.model.duration import parse_duration
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Kind, Status, Visibility


def decode_condition(fields: Fields) -> Condition:
    """Return the condition that `fields` write down."""
    open_for, unless = fields.get("open_for"), fields.get("not")
    return Condition(
        severities=_severities(fields.get("severity")),
        tags=frozenset(read_texts(fields, "tag")),
        services=frozenset(read_texts(fields, "service")),
        kinds=frozenset(map(Kind, read_texts(fields, "kind"))),
        statuses=frozenset(map(Status, read_texts(fields, "status"))),
        open_for=parse_duration(open_for) if open_for else None,
        visibility=read_choice(fields, "visibility", Visibility),
        without_role=fields.get("without_role"),
        overdue=fields.get("overdue"),
        all_of=_conditions(fields, "all"),
        any_of=_conditions(fields, "any"),
        unless=decode_condition(unless) if unless else None,
    )


def _conditions(fields: Fields, name: str) -> tuple[Condition, ...]:
    return tuple(decode_condition(part) for _, part in read_parts(fields, name))


def _severities(found: Any) -> frozenset[Severity]:
    """Return the severities meant by one, by a list, or by `at_least` one."""
    match found:
        case str():
            return frozenset({Severity(found)})
        case {"at_least": str(least)}:
            return frozenset(known for known in Severity if known.is_at_least(Severity(least)))
        case list():
            return frozenset(Severity(each) for each in found if each is not None)
        case _:
            return frozenset()
