"""Every rule against its own fixture folder, which is the mirror of its module."""

import inspect
import json
from datetime import datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from jsonschema import Draft202012Validator

from incidentrepo.checks import check_change, check_repository
from incidentrepo.documents.editing import apply_edits
from incidentrepo.documents.schemas import load_schema
from incidentrepo.findings import Finding, Report
from incidentrepo.formats.json import write_json
from incidentrepo.formats.text import write_text
from incidentrepo.repository import Repository, load_repository
from incidentrepo.rules import RULES
from incidentrepo.rules.rule import Rule
from incidentrepo.store.folder import folder_snapshot

FIXTURES = Path(__file__).parent
NOW = datetime(2026, 11, 23, 9, tzinfo=ZoneInfo("Europe/Lisbon"))
SECTIONS = ("## What it flags", "## Why it matters", "## Example", "## Instead", "## Fix")

each_rule = pytest.mark.parametrize("rule", RULES, ids=lambda rule: rule.id)


def judge(rule: Rule, side: str) -> tuple[Repository, tuple[Finding, ...]]:
    repository = load_repository(folder_snapshot(FIXTURES / rule.id / side))
    base = FIXTURES / rule.id / "base"
    if base.exists():
        bases = [load_repository(folder_snapshot(base))]
        return repository, check_change(bases, repository, now=NOW, rules=[rule])
    return repository, check_repository(repository, now=NOW, rules=[rule])


@each_rule
def test_what_fails(rule: Rule) -> None:
    """
    Each defect is told with its place, its reason and the next step, to the letter.
    """
    repository, findings = judge(rule, "fail")

    report = Report(findings=findings, incidents=len(repository.records), checked="fail")
    assert write_text(report) == (FIXTURES / rule.id / "fail.txt").read_text(encoding="utf-8")


@each_rule
def test_what_tools_read(rule: Rule) -> None:
    """
    Each defect is told to other tools as the schema of a report says.
    """
    repository, findings = judge(rule, "fail")

    report = Report(findings=findings, incidents=len(repository.records), checked="fail")
    Draft202012Validator(load_schema("report")).validate(json.loads(write_json(report)))


@each_rule
def test_what_passes(rule: Rule) -> None:
    """
    What is right, or not the rule's business, is left alone.
    """
    _, findings = judge(rule, "pass")

    assert findings == ()


@each_rule
def test_what_is_fixed(rule: Rule) -> None:
    """
    The fixes of `fail/` make it `fixed/`, and a second run finds nothing more to fix.
    """
    _, findings = judge(rule, "fail")
    fixed = FIXTURES / rule.id / "fixed"
    mended: dict[str, bytes] = {}
    for finding in findings:
        if finding.fix:
            data = mended.get(finding.path) or (FIXTURES / rule.id / "fail" / finding.path).read_bytes()
            mended[finding.path] = apply_edits(data, finding.fix)

    assert mended == {path: (fixed / path).read_bytes() for path in mended}
    assert bool(mended) == fixed.exists()


@each_rule
def test_names(rule: Rule) -> None:
    """
    A rule's id is the name of its module and of its fixtures, and its docstring is a whole page.
    """
    module = inspect.getmodule(rule)

    assert module is not None
    assert module.__name__ == f"incidentrepo.rules.{rule.id.replace('-', '_')}"
    assert [line for line in inspect.cleandoc(rule.__doc__ or "").splitlines() if line in SECTIONS] == [
        *SECTIONS
    ]


def test_fixtures_are_of_rules() -> None:
    """
    No fixture folder is left behind by a rule that went.
    """
    folders = {path.name for path in FIXTURES.iterdir() if path.is_dir() and path.name != "__pycache__"}

    assert folders == {rule.id for rule in RULES}
