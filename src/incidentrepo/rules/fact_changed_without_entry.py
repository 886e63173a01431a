"""Rule: fact-changed-without-entry."""

from collections.abc import Iterable, Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.incident import STAGE_TIMES, Incident
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.model.severity import Severity
from incidentrepo.model.status import Status
from incidentrepo.model.summary import summarise
from incidentrepo.model.time import Time
from incidentrepo.model.timeline import EntryKind, PartChange
from incidentrepo.rules.entry_facts import facts_of
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.status_steps import STAGES


class FactChangedWithoutEntry(Rule):
    """
    ## What it flags

    A change by hand, without an entry that says so, to a fact that decides what an incident owes:

    - at any time: a lower `severity`, or none; another `kind`; a `status` a step back, or `invalid`; another
      `declared_at`;
    - once nobody is at work on it any more: a time that duties count from put later or taken out, a later
      `expected_on`, another `owner`, a tag or service less, a `duplicate_of`, a `source`.

    What makes it stricter is free, and so is what was not said before.
    Where the timeline says when or how bad, it rules, and other rules hold that.
    It is seen by `check --base` and by the gates, which know what was there before.

    ## Why it matters

    Each of these releases somebody from something, and nobody would see it.
    The entry is what makes it a decision: who, when, from what to what.

    ## Example

    A pull request in which `resolved_at: 2026-11-02T11:05:00Z` has become `2026-11-20T11:05:00Z`.

    ## Instead

    ```yaml
    started_at: 2026-11-02T09:40:00Z
    timeline:
      - at: 2026-11-03T10:00:00Z
        by: grace
        entry: field
        field: started_at
        from: 2026-11-02T09:02:00Z
        to: 2026-11-02T09:40:00Z
    ```

    ## Fix

    Put it back, then change it by the command that writes both: `incidentrepo set ID started_at=...`,
    `severity`, `resolve --at`, `duplicate`.
    """

    id = "fact-changed-without-entry"
    summary = "a change by hand to a fact that decides what an incident owes"
    level = Level.ERROR

    def check_change(self, before: Record, after: Record | None) -> Iterator[Finding]:
        """Yield each fact that is another, for the easier, and of which no new entry tells."""
        if after is None:
            return
        told = tuple(_told(before.incident, after.incident))
        for name, was, now in _eased(before.incident, after.incident):
            if not any(subject == name or subject.startswith(f"{name}.") for subject in told):
                yield self.finding(
                    after,
                    tuple(name.split(".")),
                    message=f"{name} was {was or 'not there'}, is {now or 'not there'}, and no entry says so",
                    hint=f"put it back{_other_way(name, after.incident)}",
                )


def _told(before: Incident, after: Incident) -> Iterator[str]:
    """Yield the fields that the timeline rules, and those that it has come to speak of."""
    said = summarise(after.timeline)
    for name, value in (("severity", said.severity), ("status", said.status), ("owner", said.owner)):
        if value:
            yield name
    yield from said.times.keys() - {"declared_at"}
    # Nobody declares it a second time: only what the timeline has always said puts the field right.
    if summarise(before.timeline).times.get("declared_at") == after.times.declared_at:
        yield "declared_at"
    known = {facts_of(entry) for entry in before.timeline}
    for entry in after.timeline:
        if isinstance(entry, PartChange) and entry.kind is EntryKind.FIELD and facts_of(entry) not in known:
            yield entry.subject


def _eased(before: Incident, after: Incident) -> Iterator[tuple[str, str, str]]:
    """Yield each field that asks less than it did, or of another, with what it was and what it is."""
    if _is_less(before.severity, after.severity):
        yield "severity", str(before.severity), str(after.severity or "")
    if before.kind is not after.kind:
        yield "kind", before.kind, after.kind
    if _is_undone(before.status, after.status):
        yield "status", str(before.status), str(after.status or "")
    yield from _eased_times(before, after, ("declared_at",))
    if not (before.status and before.status.is_on_fire):
        # Clocks run from these: earlier only makes them stricter.
        yield from _eased_times(before, after, (*STAGE_TIMES, "expected_on"))
        yield from _eased_facts(before, after)


def _is_less(was: Severity | None, now: Severity | None) -> bool:
    return was is not None and (now is None or now.rank > was.rank)


def _is_undone(was: Status | None, now: Status | None) -> bool:
    """Whether it went a step back, or out of the way altogether."""
    if was is now or was is None:
        return False
    return now is None or now is Status.INVALID or STAGES.get(now, 0) < STAGES.get(was, 0)


def _eased_times(before: Incident, after: Incident, names: Iterable[str]) -> Iterator[tuple[str, str, str]]:
    for name in names:
        was, now = getattr(before.times, name), getattr(after.times, name)
        if was != now and _is_eased(name, was, now):
            yield name, str(was or ""), str(now or "")


def _is_eased(name: str, was: Time | None, now: Time | None) -> bool:
    if name == "expected_on":
        # Clocks wait for what is expected, and so a forecast that is new is one more day.
        return now is not None and (was is None or was.earliest < now.earliest)
    if was is None:
        return False
    # What was declared earlier than the policy was adopted owes nothing.
    return name == "declared_at" or now is None or was.earliest < now.earliest


def _eased_facts(before: Incident, after: Incident) -> Iterator[tuple[str, str, str]]:
    for name in ("tags", "services"):
        was, now = getattr(before, name), getattr(after, name)
        # Another in its place is a name put right.
        if set(now) < set(was):
            yield name, ", ".join(was), ", ".join(now)
    old, new = before.related.duplicate_of, after.related.duplicate_of
    if new and new != old:
        yield "related.duplicate_of", old or "", new
    if before.owner and before.owner != after.owner:
        yield "owner", before.owner, after.owner or ""
    if after.source and not before.source:
        yield "source", "", "there"


_BY_STATUS_ENTRY = ", or add the `status` entry that says when"
_OTHER_WAYS = {
    "declared_at": ": it is when the incident was declared",
    "severity": ', then incidentrepo severity {id} SEV --reason "..."',
    "status": ', then incidentrepo reopen {id} --reason "...", or invalidate',
    "owner": ", then incidentrepo owner {id} HANDLE",
    "related.duplicate_of": ", then incidentrepo duplicate {id} OF",
    "mitigated_at": _BY_STATUS_ENTRY,
    "resolved_at": _BY_STATUS_ENTRY,
    "closed_at": _BY_STATUS_ENTRY,
}


def _other_way(name: str, incident: Incident) -> str:
    """Return how to change a fact so that an entry tells of it; nothing changes `declared_at`."""
    return _OTHER_WAYS.get(name, f", then incidentrepo set {{id}} {name}=...").format(id=incident.id)
