"""Rule: duplicate-id."""

from collections import defaultdict
from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.place import Pointer
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule


class DuplicateId(Rule):
    """
    ## What it flags

    An id or an alias that belongs to two incidents, whatever the case of its letters.

    ## Why it matters

    A link or a command that names it would lead to one of the two, and nobody knows to which.

    ## Example

    ```yaml
    aliases: [INC-204]     # 2026-10-01-slow-search has the same alias
    ```

    ## Instead

    ```yaml
    aliases: [INC-205]
    ```

    ## Fix

    Take the alias out of the record that it does not belong to.
    """

    id = "duplicate-id"
    summary = "an id or an alias that two incidents have"
    level = Level.ERROR

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield every name that is claimed a second time."""
        claims: dict[str, list[tuple[Record, Pointer, str]]] = defaultdict(list)
        for record in context.repository.records:
            claims[record.incident.id.casefold()].append((record, ("id",), record.incident.id))
            for index, alias in enumerate(record.incident.aliases):
                claims[alias.casefold()].append((record, ("aliases", index), alias))
        for claimants in claims.values():
            first, *others = claimants
            for record, pointer, name in others:
                yield self.finding(
                    record,
                    pointer,
                    message=f"'{name}' is also the name of {first[0].folder}",
                    hint="take it out of the one that it does not belong to",
                    subject=name,
                )
