"""Where the answers to the severity guide lead."""

from collections.abc import Mapping

from incidentrepo.config.defaults import DEFAULT_GUIDE
from incidentrepo.model.policy import Policy
from incidentrepo.model.severity import Severity


def guided_severity(answers: Mapping[str, str], policy: Policy) -> Severity | None:
    """Return the severity that `answers`, by question, lead to; None where the guide knows them not."""
    guide = policy.severity_guide or DEFAULT_GUIDE
    questions = {question.id: question for question in guide}
    question = guide[0]
    # No guide is longer than its questions, unless it leads in a circle.
    for _ in guide:
        given = answers.get(question.id)
        answer = next((answer for answer in question.answers if answer.answer == given), None)
        if answer is None or answer.severity is not None:
            return answer.severity if answer else None
        following = questions.get(answer.next or "")
        if following is None:
            return None
        question = following
    return None
