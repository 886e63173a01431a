"""
Findings as SARIF 2.1.0, which code scanning and editors read.

The clauses are those of https://docs.oasis-open.org/sarif/sarif/v2.1.0/sarif-v2.1.0.html.
"""

import json
from collections.abc import Mapping
from inspect import cleandoc
from typing import Any
from urllib.parse import quote

from incidentrepo import __version__
from incidentrepo.findings import Finding, Report
from incidentrepo.formats.fingerprints import with_fingerprints
from incidentrepo.formats.format import Format
from incidentrepo.model.place import Place
from incidentrepo.model.policy import Level
from incidentrepo.rules import RULES

_SCHEMA = "https://docs.oasis-open.org/sarif/sarif/v2.1.0/errata01/os/schemas/sarif-schema-2.1.0.json"
_LEVELS = {Level.ERROR: "error", Level.WARNING: "warning", Level.NOTE: "note"}
_RULES = {rule.id: rule for rule in RULES}


def write_sarif(report: Report) -> str:
    """
    Return one run with every finding, old ones too, each told by its rule's summary and its place.

    Where the check had a base, each result says whether it is new (3.27.24).
    """
    summaries = {finding.rule: finding.summary for finding in report.findings}
    rules = {rule: index for index, rule in enumerate(sorted(summaries))}
    run = {
        "tool": {
            "driver": {
                "name": "incidentrepo",
                "semanticVersion": __version__,
                "rules": [_rule(rule, summaries[rule]) for rule in rules],
            }
        },
        "columnKind": "unicodeCodePoints",
        "results": [
            _result(finding, fingerprint, report, rules)
            for finding, fingerprint in with_fingerprints(report.findings)
        ],
    }
    return json.dumps({"$schema": _SCHEMA, "version": "2.1.0", "runs": [run]}, indent=2) + "\n"


def _rule(rule: str, summary: str) -> dict[str, Any]:
    # 3.49.12 asks for an absolute address, which no page of a version has; the page itself goes with it.
    page = cleandoc(_RULES[rule].__doc__ or "")
    return {
        "id": rule,
        "shortDescription": {"text": summary},
        "help": {"text": page, "markdown": page},
    }


def _result(finding: Finding, fingerprint: str, report: Report, rules: Mapping[str, int]) -> dict[str, Any]:
    result: dict[str, Any] = {
        "ruleId": finding.rule,
        "ruleIndex": rules[finding.rule],
        "level": _LEVELS[finding.level],
        "message": {"text": finding.summary},
        "locations": [_location(report.path_of(finding), finding.place or Place())],
        "partialFingerprints": {"incidentrepo/v1": fingerprint},
    }
    if report.base:
        result["baselineState"] = "unchanged" if finding.is_old else "new"
    return result


def _location(path: str, place: Place) -> dict[str, Any]:
    return {
        "physicalLocation": {
            # A path as a relative address (3.4.4), from the top of the repository.
            "artifactLocation": {"uri": quote(path, errors="surrogateescape")},
            "region": {"startLine": place.line, "startColumn": place.column},
        }
    }


SARIF = Format(name="sarif", write=write_sarif)
