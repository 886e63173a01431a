"""The plugin as MkDocs runs it, on a repository of its own."""

import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.git_repository import GitRepository

FOLDER = "incidents/2026/11/2026-11-02-checkout-errors"
SETTINGS = """\
site_name: Firm
site_url: https://example.org/
theme: {name: material}
strict: true
plugins:
  - search
  - incidentrepo: {audience: %s, now: 2026-11-23T08:00:00Z}
"""
POLICY = "schema_version: 1\norganisation: {name: Firm}\n"
INCIDENT = """\
schema_version: 1
id: 2026-11-02-checkout-errors
title: Checkout answers 500
kind: incident
severity: SEV2
status: open
declared_at: 2026-11-02T09:14:00Z
"""


def run_mkdocs(folder: Path, *options: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, "-m", "mkdocs", "build", *options],
        cwd=folder,
        env={**os.environ, "NO_MKDOCS_2_WARNING": "1"},
        capture_output=True,
        check=False,
        encoding="utf-8",
        timeout=60,
    )


@pytest.fixture
def records(repository: GitRepository) -> GitRepository:
    repository.write("incidentrepo.yaml", POLICY)
    repository.write(f"{FOLDER}/incident.yaml", INCIDENT)
    repository.write("docs/guide.md", "# How to\n\n[Home](index.md)\n")
    repository.commit("Declare")
    return repository


def test_internal(records: GitRepository) -> None:
    """
    Plain `mkdocs build` shows the incidents, with the user's own pages, and no page of marks.
    """
    records.write("mkdocs.yml", SETTINGS % "internal")

    done = run_mkdocs(records.path, "--quiet")

    assert (done.returncode, done.stderr) == (0, "")
    site = records.path / "site"
    poured = [path for path in site.rglob("index.html") if path.parent.name == "2026-11-02-checkout-errors"]
    assert len(poured) == 1
    assert "Checkout answers 500" in poured[0].read_text(encoding="utf-8")
    assert (site / "guide/index.html").exists()
    assert "k7q2xw5v3m" not in (site / "search/search_index.json").read_text(encoding="utf-8")


def test_search(records: GitRepository) -> None:
    """
    Where the indexer is there, plain `mkdocs build` makes an index of words too, beside the pages it is for.
    """
    pytest.importorskip("pagefind_bin", reason="the extra `search` is not installed")
    settings = (SETTINGS % "internal").replace("internal,", "internal, at: work,")
    records.write("mkdocs.yml", settings)

    assert run_mkdocs(records.path, "--quiet").returncode == 0

    shelves = json.loads((records.path / "site/work/search-index/shelves.json").read_text(encoding="utf-8"))
    assert [shelf["pages"] for shelf in shelves["shelves"]] == [1]


def test_public(records: GitRepository) -> None:
    """
    Nothing of an internal incident is in any file of the public site.
    """
    records.write("mkdocs.yml", SETTINGS % "public")

    done = run_mkdocs(records.path)

    assert (done.returncode, "empty" in done.stderr) == (0, False)
    for file in (records.path / "site").rglob("*"):
        if file.is_file():
            assert b"checkout" not in file.read_bytes().lower(), file


def test_no_policy(records: GitRepository) -> None:
    """
    A repository that cannot be read ends the build with our words and no traceback.
    """
    records.write("mkdocs.yml", SETTINGS % "internal")
    (records.path / "incidentrepo.yaml").unlink()

    done = run_mkdocs(records.path)

    assert done.returncode == 1
    assert "incidentrepo.yaml" in done.stderr
    assert "Traceback" not in done.stderr
    assert not (records.path / "site/index.html").exists()
