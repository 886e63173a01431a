"""Questions in a terminal, each with its hint."""

import click

from incidentrepo.config.defaults import DEFAULT_GUIDE
from incidentrepo.errors import UsageError
from incidentrepo.model.policy import Answer, Policy, Question
from incidentrepo.model.severity import Severity


def ask_text(question: str) -> str:
    """Return what a person answers in a line; nothing is no answer, and is asked again."""
    answer: str = click.prompt(question)
    return answer


def ask_title() -> str:
    """Return what is wrong, in a few words of the person's own."""
    answer: str = click.prompt("What is wrong")
    return answer


def ask_severity(policy: Policy) -> Severity:
    """Return the severity picked, after showing what each one means here."""
    click.echo("How bad is it? When in doubt, pick the worse; anyone may change it later.")
    for severity, asked in policy.severities.items():
        click.echo(f"  {severity}  {asked.label}. {' '.join(asked.hint.split())}")
    names = [severity.value for severity in policy.severities]
    answer: str = click.prompt("Severity", type=click.Choice(names, case_sensitive=False))
    return Severity(answer.upper())


def ask_guide(policy: Policy) -> tuple[dict[str, str], Severity]:
    """Return the answers to the severity guide, by question, and the severity that they end in."""
    guide = policy.severity_guide or DEFAULT_GUIDE
    questions = {question.id: question for question in guide}
    answers: dict[str, str] = {}
    question: Question | None = guide[0]
    while question is not None:
        answer = _ask(question)
        answers[question.id] = answer.answer
        if answer.severity is not None:
            click.echo(f"That is a {answer.severity}: {policy.label_of(answer.severity)}.")
            return answers, answer.severity
        question = questions.get(answer.next or "")
        if question is not None and question.id in answers:
            break
    raise UsageError(
        f"the severity guide does not end in a severity after '{answer.answer}'",
        hint="mend `severity_guide` in incidentrepo.yaml, or give -s",
    )


def _ask(question: Question) -> Answer:
    click.echo(question.question)
    for number, answer in enumerate(question.answers, start=1):
        click.echo(f"  {number}  {answer.answer}")
    picked: int = click.prompt("Number", type=click.IntRange(1, len(question.answers)))
    return question.answers[picked - 1]
