"""Rule: unreadable-file."""

from collections.abc import Iterable

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.rules.context import Context
from incidentrepo.rules.problems import findings_of
from incidentrepo.rules.rule import Rule


class UnreadableFile(Rule):
    """
    ## What it flags

    A file that cannot be read as strict YAML in UTF-8: broken syntax, a key given twice, hidden
    characters, anchors, aliases, tags, a file that is too large or nested too deeply, a link in
    the place of a file.

    ## Why it matters

    What a tool cannot read, nobody is told about.
    Of two equal keys most readers keep the last and say nothing, and a hidden character can make
    a line say one thing to a reviewer and another to a machine.

    ## Example

    ```yaml
    severity: SEV3
    severity: SEV1
    ```

    ## Instead

    ```yaml
    severity: SEV1
    ```

    ## Fix

    Mend the file at the line and column shown.
    """

    id = "unreadable-file"
    summary = "a file that cannot be read"
    level = Level.ERROR

    def check_repository(self, context: Context) -> Iterable[Finding]:
        """Yield what no reader could make out."""
        return findings_of(self, context.repository)
