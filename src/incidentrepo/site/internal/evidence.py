"""Evidence as a reader meets it: charts to look at, files to save, links to follow."""

from dataclasses import dataclass

from incidentrepo.model.edition import EditionIncident
from incidentrepo.model.incident import Evidence
from incidentrepo.model.time import Time
from incidentrepo.model.web_address import is_web_address

_PICTURES = (".png", ".jpg", ".jpeg", ".gif", ".webp")


@dataclass(frozen=True, slots=True, kw_only=True)
class Exhibit:
    """One piece of evidence; `address` is None where there is nothing that may be shown."""

    name: str
    caption: str
    captured_at: Time | None
    address: str | None
    is_picture: bool = False
    is_here: bool = False


def show_evidence(one: EditionIncident) -> tuple[Exhibit, ...]:
    """Return what the record names, then the files that it does not."""
    files = {file.path for file in one.evidence_files}
    named = [_exhibit(evidence, files) for evidence in one.incident.evidence]
    told = {evidence.path for evidence in one.incident.evidence}
    rest = [_exhibit(Evidence(index=0, path=path), files) for path in sorted(files - told)]
    return (*named, *rest)


def _exhibit(evidence: Evidence, files: set[str]) -> Exhibit:
    is_here = evidence.path in files
    address = evidence.path if is_here else evidence.url
    if address is not None and not is_here and not is_web_address(address):
        address = None
    return Exhibit(
        name=(evidence.path or evidence.url or "").rsplit("/", 1)[-1],
        caption=evidence.caption,
        captured_at=evidence.captured_at,
        address=address,
        is_here=is_here,
        is_picture=is_here and (evidence.path or "").lower().endswith(_PICTURES),
    )
