"""A file of evidence, by its name: what it holds is read when it is written out."""

from dataclasses import dataclass

from incidentrepo.model.record import is_evidence

EVIDENCE_TYPES = frozenset({"png", "jpg", "jpeg", "gif", "webp", "txt", "log", "csv", "pdf"})
"""What a browser shows or saves without running it; an SVG is a program, wherever it is opened from."""


@dataclass(frozen=True, slots=True, kw_only=True)
class EvidenceFile:
    """A chart or a log; `path` is relative to the incident's folder, and `id` names what it holds."""

    path: str
    id: str = ""


def is_shown_evidence(path: str) -> bool:
    """Whether `path` is evidence of a type that may be shown or saved."""
    return is_evidence(path) and path.rsplit(".", 1)[-1].lower() in EVIDENCE_TYPES
