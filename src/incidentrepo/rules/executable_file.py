"""Rule: executable-file."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.rules.context import Context
from incidentrepo.rules.files import file_finding
from incidentrepo.rules.rule import Rule
from incidentrepo.store.snapshot import FileMode


class ExecutableFile(Rule):
    """
    ## What it flags

    A file among the incidents that git marks as a program (mode `100755`).

    ## Why it matters

    Records, charts and logs are read and never run. One that can be run is a slip of the machine that it
    came from, or evidence that somebody will start by a double click.

    ## Example

    ```text
    100755 incidents/2026/11/2026-11-02-checkout-errors/evidence/exploit.sh
    ```

    ## Instead

    ```text
    100644 incidents/2026/11/2026-11-02-checkout-errors/evidence/exploit.sh.txt
    ```

    ## Fix

    `git update-index --chmod=-x PATH`, and `chmod -x PATH` on disk.
    """

    id = "executable-file"
    summary = "a file among the incidents that can be run"
    level = Level.WARNING

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each file that is marked as a program."""
        for blob in context.unusual_files:
            if blob.mode is FileMode.EXECUTABLE:
                yield file_finding(
                    self, blob.path, message="this file can be run", hint="chmod -x it, and commit that"
                )
