import json
from dataclasses import replace

from incidentrepo.findings import Finding, Report
from incidentrepo.formats.gitlab import write_gitlab
from incidentrepo.model.place import Place
from tests.formats.reports import EMPTY, PATH, REPORT

ONE = REPORT.findings[0]


def fingerprints(*findings: Finding) -> list[str]:
    report = Report(findings=findings, incidents=1, checked="the index")
    return [row["fingerprint"] for row in json.loads(write_gitlab(report))]


def test_gitlab() -> None:
    """
    Every finding is a row, old ones too, at its place from the top of the repository.
    """
    rows = json.loads(write_gitlab(replace(REPORT, root="ops/")))

    assert [set(row) for row in rows] == [
        {"description", "check_name", "fingerprint", "severity", "location"}
    ] * 3
    assert [(row["check_name"], row["severity"]) for row in rows] == [
        ("severity-changed-without-reason", "critical"),
        ("unknown-tag", "minor"),
        ("entry-without-id", "info"),
    ]
    assert rows[0]["location"] == {"path": f"ops/{PATH}", "lines": {"begin": 31}}
    assert rows[0]["description"] == (
        "a severity entry that gives no reason; "
        "`incidentrepo rules severity-changed-without-reason` explains it"
    )


def test_nothing_found() -> None:
    """
    Nothing found is an empty list, which GitLab reads as a report.
    """
    assert write_gitlab(EMPTY) == "[]\n"


def test_fingerprint_follows() -> None:
    """
    A finding is the same one whatever line it moved to, what it weighs, and what else was mended.
    """
    moved = replace(ONE, place=Place(line=99), message="SEV3 to SEV1 without a reason", is_old=True)
    other = replace(ONE, subject="another")

    assert fingerprints(ONE, other)[0] == fingerprints(moved)[0]


def test_fingerprints_differ() -> None:
    """
    No two findings of a report share a fingerprint, be they of one rule at one thing.
    """
    found = fingerprints(ONE, ONE, replace(ONE, subject="another"), replace(ONE, rule="unknown-tag"))

    assert len(set(found)) == 4
