"""Rule: unknown-service."""

from collections.abc import Iterable

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import Record
from incidentrepo.rules.context import Context
from incidentrepo.rules.rule import Rule
from incidentrepo.rules.unknown_names import unknown_names


class UnknownService(Rule):
    """
    ## What it flags

    A service that `tags.yaml` does not know.
    Where there is no such file, every service is known.

    ## Why it matters

    Whoever answers for a service is called by its name; a misspelt one calls nobody.

    ## Example

    ```yaml
    services: [chekout]
    ```

    ## Instead

    ```yaml
    services: [checkout]
    ```

    ## Fix

    Use the name as `tags.yaml` spells it, or add it there.
    """

    id = "unknown-service"
    summary = "a service that tags.yaml does not know"
    level = Level.WARNING

    def check_record(self, record: Record, context: Context) -> Iterable[Finding]:
        """Yield each unknown service."""
        return unknown_names(self, "services", record.incident.services, record, context)
