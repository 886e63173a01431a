"""What holds where a policy is silent, so that a small firm needs none of its own."""

from zoneinfo import ZoneInfo

from incidentrepo.model.duration import Duration, Unit
from incidentrepo.model.policy import Answer, Calendar, Policy, Question, SeverityPolicy, Weekday
from incidentrepo.model.severity import Severity

WORKDAYS = frozenset({Weekday.MON, Weekday.TUE, Weekday.WED, Weekday.THU, Weekday.FRI})


def _business_days(count: int) -> Duration:
    return Duration(count=count, unit=Unit.BUSINESS_DAY)


_FOLLOW_UPS = Duration(count=30, unit=Unit.DAY)

SEVERITIES = {
    Severity.SEV1: SeverityPolicy(
        severity=Severity.SEV1,
        label="Critical",
        hint="Most customers, or anybody's safety or data. Say: the shop is down; "
        "a salary list went to the wrong people.",
        postmortem=_business_days(3),
        follow_ups=_FOLLOW_UPS,
        review=_business_days(10),
        updates=Duration(count=30, unit=Unit.MINUTE),
    ),
    Severity.SEV2: SeverityPolicy(
        severity=Severity.SEV2,
        label="Major",
        hint="Many people are held up. Say: one order in ten fails; "
        "a newspaper prints something wrong about us.",
        postmortem=_business_days(5),
        follow_ups=_FOLLOW_UPS,
    ),
    Severity.SEV3: SeverityPolicy(
        severity=Severity.SEV3,
        label="Minor",
        hint="A few people, or a nuisance. Say: one report is late; the meeting room's lock is broken.",
        postmortem=_business_days(10),
        is_one_sentence_enough=True,
        follow_ups=_FOLLOW_UPS,
    ),
    Severity.SEV4: SeverityPolicy(
        severity=Severity.SEV4,
        label="Slight",
        hint="Hardly anybody noticed.",
        follow_ups=_FOLLOW_UPS,
    ),
    Severity.SEV5: SeverityPolicy(
        severity=Severity.SEV5,
        label="Trifle",
        hint="Nobody noticed, worth a line.",
        follow_ups=_FOLLOW_UPS,
    ),
}

DEFAULT_SEVERITIES = (Severity.SEV1, Severity.SEV2, Severity.SEV3)

DEFAULT_POLICY = Policy(
    organisation="This organisation",
    calendar=Calendar(zone=ZoneInfo("UTC"), workdays=WORKDAYS),
    severities={severity: SEVERITIES[severity] for severity in DEFAULT_SEVERITIES},
)

DEFAULT_GUIDE = (
    Question(
        id="hurt",
        question="What is hurt: service, people, reputation, data, money?",
        answers=(
            Answer(answer="People's safety, or data that should be secret", severity=Severity.SEV1),
            Answer(answer="The service that customers pay for", next="spread"),
            Answer(answer="Our reputation, or money", severity=Severity.SEV2),
            Answer(answer="None of these yet", severity=Severity.SEV3),
        ),
    ),
    Question(
        id="spread",
        question="How many customers notice?",
        answers=(
            Answer(answer="Most of them", severity=Severity.SEV1),
            Answer(answer="Some of them", severity=Severity.SEV2),
            Answer(answer="Hardly any", severity=Severity.SEV3),
        ),
    ),
)
