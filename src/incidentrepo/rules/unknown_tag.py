"""Rule: unknown-tag."""

from collections.abc import Iterable

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.unknown_names import unknown_names


class UnknownTag(Rule):
    """
    ## What it flags

    A tag that `tags.yaml` does not know.
    Where there is no such file, every tag is known.

    ## Why it matters

    Incidents under two spellings of one tag are never seen to be alike.

    ## Example

    ```yaml
    tags: [payment]
    ```

    ## Instead

    ```yaml
    tags: [payments]
    ```

    ## Fix

    Use the name as `tags.yaml` spells it, or add it there.
    """

    id = "unknown-tag"
    summary = "a tag that tags.yaml does not know"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Yield each unknown tag."""
        return unknown_names(self, "tags", record.incident.tags, record, context)
