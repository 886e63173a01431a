"""Rules over a repository, or over a change of one."""

from collections import Counter
from collections.abc import Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime

from incidentrepo.findings import Finding, Identity
from incidentrepo.model.incident import Waiver
from incidentrepo.model.record import INCIDENT_FILE, Record, folder_of
from incidentrepo.repository import Repository
from incidentrepo.rules import RULES
from incidentrepo.rules.code_yellow import raise_overdue
from incidentrepo.rules.context import Context, make_context, names_of
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.weighing import weigh


def check_repository(
    repository: Repository, *, now: datetime, rules: Iterable[Rule] = RULES
) -> tuple[Finding, ...]:
    """Return all that `rules` find, by file and line; the policy's levels and waivers apply."""
    rules, context = tuple(rules), make_context(repository, now=now)
    return raise_overdue(weigh(repository, run_rules(context, rules), rules, now=now), context)


def run_rules(context: Context, rules: tuple[Rule, ...] = RULES) -> Iterator[Finding]:
    """Yield what `rules` say, before levels and waivers, in no particular order."""
    per_record = [rule for rule in rules if type(rule).check_record is not Rule.check_record]
    for rule in rules:
        yield from rule.check_repository(context)
    for record in context.repository.records:
        for rule in per_record:
            yield from rule.check_record(record, context)


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
    People and tags are those of `after` on both sides, and a waiver counts once it was there before.
    With several bases, which a criss-cross merge has, new is what none of them had.
    """
    rules = tuple(rules)
    after = _mark_new_waivers(bases, after)
    known: Counter[Identity] = Counter()
    for base in bases:
        known |= _count_known(base, after, now, rules)
    found = mark_old(check_repository(after, now=now, rules=rules), known)
    brought = weigh(after, _run_changes(bases, after, rules), rules, now=now)
    return tuple(sorted((*found, *brought), key=lambda finding: finding.sort_key))


def _mark_new_waivers(bases: Sequence[Repository], after: Repository) -> Repository:
    """Return `after` with the waivers marked that no base has: no change gives itself leave."""
    if not bases:
        return after
    known = {
        (record.incident.id, replace(waiver, index=0))
        for base in bases
        for record in base.records
        for waiver in record.incident.waivers
    }
    return replace(after, records=tuple(_mark_waivers(record, known) for record in after.records))


def _mark_waivers(record: Record, known: Collection[tuple[str, Waiver]]) -> Record:
    names, waivers = names_of(record.incident), record.incident.waivers
    if not waivers:
        return record
    marked = tuple(
        replace(waiver, is_new=all((name, replace(waiver, index=0)) not in known for name in names))
        for waiver in waivers
    )
    return replace(record, incident=replace(record.incident, waivers=marked))


def _count_known(
    base: Repository, after: Repository, now: datetime, rules: tuple[Rule, ...]
) -> Counter[Identity]:
    """Return how often `base` has each finding, its incidents called what they are called now."""
    judged = replace(base, policy=after.policy, people=after.people, tags=after.tags)
    new_names = {alias: record.incident.id for record in after.records for alias in record.incident.aliases}
    kept = {record.incident.id for record in after.records}
    known: Counter[Identity] = Counter()
    for finding in check_repository(judged, now=now, rules=rules):
        rule, incident, subject = finding.identity
        known[rule, incident if incident in kept else new_names.get(incident, incident), subject] += 1
    return known


def mark_old(found: Iterable[Finding], known: Counter[Identity]) -> Iterator[Finding]:
    """Yield the findings, as many of each identity marked as old as are known."""
    left = known.copy()
    for finding in found:
        if left[finding.identity] > 0:
            left[finding.identity] -= 1
            yield replace(finding, is_old=True)
        else:
            yield finding


def _run_changes(
    bases: Sequence[Repository], after: Repository, rules: tuple[Rule, ...]
) -> tuple[Finding, ...]:
    """Return what the change did that it may not: only what is a loss against every base is one."""
    if not bases:
        return ()
    against = [tuple(_run_change(base, after, rules)) for base in bases]
    in_all = set.intersection(*({finding.identity for finding in found} for found in against))
    return tuple(finding for finding in against[0] if finding.identity in in_all)


def _run_change(before: Repository, after: Repository, rules: tuple[Rule, ...]) -> Iterator[Finding]:
    kept: dict[str, Record] = {}
    for record in after.records:
        kept.update(dict.fromkeys(record.incident.aliases, record))
    kept.update({record.incident.id: record for record in after.records})
    unreadable = {folder_of(path) for path in after.problems if path.endswith(f"/{INCIDENT_FILE}")} - {
        record.folder for record in after.records
    }
    per_change = [rule for rule in rules if type(rule).check_change is not Rule.check_change]
    for record in before.records:
        now = kept.get(record.incident.id)
        # A file that cannot be read is a finding of its own, not an incident that is gone.
        if now is None and record.folder in unreadable:
            continue
        for rule in per_change:
            yield from rule.check_change(record, now)
