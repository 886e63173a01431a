"""Rule: schema-violation."""

from collections.abc import Iterable

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.rules.context import Context
from incidentrepo.rules.problems import findings_of
from incidentrepo.rules.rule import Rule


class SchemaViolation(Rule):
    """
    ## What it flags

    A value that its file's schema does not allow: an unknown field, a word outside a closed list,
    a date that no calendar has, a field that is missing.

    ## Why it matters

    A field that nobody reads is a fact that nobody learns: `severty: SEV1` declares no severity.

    ## Example

    ```yaml
    status: fixed
    ```

    ## Instead

    ```yaml
    status: resolved
    ```

    ## Fix

    Use one of the values that the message names.
    Your own fields belong under `custom:`.
    """

    id = "schema-violation"
    summary = "a value that its schema does not allow"
    level = Level.ERROR

    def check_repository(self, context: Context) -> Iterable[Finding]:
        """Yield what the schemas refuse."""
        return findings_of(self, context.repository)
