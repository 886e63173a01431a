"""Rule: evidence-not-shown."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.evidence_file import EVIDENCE_TYPES
from incidentrepo.model.policy import Level
from incidentrepo.model.record import is_evidence
from incidentrepo.rules.context import Context
from incidentrepo.rules.files import file_finding
from incidentrepo.rules.rule import Rule

_SHOWN = tuple(f".{suffix}" for suffix in sorted(EVIDENCE_TYPES))


class EvidenceNotShown(Rule):
    """
    ## What it flags

    A file in `evidence/` of a type that no site shows.
    Shown are csv, gif, jpeg, jpg, log, pdf, png, svg, txt and webp.

    ## Why it matters

    Whoever reads the incident's page does not learn that the file is there.
    The list is closed, so that nothing which a browser would run is ever served.

    ## Example

    ```text
    evidence/requests.xlsx
    ```

    ## Instead

    ```text
    evidence/requests.csv
    ```

    ## Fix

    Save it as one of these types. Where it is needed as it is, this note asks for nothing.
    """

    id = "evidence-not-shown"
    summary = "a file of evidence that no site shows"
    level = Level.NOTE

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each file that only a clone holds."""
        for blob in context.unusual_files:
            if is_evidence(blob.path) and not blob.path.lower().endswith((*_SHOWN, "/.gitkeep")):
                yield file_finding(
                    self,
                    blob.path,
                    message="no site shows a file of this type",
                    hint="save it as csv, png or txt",
                )
