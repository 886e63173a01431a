"""What CI prints, the world may read: no value of a record is in it."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from incidentrepo.checks import check_repository
from incidentrepo.findings import Report
from incidentrepo.formats.github import write_github
from incidentrepo.formats.gitlab import write_gitlab
from incidentrepo.formats.sarif import write_sarif
from incidentrepo.formats.text import write_text
from incidentrepo.repository import load_repository
from incidentrepo.store.folder import folder_snapshot

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)

# Each `{}` is a value, or a name, that somebody inside wrote.
REFUSED = """\
schema_version: 1
id: {}
title: {}
kind: {}
status: {}
{}: unknown
started_at: {}
"""
TAKEN = """\
schema_version: 1
id: 2026-11-02-another
title: {}
kind: incident
severity: SEV1
status: closed
visibility: public
owner: {}
tags: [{}]
services: [{}]
started_at: 2026-11-03T09:00:00Z
declared_at: 2026-11-02T09:14:00Z
resolved_at: 2026-11-02T11:05:00Z
declared_by: {}
roles: {{commander: {}}}
timeline:
  - id: t4kq7xz2a
    at: 2026-11-02T09:14:00Z
    by: {}
    entry: declared
    severity: SEV3
  - at: 2026-11-02T09:30:00Z
    by: {}
    entry: severity
    from: SEV3
    to: SEV2
follow_ups:
  - id: f3a6q2m7x
    title: {}
    owner: {}
    created_at: 2026-11-02T11:20:00Z
    status: open
"""
FILES = {
    "incidentrepo.yaml": "organisation: Acme\ntimezone: UTC\n",
    "people.yaml": "ada: {{name: Ada}}\n",
    "tags.yaml": "payments: {{description: Money.}}\n",
    "incidents/2026/11/2026-11-01-refused/incident.yaml": REFUSED,
    "incidents/2026/11/2026-11-02-taken/incident.yaml": TAKEN,
    "incidents/2026/11/2026-11-02-taken/public.md": "---\ntitle: {}\n{}: unknown\n---\n{}\n",
}


def plant(folder: Path, random: Random) -> list[str]:
    """Write records that are wrong in every way they can be, and return what must stay inside."""
    tokens: list[str] = []
    for path, text in FILES.items():
        new = [
            "".join(random.choice("bcdfghjkmnpqrstvwxz") for _ in range(12)) for _ in range(text.count("{}"))
        ]
        (folder / path).parent.mkdir(parents=True, exist_ok=True)
        (folder / path).write_text(text.format(*new), encoding="utf-8")
        tokens += new
    return tokens


@pytest.mark.parametrize("seed", range(10))
def test_no_value_of_a_record(tmp_path: Path, seed: int) -> None:
    """
    Whatever a record says, and whatever is wrong with it, only rules' own words and its place are told.
    """
    tokens = plant(tmp_path, Random(seed))
    findings = check_repository(load_repository(folder_snapshot(tmp_path)), now=NOW)
    report = Report(findings=findings, incidents=2, checked="the index", base="main")

    told = "".join(write(report) for write in (write_github, write_gitlab, write_sarif))

    inside = write_text(report)
    assert sum(token in inside for token in tokens) >= 8
    assert [token for token in tokens if token in told] == []
