import json

from incidentrepo.formats.json import write_json
from tests.formats.reports import EMPTY, PATH, REPORT


def test_json() -> None:
    """
    A report is one object with a version; its first finding holds all there is to know.
    """
    content = json.loads(write_json(REPORT))

    first, second, third = content.pop("findings")
    assert content == {
        "version": 1,
        "checked": "the index",
        "base": "main",
        "incidents": 1,
        "notes": ["this change edits incidentrepo.yaml"],
    }
    assert first == {
        "rule": "severity-changed-without-reason",
        "summary": "a severity entry that gives no reason",
        "level": "error",
        "path": PATH,
        "line": 31,
        "column": 5,
        "incident": "2026-11-02-checkout-errors",
        "subject": "tb2m5c7qd",
        "message": "SEV3 to SEV2 without a reason",
        "hint": "add `reason:` to this entry",
        "is_old": False,
        "has_fix": False,
    }
    assert (second["is_old"], second["message"]) == (True, "tags.yaml does not know 'é'")
    assert (third["has_fix"], third["incident"], third["line"]) == (True, None, 1)


def test_nothing_found() -> None:
    """
    No findings are an empty list, and no base is null.
    """
    assert write_json(EMPTY) == (
        '{\n  "version": 1,\n  "checked": "the work tree",\n  "base": null,\n'
        '  "incidents": 2,\n  "notes": [],\n  "findings": []\n}\n'
    )
