"""The answers to the severity guide, as the form on the internal site writes them into one line."""

from collections.abc import Mapping

from incidentrepo.model.policy import Policy

_BETWEEN = "; "


def read_guide(text: str, policy: Policy) -> Mapping[str, str] | None:
    """Return the answers by question; None where they are not all the policy's own, to the letter."""
    known = {
        _in_one_line(f"{question.id}: {answer.answer}"): (question.id, answer.answer)
        for question in policy.severity_guide
        for answer in question.answers
    }
    rest = _in_one_line(text)
    answers: dict[str, str] = {}
    while rest:
        # An answer may have what stands between two, and begin as another one: the longest is meant.
        fitting = [words for words in known if f"{rest}{_BETWEEN}".startswith(f"{words}{_BETWEEN}")]
        if not fitting:
            return None
        words = max(fitting, key=len)
        question, answer = known[words]
        answers[question] = answer
        rest = rest[len(words) + len(_BETWEEN) :]
    return answers


def _in_one_line(text: str) -> str:
    return " ".join(text.split())
