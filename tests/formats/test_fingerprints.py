from dataclasses import replace

from incidentrepo.findings import Finding
from incidentrepo.formats.fingerprints import with_fingerprints
from incidentrepo.model.place import Place
from tests.formats.reports import REPORT

ONE = REPORT.findings[0]


def fingerprints(*findings: Finding) -> list[str]:
    return [fingerprint for _, fingerprint in with_fingerprints(findings)]


def test_fingerprint_follows() -> None:
    """
    A finding is the same one whatever line it moved to, what it says, and what else was mended.
    """
    moved = replace(ONE, place=Place(line=99), message="SEV3 to SEV1 without a reason", is_old=True)
    other = replace(ONE, subject="another")

    assert fingerprints(other, ONE)[1] == fingerprints(moved)[0]


def test_fingerprints_differ() -> None:
    """
    No two findings of a report share a fingerprint, be they of one rule at one thing.
    """
    found = fingerprints(ONE, ONE, replace(ONE, subject="another"), replace(ONE, rule="unknown-tag"))

    assert len(set(found)) == 4
