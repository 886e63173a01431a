from datetime import date, datetime
from zoneinfo import ZoneInfo

import pytest

from incidentrepo.config.decode_policy import decode_policy
from incidentrepo.config.defaults import DEFAULT_POLICY, SEVERITIES
from incidentrepo.errors import NothingToCheck
from incidentrepo.model.condition import Condition
from incidentrepo.model.duration import Duration, Unit
from incidentrepo.model.policy import (
    Answer,
    Calendar,
    DutyPolicy,
    Level,
    Policy,
    Publishing,
    Question,
    SeverityLimit,
    SeverityPolicy,
    Weekday,
)
from incidentrepo.model.severity import Severity

LISBON = ZoneInfo("Europe/Lisbon")


FIELDS = {
    "organisation": {"name": "Tern Parcels", "public_name": "Tern"},
    "timezone": "Europe/Lisbon",
    "workdays": ["mon", "tue"],
    "holidays": ["2026-12-25"],
    "severities": {"SEV2": {"label": "Bad", "page": "ops", "postmortem": "1 day", "one_sentence": True}},
    "severity_guide": [
        {"id": "hurt", "question": "What?", "answers": [{"answer": "Money", "severity": "SEV1"}]},
        {"id": "who", "question": "Who?", "answers": [{"answer": "All", "next": "hurt"}]},
    ],
    "severity_limits": [{"tag": "internal-tools", "at_most": "SEV3"}],
    "duties": [
        {
            "name": "tell-the-regulator",
            "description": "Within three days, by the form.",
            "when": {"tag": "data"},
            "from": "detected_at",
            "within": "72 hours",
            "satisfied_by": {"field": "custom.regulator_told_at"},
            "effective_from": "2026-02-01",
        },
        {
            "name": "tell-the-world",
            "when": {"severity": "SEV1"},
            "from": "resolved_at",
            "within": "2 days",
            "satisfied_by": "publication",
        },
    ],
    "code_yellow": {"service": "checkout"},
    "rules": {"unknown-tag": "note", "review-overdue": "off"},
    "roles": [{"name": "medic", "description": "Looks after people."}],
    "branch": "trunk",
    "adopted_on": "2026-01-05",
    "meet_at": "#inc-{id}",
    "publishing": {"url": "https://status.example", "site_name": "Status", "denied_terms": ["acme"]},
    "channels": {"ops": {"kind": "chat"}},
    "custom_fields": {"type": "object"},
}
WHOLE = Policy(
    organisation="Tern Parcels",
    public_name="Tern",
    calendar=Calendar(
        zone=LISBON,
        workdays=frozenset({Weekday.MON, Weekday.TUE}),
        holidays=frozenset({date(2026, 12, 25)}),
    ),
    severities={
        Severity.SEV2: SeverityPolicy(
            severity=Severity.SEV2,
            label="Bad",
            hint=SEVERITIES[Severity.SEV2].hint,
            page="ops",
            postmortem=Duration(count=1, unit=Unit.DAY),
            is_one_sentence_enough=True,
            follow_ups=Duration(count=30, unit=Unit.DAY),
        )
    },
    severity_guide=(
        Question(id="hurt", question="What?", answers=(Answer(answer="Money", severity=Severity.SEV1),)),
        Question(id="who", question="Who?", answers=(Answer(answer="All", next="hurt"),)),
    ),
    severity_limits=(SeverityLimit(at_most=Severity.SEV3, tag="internal-tools"),),
    duties=(
        DutyPolicy(
            name="tell-the-regulator",
            description="Within three days, by the form.",
            when=Condition(tags=frozenset({"data"})),
            since="detected_at",
            within=Duration(count=72, unit=Unit.HOUR),
            field="custom.regulator_told_at",
            effective_from=datetime(2026, 2, 1, tzinfo=LISBON),
        ),
        DutyPolicy(
            name="tell-the-world",
            when=Condition(severities=frozenset({Severity.SEV1})),
            since="resolved_at",
            within=Duration(count=2, unit=Unit.DAY),
            satisfied_by="publication",
        ),
    ),
    code_yellow=Condition(services=frozenset({"checkout"})),
    levels={"unknown-tag": Level.NOTE, "review-overdue": Level.OFF},
    roles={"medic": "Looks after people."},
    branch="trunk",
    adopted_at=datetime(2026, 1, 5, tzinfo=LISBON),
    meet_at="#inc-{id}",
    publishing=Publishing(url="https://status.example", site_name="Status", denied_terms=("acme",)),
    channels={"ops": {"kind": "chat"}},
    custom_fields={"type": "object"},
)


def test_silent_policy() -> None:
    """
    Where a policy is silent, our defaults hold.
    """
    assert decode_policy({"schema_version": 1}) == DEFAULT_POLICY


def test_whole_policy() -> None:
    """
    Everything a policy says is in its value.
    """
    assert decode_policy(FIELDS) == WHOLE


@pytest.mark.parametrize("nothing", (False, "no"))
def test_nothing_owed(nothing: object) -> None:
    """
    A severity can be let off one thing by a plain no.
    """
    policy = decode_policy({"severities": {"SEV1": {"review": nothing, "page": "no"}}})

    asked = policy.severities[Severity.SEV1]
    assert (asked.review, asked.page, asked.postmortem) == (None, None, SEVERITIES[Severity.SEV1].postmortem)


def test_order_of_severities() -> None:
    """
    Severities go from the worst to the least, however the file lists them.
    """
    policy = decode_policy({"severities": {"SEV3": {}, "SEV1": {}}})

    assert list(policy.severities) == [Severity.SEV1, Severity.SEV3]


def test_unknown_zone() -> None:
    """
    Without a zone no deadline can be counted.
    """
    with pytest.raises(NothingToCheck, match=r"^timezone 'Mars' in incidentrepo\.yaml is not known$"):
        decode_policy({"timezone": "Mars"})


@pytest.mark.parametrize(
    "duty",
    (
        {},
        {"name": "x", "when": {}, "from": "declared_at", "within": "1 day", "satisfied_by": "closing"},
        {"name": "x", "when": {"tag": "y"}, "from": "declared_at", "satisfied_by": "closing"},
    ),
)
def test_a_duty_that_is_not_whole(duty: dict[str, object]) -> None:
    """
    What its schema refused leaves no duty that everybody owes, or that nothing pays.
    """
    assert decode_policy({**FIELDS, "duties": [duty]}).duties == ()
