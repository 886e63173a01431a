import json
from dataclasses import replace

from incidentrepo.formats.gitlab import write_gitlab
from tests.formats.reports import EMPTY, PATH, REPORT


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
    assert len({row["fingerprint"] for row in rows}) == 3
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
