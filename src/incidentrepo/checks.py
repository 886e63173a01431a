"""Rules over a repository, or over a change of one."""

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from incidentrepo.findings import Finding
from incidentrepo.model.record import Record
from incidentrepo.repository import Repository
from incidentrepo.rules import RULES
from incidentrepo.rules.context import make_context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.weighing import weigh


def check_repository(
    repository: Repository, *, now: datetime, rules: Iterable[Rule] = RULES
) -> tuple[Finding, ...]:
    """Return all that `rules` find, by file and line; the policy's levels and waivers apply."""
    return weigh(repository, _run(repository, now, tuple(rules)), rules)


def check_change(
    bases: Sequence[Repository],
    after: Repository,
    *,
    now: datetime,
    rules: Iterable[Rule] = RULES,
) -> tuple[Finding, ...]:
    """
    Return all that `rules` find in `after`, those that a base already had marked as old.

    The policy that judges is the one `after` carries: the caller has put the base's in its place.
    With several bases, which a criss-cross merge has, new is what none of them had.
    """
    rules = tuple(rules)
    found = check_repository(after, now=now, rules=rules)
    known: Counter[tuple[str, str, str]] = Counter()
    brought: list[Finding] = []
    for base in bases:
        judged = replace(base, policy=after.policy)
        known |= Counter(finding.identity for finding in check_repository(judged, now=now, rules=rules))
        changes = _run_change(judged, after, rules)
        # Only what is a loss against every base is one.
        identities = {finding.identity for finding in changes}
        brought = (
            changes
            if base is bases[0]
            else [finding for finding in brought if finding.identity in identities]
        )
    judged_findings = (*_mark_old(found, known), *weigh(after, brought, rules))
    return tuple(sorted(judged_findings, key=lambda finding: finding.sort_key))


def _mark_old(found: Iterable[Finding], known: Counter[tuple[str, str, str]]) -> Iterator[Finding]:
    left = known.copy()
    for finding in found:
        if left[finding.identity] > 0:
            left[finding.identity] -= 1
            yield replace(finding, is_old=True)
        else:
            yield finding


def _run(repository: Repository, now: datetime, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    context = make_context(repository, now=now)
    per_record = [rule for rule in rules if type(rule).check_record is not Rule.check_record]
    for rule in rules:
        yield from rule.check_repository(context)
    for record in repository.records:
        for rule in per_record:
            yield from rule.check_record(record, context)


def _run_change(before: Repository, after: Repository, rules: Iterable[Rule]) -> list[Finding]:
    kept: dict[str, Record] = {}
    for record in after.records:
        kept.update(dict.fromkeys(record.incident.aliases, record))
    kept.update({record.incident.id: record for record in after.records})
    unreadable = {path.rsplit("/", 2)[-2] for path in after.problems if path.count("/") > 1}
    return [
        finding
        for record in before.records
        # A file that cannot be read is a finding of its own, not an incident that is gone.
        if record.incident.id in kept or record.name not in unreadable
        if kept.get(record.incident.id) is not record
        for rule in rules
        for finding in rule.check_change(record, kept.get(record.incident.id))
    ]
