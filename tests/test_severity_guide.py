from dataclasses import replace

import pytest

from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.policy import Answer, Question
from incidentrepo.model.severity import Severity
from incidentrepo.severity_guide import guided_severity

HURT = Question(
    id="hurt",
    question="What is hurt?",
    answers=(
        Answer(answer="people", severity=Severity.SEV1),
        Answer(answer="money", next="how-much"),
        Answer(answer="peace", next="nowhere"),
    ),
)
HOW_MUCH = Question(
    id="how-much",
    question="How much?",
    answers=(Answer(answer="little", severity=Severity.SEV3), Answer(answer="it depends", next="hurt")),
)
POLICY = replace(DEFAULT_POLICY, severity_guide=(HURT, HOW_MUCH))


@pytest.mark.parametrize(
    ("answers", "severity"),
    (
        ({"hurt": "people"}, Severity.SEV1),
        ({"hurt": "money", "how-much": "little"}, Severity.SEV3),
        ({"hurt": "money"}, None),
        ({"hurt": "money", "how-much": "it depends"}, None),
        ({"hurt": "peace"}, None),
        ({"hurt": "pride"}, None),
        ({}, None),
    ),
)
def test_guided_severity(answers: dict[str, str], severity: Severity | None) -> None:
    """
    Answers lead to a severity where the guide has them, and nowhere where it does not, or leads in a circle.
    """
    assert guided_severity(answers, POLICY) == severity


def test_guide_that_ships_with_us() -> None:
    """
    A policy without a guide has ours.
    """
    assert guided_severity({"hurt": "Our reputation, or money"}, DEFAULT_POLICY) is Severity.SEV2
