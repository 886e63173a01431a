"""What could not be read, handed on by the two rules that speak of it."""

from collections.abc import Iterator
from dataclasses import replace

from incidentrepo.findings import Finding
from incidentrepo.model.record import folder_of
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


def findings_of(rule: Rule, context: Context) -> Iterator[Finding]:
    """Yield the problems of every file that carry the rule's id."""
    for path, problems in context.problems.items():
        folder = folder_of(path)
        for problem in problems:
            if problem.rule == rule.id:
                found = rule.finding(
                    None, problem.pointer, path=path, message=problem.message, hint=problem.hint
                )
                incident = folder.rsplit("/", 1)[-1] if folder else None
                yield replace(found, place=problem.place, incident=incident)
