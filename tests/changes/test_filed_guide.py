"""The severity guide's answers, out of one line of the form."""

from dataclasses import replace

import pytest

from incidentrepo.changes.filed_guide import read_guide
from incidentrepo.config.defaults import DEFAULT_POLICY
from incidentrepo.model.policy import Answer, Question
from incidentrepo.model.severity import Severity

POLICY = replace(
    DEFAULT_POLICY,
    severity_guide=(
        Question(
            id="hurt",
            question="What is hurt?",
            answers=(
                Answer(answer="people", next="harm"),
                Answer(answer="people; all  of them", severity=Severity.SEV1),
            ),
        ),
        Question(id="harm", question="How?", answers=(Answer(answer="badly", severity=Severity.SEV1),)),
    ),
)


@pytest.mark.parametrize(
    ("text", "answers"),
    (
        ("", {}),
        ("hurt: people", {"hurt": "people"}),
        ("hurt: people; harm: badly", {"hurt": "people", "harm": "badly"}),
        ("harm: badly;\n hurt:  people", {"hurt": "people", "harm": "badly"}),
        ("hurt: people; all of them", {"hurt": "people; all  of them"}),
        ("hurt: nobody", None),
        ("hurt: people; rm -rf: /", None),
        ("hurt: peoples", None),
        ("; ", None),
    ),
)
def test_guide(text: str, answers: dict[str, str] | None) -> None:
    """
    Only questions and answers of the policy itself come through, whatever stands in the line.
    """
    assert read_guide(text, POLICY) == answers
