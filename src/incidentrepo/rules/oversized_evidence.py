"""Rule: oversized-evidence."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import is_evidence
from incidentrepo.rules.context import Context
from incidentrepo.rules.files import file_finding
from incidentrepo.rules.rule import Rule


class OversizedEvidence(Rule):
    """
    ## What it flags

    A file in `evidence/` that is larger than policy allows: 5 MB, unless `evidence_at_most` says otherwise.

    ## Why it matters

    git keeps every file for ever, and everybody who clones the repository fetches it, in the middle of
    the next fire too.

    ## Example

    ```text
    evidence/screen-recording.mp4      240 MB
    ```

    ## Instead

    ```yaml
    evidence:
      - url: https://files.example.org/2026-11-02-screen-recording.mp4
        caption: The whole hour, as the till saw it.
    ```

    ## Fix

    Cut the log to the minutes that count, save the picture smaller, or keep the file elsewhere and link to
    it. Do it before you push: afterwards only a rewritten history gets rid of it.
    """

    id = "oversized-evidence"
    summary = "a file of evidence that is larger than policy allows"
    level = Level.WARNING

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each file that is too large."""
        repository = context.repository
        paths = [path for record in repository.records for path in record.files if is_evidence(path)]
        plain = [path for path in paths if path not in repository.problems]
        limit = repository.policy.evidence_at_most
        # All at once: git tells the sizes of thousands as fast as that of one.
        for path, size in repository.snapshot.read_sizes(plain).items():
            if size > limit:
                yield file_finding(
                    self,
                    path,
                    message=f"the file has {_say(size)}; at most {_say(limit)} is allowed",
                    hint="make it smaller, or keep it elsewhere and give its `url:`",
                )


def _say(size: int) -> str:
    return f"{size / 1_000_000:.1f} MB" if size >= 1_000_000 else f"{size / 1_000:.1f} kB"
