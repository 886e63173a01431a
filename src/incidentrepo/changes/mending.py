"""What rules can mend by themselves."""

from collections import defaultdict
from collections.abc import Iterable

from incidentrepo.changes.change import FilesChange
from incidentrepo.documents.editing import apply_edits
from incidentrepo.documents.edits import Edit
from incidentrepo.documents.front_matter import edit_front_matter
from incidentrepo.findings import Finding
from incidentrepo.store.source import Files


def mend(files: Files, findings: Iterable[Finding]) -> FilesChange | None:
    """Return the change that applies every fix there is, or None where there is none."""
    edits: dict[str, list[Edit]] = defaultdict(list)
    rules: set[str] = set()
    for finding in findings:
        if finding.fix:
            edits[finding.path] += finding.fix
            rules.add(finding.rule)
    if not edits:
        return None
    mended = {path: _apply(path, files.read_file(path), found) for path, found in edits.items()}
    count = f"{len(mended)} file{'' if len(mended) == 1 else 's'}"
    return FilesChange(
        files=mended, incident="", subject=f"Fix {', '.join(sorted(rules))}", done=f"Mended {count}."
    )


def _apply(path: str, data: bytes, edits: list[Edit]) -> bytes:
    return edit_front_matter(data, edits) if path.endswith(".md") else apply_edits(data, edits)
