"""A folder of files read and checked, for tests that need no git."""

from collections.abc import Mapping
from datetime import UTC, datetime
from pathlib import Path

from incidentrepo.checks import check_repository
from incidentrepo.findings import Finding
from incidentrepo.model.place import Place
from incidentrepo.repository import Repository, load_repository
from incidentrepo.store.folder import folder_snapshot

NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
POLICY = "schema_version: 1\norganisation: {name: Tern Parcels}\ntimezone: UTC\n"
ID = "2026-11-02-checkout-errors"
FOLDER = f"incidents/2026/11/{ID}"
INCIDENT = f"{FOLDER}/incident.yaml"
RECORD = f"schema_version: 1\nid: {ID}\ntitle: Checkout answers 500\nkind: incident\n"


def write_files(folder: Path, files: Mapping[str, str | bytes]) -> Path:
    """Write a policy and these files below `folder`; a file of that name replaces the policy."""
    for path, content in {"incidentrepo.yaml": POLICY, **files}.items():
        file = folder / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(content.encode() if isinstance(content, str) else content)
    return folder


def load(folder: Path, files: Mapping[str, str | bytes]) -> Repository:
    return load_repository(folder_snapshot(write_files(folder, files)))


def check(folder: Path, files: Mapping[str, str | bytes]) -> tuple[Finding, ...]:
    return check_repository(load(folder, files), now=NOW)


def places(findings: tuple[Finding, ...]) -> list[tuple[int, int, str, str]]:
    """Return what a person is shown of each finding: line, column, rule and message."""
    known = [(finding.place or Place(), finding) for finding in findings]
    return [(place.line, place.column, finding.rule, finding.message) for place, finding in known]
