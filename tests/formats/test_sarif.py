import json
from dataclasses import replace
from pathlib import Path
from typing import Any

import jsonschema
import pytest

from incidentrepo.findings import Report
from incidentrepo.formats.sarif import write_sarif
from tests.formats.reports import EMPTY, PATH, REPORT

SCHEMA = json.loads(
    (Path(__file__).parent / "sarif_schema" / "sarif-2.1.0-rtm.5.json").read_text(encoding="utf-8")
)


def run(report: Report) -> Any:
    return json.loads(write_sarif(report))["runs"][0]


@pytest.mark.parametrize("report", (REPORT, EMPTY, replace(REPORT, base="", root="ops/")))
def test_schema(report: Report) -> None:
    """
    What is written satisfies SARIF's own schema.
    """
    jsonschema.Draft4Validator(SCHEMA).validate(json.loads(write_sarif(report)))


def test_result() -> None:
    """
    A result has its rule, what that looks for, its place and a fingerprint, and says that it is new.
    """
    first, second, _ = run(REPORT)["results"]

    fingerprint = first.pop("partialFingerprints")
    assert first == {
        "ruleId": "severity-changed-without-reason",
        "ruleIndex": 1,
        "level": "error",
        "message": {"text": "a severity entry that gives no reason"},
        "locations": [
            {
                "physicalLocation": {
                    "artifactLocation": {"uri": PATH},
                    "region": {"startLine": 31, "startColumn": 5},
                }
            }
        ],
        "baselineState": "new",
    }
    assert fingerprint.keys() == {"incidentrepo/v1"}
    assert second["baselineState"] == "unchanged"


def test_rules() -> None:
    """
    The rules that found something are there with their whole page, in the order that results count in.
    """
    found = run(REPORT)
    rules = found["tool"]["driver"]["rules"]

    assert [rules[result["ruleIndex"]]["id"] for result in found["results"]] == [
        finding.rule for finding in REPORT.findings
    ]
    assert rules[1]["shortDescription"] == {"text": "a severity entry that gives no reason"}
    assert "## Why it matters" in rules[1]["help"]["markdown"]


def test_no_base() -> None:
    """
    Where nothing was compared, no result says whether it is new.
    """
    assert [result.get("baselineState") for result in run(replace(REPORT, base=""))["results"]] == [None] * 3


def test_path() -> None:
    """
    A path is an address from the top of the repository, whatever it is called.
    """
    odd = replace(REPORT.findings[0], path="a b%/ü\udcff.yaml")

    result = run(replace(REPORT, root="ops/", findings=(odd,)))["results"][0]

    location = result["locations"][0]["physicalLocation"]["artifactLocation"]
    assert location == {"uri": "ops/a%20b%25/%C3%BC%FF.yaml"}
