"""Rule: unknown-person."""

from collections.abc import Iterator
from difflib import get_close_matches

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.naming import named_people
from incidentrepo.rules.rule import Rule


class UnknownPerson(Rule):
    """
    ## What it flags

    A handle that `people.yaml` does not know.
    Where there is no such file, everybody is known.

    ## Why it matters

    What is owed by nobody's handle reaches nobody.

    ## Example

    ```yaml
    owner: grcae
    ```

    ## Instead

    ```yaml
    owner: grace
    ```

    ## Fix

    Use the handle as `people.yaml` spells it, or add the person there.
    """

    id = "unknown-person"
    summary = "a handle that people.yaml does not know"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterator[Finding]:
        """Yield each unknown handle once, where it stands first."""
        people = context.repository.people
        if not people.is_declared:
            return
        seen = set(people.by_handle)
        for pointer, handle in named_people(record):
            if handle not in seen:
                seen.add(handle)
                near = get_close_matches(handle, people.by_handle, 1)
                yield self.finding(
                    record,
                    pointer,
                    message=f"people.yaml knows nobody by the handle '{handle}'",
                    hint=f"did you mean {near[0]}?" if near else "add them to people.yaml",
                    subject=handle,
                )
