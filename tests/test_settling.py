from pathlib import Path

import pytest

from incidentrepo.errors import NothingToCheck
from incidentrepo.repository import files_by_folder
from incidentrepo.settling import Names, judge_settled, take_law
from incidentrepo.store.folder import folder_snapshot
from tests.folders import RECORD, write_files


def judge(folder: Path, records: dict[str, str]) -> dict[str, Names | None]:
    files = {f"incidents/undated/{name}/incident.yaml": text for name, text in records.items()}
    snapshot = folder_snapshot(write_files(folder, files))
    folders = files_by_folder(snapshot.list_files())
    found: dict[str, Names | None] = {}
    for some in judge_settled(snapshot, folders, take_law(snapshot, snapshot)):
        found.update(some)
    return found


def record(name: str, more: str = "") -> str:
    return RECORD.replace("2026-11-02-checkout-errors", name) + more


def test_names(tmp_path: Path) -> None:
    """
    A settled incident is known by its id and its aliases; of one that is not there is nothing to know.
    """
    records = {
        "a": record("a", "aliases: [INC-1]\n"),
        "b": record("b", "severity: SEV9\n"),
        "c": "[",
    }

    assert judge(tmp_path, records) == {
        "incidents/undated/a": ("a", "INC-1"),
        "incidents/undated/b": None,
        "incidents/undated/c": None,
    }


def test_many(tmp_path: Path) -> None:
    """
    Judged on every core, each of many incidents is judged once.
    """
    records = {f"x{number}": record(f"x{number}") for number in range(250)}

    assert judge(tmp_path, records) == {f"incidents/undated/{name}": (name,) for name in records}


def test_evidence_is_not_read(tmp_path: Path) -> None:
    """
    Of charts and logs the names are enough, whatever is in them.
    """
    write_files(tmp_path, {"incidents/undated/a/evidence/a.png": b"\xff"})

    found = judge(tmp_path, {"a": record("a", "evidence: [{path: evidence/a.png}]\n")})

    assert found == {"incidents/undated/a": ("a",)}


def test_accounts_are_read(tmp_path: Path) -> None:
    """
    What somebody tells counts: with a secret in it the incident is not settled, and without one it is.
    """
    write_files(tmp_path, {"incidents/undated/a/accounts/ada.md": "I used password=NotReal26.\n"})
    write_files(tmp_path, {"incidents/undated/b/accounts/ada.md": "I used the password that we had.\n"})

    found = judge(tmp_path, {"a": record("a"), "b": record("b")})

    assert found == {"incidents/undated/a": None, "incidents/undated/b": ("b",)}


def test_ids_in_public_text_are_watched(tmp_path: Path) -> None:
    """
    A page that holds what may be an id one day is not settled.
    """
    page = "---\ntitle: Late mail\nslug: late-mail\n---\n\nAs in INC-%s.\n"
    write_files(tmp_path, {"incidents/undated/a/public.md": page % "204"})
    write_files(tmp_path, {"incidents/undated/b/public.md": page % "next"})

    found = judge(tmp_path, {"a": record("a"), "b": record("b")})

    assert found == {"incidents/undated/a": None, "incidents/undated/b": ("b",)}


def test_newer_record(tmp_path: Path) -> None:
    """
    A record of a later version stops the check here too.
    """
    newer = record("a").replace("schema_version: 1", "schema_version: 2")

    with pytest.raises(NothingToCheck, match=r"a/incident\.yaml: schema_version 2 is newer than 1$"):
        judge(tmp_path, {"a": newer})
