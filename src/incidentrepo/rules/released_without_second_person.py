"""Rule: released-without-second-person."""

from collections.abc import Iterator

from incidentrepo.conditions import owes
from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.second_persons import describe_release, releases


class ReleasedWithoutSecondPerson(Rule):
    """
    ## What it flags

    An entry that would release an incident from what it owes, and that nobody but its author has confirmed:
    a severity marked as `correction`, and, of what was SEV1 or SEV2, `invalid` or another `kind`.
    Until somebody else agrees, it releases nothing.

    ## Why it matters

    One typo must not cost a review, and one person must not be able to let themselves off.
    So it is allowed, openly, by two.

    ## Example

    ```yaml
    - at: 2026-11-02T09:20:00Z
      by: ada
      entry: severity
      from: SEV1
      to: SEV3
      reason: I had picked the wrong line.
      correction: true
    ```

    ## Instead

    ```yaml
      correction: true
      confirmed_by: grace
    ```

    ## Fix

    Have somebody else add `confirmed_by:` with their handle to the entry.
    `--confirmed-by HANDLE` of `severity`, `invalidate` and `set` does so from the start.
    Where `people.yaml` has one person who has not left, they confirm themselves, and it is listed.
    """

    id = "released-without-second-person"
    summary = "a correction, or an end as no incident, that nobody else has confirmed"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each entry that would release it and does not."""
        people = context.repository.people
        for entry in releases(record.incident, people):
            if people.is_another(entry.confirmed_by, entry.by):
                continue
            if not owes(record.incident, context.repository.policy, people):
                return
            who = people.only_one or "HANDLE"
            yield self.finding(
                record,
                ("timeline", entry.index),
                message=f"{entry.by or 'nobody'} says {describe_release(entry)}, and nobody else has "
                "confirmed it: it still owes what it did",
                hint=f"add `confirmed_by: {who}` to this entry"
                + ("" if people.only_one else ", of somebody else who agrees"),
                subject=entry.id or str(entry.index),
            )
