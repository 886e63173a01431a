from collections import Counter
from pathlib import Path

import pytest

from incidentrepo.errors import UsageError
from incidentrepo.importers.cstate import read_cstate
from incidentrepo.importers.importer import Imported, Unreadable
from incidentrepo.importers.planning import plan_import
from tests.folders import check, load

JENKINS = Path(__file__).parents[3] / "shared/data/status/cstate-jenkins"
ISSUE = """\
---
title: Parcels are not tracked
date: 2024-03-05 9:05:00
resolved: true
resolvedWhen: 2024-03-05T10:45:00+01:00
severity: disrupted
affected:
  - Tracking App
  - api.tern.example
section: issue
---

*Resolved* - A queue was full.
"""


def issues(folder: Path, **files: str) -> list[Imported | Unreadable]:
    content = folder / "content/issues"
    content.mkdir(parents=True)
    for name, text in files.items():
        (content / f"{name}.md").write_text(text)
    return list(read_cstate(folder))


def fields_of(folder: Path, text: str) -> dict[str, object]:
    (found,) = issues(folder, outage=text)
    assert isinstance(found, Imported)
    return dict(found.fields)


def test_issue(tmp_path: Path) -> None:
    """
    An issue is an incident with its times as written, and its text is what the world read.
    """
    (found,) = issues(tmp_path, **{"2024-03-05-tracking": ISSUE})

    assert found == Imported(
        name="tracking",
        fields={
            "title": "Parcels are not tracked",
            "kind": "incident",
            "severity": "SEV2",
            "status": "resolved",
            "services": ["tracking-app", "api.tern.example"],
            "started_at": "2024-03-05 09:05:00",
            "resolved_at": "2024-03-05T10:45:00+01:00",
            "origin": "cstate",
            "source": {"id": "2024-03-05-tracking", "severity": "disrupted", "status": "resolved"},
        },
        page={
            "title": "Parcels are not tracked",
            "slug": "tracking-2024-03-05",
            "published_at": "2024-03-05 09:05:00",
        },
        body="\n*Resolved* - A queue was full.\n",
    )


@pytest.mark.parametrize(
    ("change", "expected"),
    (
        (("resolved: true", "resolved: false"), {"status": "open"}),
        (("severity: disrupted", "severity: odd"), {"status": "resolved"}),
        (("Parcels are not tracked", "Planned maintenance"), {"kind": "maintenance"}),
        (("date: 2024-03-05 9:05:00", "date: some day"), {"status": "resolved"}),
    ),
)
def test_variants(tmp_path: Path, change: tuple[str, str], expected: dict[str, str]) -> None:
    """
    What is not known is left out, never made up.
    """
    fields = fields_of(tmp_path, ISSUE.replace(*change))

    assert expected.items() <= fields.items()
    assert ("resolved_at" in fields) == ("resolved: true" in ISSUE.replace(*change))
    assert ("started_at" in fields) == ("some day" not in ISSUE.replace(*change))
    assert ("severity" in fields) == ("odd" not in ISSUE.replace(*change))


def test_bare_issue(tmp_path: Path) -> None:
    """
    A file with a title alone is an incident.
    """
    assert fields_of(tmp_path, "---\ntitle: X\naffected: Mail\n---\n") == {
        "title": "X",
        "kind": "incident",
        "status": "open",
        "services": ["mail"],
        "origin": "cstate",
        "source": {"id": "outage", "status": "not resolved"},
    }


def test_unreadable(tmp_path: Path) -> None:
    """
    A file that holds no incident is told of by name, and the others are read.
    """
    found = issues(tmp_path, a="---\ntitle: [\n---\n", b=ISSUE, _index="---\ntitle: All\n---\n")

    assert [type(one).__name__ for one in found] == ["Unreadable", "Imported"]
    assert isinstance(found[0], Unreadable)
    assert found[0].path == "a.md"


def test_no_issues(tmp_path: Path) -> None:
    """
    A folder without issues is a mistake of the command line.
    """
    with pytest.raises(UsageError, match=r"^there are no cState issues in "):
        list(read_cstate(tmp_path))


@pytest.mark.skipif(not JENKINS.exists(), reason="the Jenkins status pages are not here")
def test_jenkins(tmp_path: Path) -> None:
    """
    A real site comes in whole, once, and its real mistakes are pointed at by line.
    """
    found = [issue for issue in read_cstate(JENKINS) if isinstance(issue, Imported)]
    first = plan_import(load(tmp_path / "empty", {}), found, visibility="public")

    second = plan_import(load(tmp_path / "full", first.files), found, visibility="public")

    assert (first.added, first.known, len(first.files)) == (182, 0, 364)
    assert (second.added, second.known, second.files) == (0, 182, {})
    findings = check(tmp_path / "full", first.files)
    assert Counter((finding.rule, finding.level.value) for finding in findings) == {
        ("times-out-of-order", "error"): 6,
        ("image-without-alternative-text", "error"): 1,
        ("image-from-outside", "warning"): 2,
    }
    first_wrong = next(finding for finding in findings if finding.rule == "times-out-of-order")
    assert (first_wrong.path, first_wrong.place and first_wrong.place.line, first_wrong.message) == (
        "incidents/2021/09/2021-09-23-puppet-outage/incident.yaml",
        11,
        "resolved_at 2021-09-20T13:00:00-00:00 is before started_at 2021-09-23T10:01:00-00:00",
    )
