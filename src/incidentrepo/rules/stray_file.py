"""Rule: stray-file."""

from collections.abc import Iterator

from incidentrepo.findings import Finding
from incidentrepo.model.policy import Level
from incidentrepo.model.record import INCIDENT_FILE, POSTMORTEM_FILE, PUBLIC_FILE, folder_of
from incidentrepo.rules.context import Context
from incidentrepo.rules.files import file_finding
from incidentrepo.rules.rule import Rule

_KNOWN = frozenset({INCIDENT_FILE, POSTMORTEM_FILE, PUBLIC_FILE, ".gitkeep"})
# What says something about a folder rather than about an incident.
_BESIDE_INCIDENTS = frozenset({"README.md", ".gitkeep", ".gitattributes", ".gitignore"})


class StrayFile(Rule):
    """
    ## What it flags

    A file among the incidents that nothing reads.
    An incident's folder holds `incident.yaml`, `postmortem.md`, `public.md`, `accounts/*.md` and whatever
    is in `evidence/`; between the folders there may be a `README.md`.

    ## Why it matters

    What nothing reads is shown on no site and found by no search: whoever put it there believes it is.
    A record that is not in a folder of its own is no incident to anybody.

    ## Example

    ```text
    incidents/2026/11/2026-11-02-checkout-errors/chart.png
    incidents/2026/11/2026-11-02-checkout-errors.yaml
    ```

    ## Instead

    ```text
    incidents/2026/11/2026-11-02-checkout-errors/evidence/chart.png
    incidents/2026/11/2026-11-02-checkout-errors/incident.yaml
    ```

    ## Fix

    `git mv` it to where it belongs, or `git rm` it.
    """

    id = "stray-file"
    summary = "a file among the incidents that nothing reads"
    level = Level.WARNING

    def check_repository(self, context: Context) -> Iterator[Finding]:
        """Yield each file that does not belong where it is."""
        for blob in context.unusual_files:
            folder = folder_of(blob.path)
            if folder and not _belongs(blob.path[len(folder) + 1 :]):
                yield file_finding(
                    self,
                    blob.path,
                    message="nothing reads this file where it is",
                    hint="charts and logs belong in evidence/, what people remember in accounts/NAME.md",
                )
            elif not folder and blob.path.rsplit("/", 1)[-1] not in _BESIDE_INCIDENTS:
                yield file_finding(
                    self,
                    blob.path,
                    message="nothing reads this file where it is: it lies in no incident's folder",
                    hint="an incident is a folder: incidents/YYYY/MM/YYYY-MM-DD-words/incident.yaml",
                )


def _belongs(path: str) -> bool:
    """Whether a path inside an incident's folder is one that is read."""
    if path in _KNOWN or path.startswith("evidence/"):
        return True
    return path.startswith("accounts/") and path.count("/") == 1 and path.endswith((".md", "/.gitkeep"))
