"""What another policy would do to the incidents that there are, before anybody agrees to it."""

from collections import Counter
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import datetime

from incidentrepo.checks import check_repository, mark_old
from incidentrepo.config.loading import POLICY_FILE
from incidentrepo.duties import owed_duties
from incidentrepo.findings import Finding
from incidentrepo.model.duty import Duty
from incidentrepo.model.policy import Level
from incidentrepo.repository import Repository, load_folders, load_repository
from incidentrepo.store.cache import Cache
from incidentrepo.store.clone import Clone
from incidentrepo.store.commits import commit_snapshot
from incidentrepo.store.snapshot import Snapshot

_Key = tuple[str, str, str | None]


@dataclass(frozen=True, slots=True, kw_only=True)
class PolicyPreview:
    """
    The difference between two policies over the same incidents, judged at `now`.

    `owed` is what nobody owes by the policy of `base`, `let_off` what nobody owes any longer, and `moved`
    what is due at another time, as it was and as it would be. `failing` are findings that would become
    errors, `passing` those that would be none any more.
    """

    base: str
    checked: str
    now: datetime
    incidents: int
    owed: tuple[Duty, ...] = ()
    let_off: tuple[Duty, ...] = ()
    moved: tuple[tuple[Duty, Duty], ...] = ()
    failing: tuple[Finding, ...] = ()
    passing: tuple[Finding, ...] = ()

    @property
    def is_empty(self) -> bool:
        """Whether nothing would change."""
        return not (self.owed or self.let_off or self.moved or self.failing or self.passing)


def preview_policy(
    clone: Clone, candidate: Snapshot, *, base: str, now: datetime, cache: Cache | None = None
) -> PolicyPreview:
    """
    Return what the policy of `candidate` would do to its incidents, compared with that of `base`.

    Raises `NothingToCheck` where either has no policy that can be read.
    """
    after = load_repository(candidate, cache=cache)
    before = _under(after, commit_snapshot(clone, base))
    owed, owed_before = _owed(after, now), _owed(before, now)
    errors, errors_before = _errors(after, now), _errors(before, now)
    return PolicyPreview(
        base=base,
        checked=candidate.label,
        now=now.astimezone(after.policy.calendar.zone),
        incidents=after.incident_count,
        owed=_without(owed, owed_before),
        let_off=_without(owed_before, owed),
        moved=tuple(_moved(owed_before, owed)),
        failing=tuple(_new(errors, errors_before)),
        passing=tuple(_new(errors_before, errors)),
    )


def _under(repository: Repository, tip: Snapshot) -> Repository:
    """Return the same incidents under the policy of `tip`, with what is wrong with that policy."""
    law = load_folders(tip, {})
    problems = {**repository.problems, POLICY_FILE: law.problems.get(POLICY_FILE, ())}
    return replace(repository, policy=law.policy, problems=problems)


def edits_policy(clone: Clone, candidate: Snapshot, *, base: str) -> bool:
    """Whether both have a policy, and not the same one."""
    ids = [
        {blob.id for blob in snapshot.list_files() if blob.path == POLICY_FILE}
        for snapshot in (commit_snapshot(clone, base), candidate)
    ]
    return all(ids) and ids[0] != ids[1]


def preview_note(preview: PolicyPreview) -> str:
    """Return in a sentence how many incidents the new policy would make owe, fail or pass."""
    if preview.is_empty:
        return "by the new policy, no incident would owe, fail or pass otherwise"
    command = f"`incidentrepo check --preview-policy --base {preview.base}`"
    counts = (
        (_count(duty.incident for duty in preview.owed), "would newly owe"),
        (_count(finding.incident for finding in preview.failing), "newly fail"),
        (_count(finding.incident for finding in preview.passing), "newly pass"),
    )
    words = ", ".join(f"{count} {what}" for count, what in counts)
    return f"by the new policy, of {preview.incidents} incidents {words}: {command} names them"


def _count(incidents: Iterable[str | None]) -> int:
    return len(set(incidents))


def _owed(repository: Repository, now: datetime) -> dict[_Key, Duty]:
    """Return what is still to be paid; a nudge is nothing that a policy is chosen for."""
    return {
        (duty.incident, duty.name, duty.follow_up): duty
        for duty in owed_duties(repository, now=now)
        if not duty.is_nudge and (duty.is_open or duty.is_overdue(now))
    }


def _without(owed: Mapping[_Key, Duty], others: Mapping[_Key, Duty]) -> tuple[Duty, ...]:
    return tuple(duty for key, duty in owed.items() if key not in others)


def _moved(before: Mapping[_Key, Duty], after: Mapping[_Key, Duty]) -> Iterator[tuple[Duty, Duty]]:
    for key, duty in before.items():
        if key in after and after[key].due_at != duty.due_at:
            yield duty, after[key]


def _errors(repository: Repository, now: datetime) -> tuple[Finding, ...]:
    found = check_repository(repository, now=now)
    return tuple(finding for finding in found if finding.level is Level.ERROR)


def _new(found: Iterable[Finding], others: Iterable[Finding]) -> Iterator[Finding]:
    known = Counter(finding.identity for finding in others)
    return (finding for finding in mark_old(found, known) if not finding.is_old)
