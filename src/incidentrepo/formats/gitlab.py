"""
Findings as a Code Quality report, which GitLab compares with the one of the target branch.

Its fields: https://docs.gitlab.com/ci/testing/code_quality/#code-quality-report-format.
"""

import json
from typing import TypedDict

from incidentrepo.findings import Finding, Report
from incidentrepo.formats.fingerprints import with_fingerprints
from incidentrepo.formats.format import Format
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level

_SEVERITIES = {Level.ERROR: "critical", Level.WARNING: "minor", Level.NOTE: "info"}


class _Lines(TypedDict):
    begin: int


class _Location(TypedDict):
    path: str
    lines: _Lines


class _Row(TypedDict):
    description: str
    check_name: str
    fingerprint: str
    severity: str
    location: _Location


def write_gitlab(report: Report) -> str:
    """
    Return every finding as a row of a JSON array, old ones too: GitLab itself tells which are new.

    Of a finding it holds what its rule looks for and the place, for whoever sees the merge request
    sees it.
    """
    rows = [
        _row(finding, report.path_of(finding), fingerprint)
        for finding, fingerprint in with_fingerprints(report.findings)
    ]
    return json.dumps(rows, indent=2) + "\n"


def _row(finding: Finding, path: str, fingerprint: str) -> _Row:
    place = finding.place or Place()
    return _Row(
        description=f"{finding.summary}; `incidentrepo rules {finding.rule}` explains it",
        check_name=finding.rule,
        fingerprint=fingerprint,
        severity=_SEVERITIES[finding.level],
        location=_Location(path=path, lines=_Lines(begin=place.line)),
    )


GITLAB = Format(name="gitlab", write=write_gitlab)
