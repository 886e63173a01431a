import pickle
import subprocess
import sys
from pathlib import Path

import pytest

from incidentrepo.errors import NothingToCheck
from incidentrepo.model.place import Place
from incidentrepo.model.status import Kind
from incidentrepo.repository import load_repository
from incidentrepo.store.cache import Cache
from incidentrepo.store.folder import folder_snapshot
from tests.folders import FOLDER, ID, INCIDENT, POLICY, RECORD, check, load, places, write_files

BROKEN = f"""\
schema_version: 1
id: {ID}
kind: outage
severity: SEV9
status: fixed
severty: SEV1
tags: payments
started_at: 2026-02-30
declared_at: 2026-11-02T09:14:00Z
detected_at: 2026-11-02T09:14:00Z
resolved_at: 2026-11-01T09:14:00Z
owner: Grace Hopper
impact: {{customers: many}}
timeline:
  - id: t4kq7xz2a
    at: 2026-11-02T09:14:00Z
    entry: declared
    severity: SEV2
    colour: red
  - id: tb2m5c7qd
    entry: nota
    at: 2026-11-02T09:31:00Z
related: {{repeat_of: [2026-01-01-nowhere]}}
"""


def test_broken_in_many_ways(tmp_path: Path) -> None:
    """
    Each thing that is wrong with a record is told at its line and column, and none hides another.
    """
    findings = check(tmp_path, {INCIDENT: BROKEN})

    assert [finding[:3] for finding in places(findings)] == [
        (1, 1, "schema-violation"),
        (3, 7, "schema-violation"),
        (4, 11, "schema-violation"),
        (5, 9, "postmortem-overdue"),
        (5, 9, "schema-violation"),
        (6, 1, "schema-violation"),
        (7, 7, "schema-violation"),
        (8, 13, "schema-violation"),
        (11, 14, "times-out-of-order"),
        (12, 8, "schema-violation"),
        (13, 21, "schema-violation"),
        (19, 5, "schema-violation"),
        (21, 12, "schema-violation"),
        (23, 23, "dangling-reference"),
    ]
    assert [finding[3] for finding in places(findings) if finding[2] == "schema-violation"][:6] == [
        "the file has no `title`",
        "kind is 'outage'; it can be incident, near_miss, exercise or maintenance",
        "severity is 'SEV9'; it can be SEV1, SEV2, SEV3, SEV4 or SEV5",
        "status is 'fixed'; it can be open, mitigated, resolved, closed or invalid",
        "unknown field 'severty'",
        "tags is 'payments'; it must be a list",
    ]


@pytest.mark.parametrize(
    ("content", "place", "message"),
    (
        (b"", (1, 1), "the file is empty"),
        (b"# nothing\n", (1, 1), "the file is empty"),
        (bytes(range(256)) * 8, (2, 118), "byte 0x80 is not UTF-8"),
        (f"{RECORD}summary: caf\xe9\n".encode("latin-1"), (5, 13), "byte 0xE9 is not UTF-8"),
        (f"{RECORD}title: Another\n", (5, 1), "`title` is here twice"),
        (f"{RECORD}summary: one\u0085severity: SEV1\n", (5, 13), "U+0085"),
        (f"{RECORD}summary: {'9' * 5000}\n", (5, 10), "a number of 5000 digits is too long to count with"),
        (f"{RECORD}summary: {'[' * 200_000}\n", (5, 73), "values are nested more than 64 deep"),
        (f"{RECORD}owner: &a ada\n", (5, 8), "anchors (`&a`) are not allowed"),
        ("\t- a\n", (1, 1), "a tab indents this line"),
        ("- a\n- b\n", (1, 1), "the file is a list; it must be a mapping of names to values"),
    ),
)
def test_what_cannot_be_read(
    tmp_path: Path, content: str | bytes, place: tuple[int, int], message: str
) -> None:
    """
    Whatever bytes stand where a record should, there is a finding at its place, and never a traceback.
    """
    first, *_ = places(check(tmp_path, {INCIDENT: content}))

    assert (first[0], first[1]) == place
    assert message in first[3]


def test_alias_bomb(tmp_path: Path) -> None:
    """
    Seven lines that stand for billions of values are refused line by line, and nothing is built.
    """
    lines = ["a: &a [x, x, x, x, x, x, x, x, x]"]
    for before, name in zip("abcdefg", "bcdefgh", strict=True):
        lines.append(f"{name}: &{name} [{', '.join([f'*{before}'] * 9)}]")

    findings = places(check(tmp_path, {INCIDENT: "\n".join(lines) + "\n"}))

    refused = [finding for finding in findings if finding[2] == "unreadable-file"]
    assert refused[:2] == [
        (1, 4, "unreadable-file", "anchors (`&a`) are not allowed"),
        (2, 4, "unreadable-file", "anchors (`&b`) are not allowed"),
    ]
    assert len(refused) == 8 + 7 * 9


def test_deep_nesting_does_not_crash() -> None:
    """
    200,000 brackets, which crash PyYAML's own composer, leave the process alive.
    """
    code = "from incidentrepo.documents.reading import read_incident; read_incident(b'[' * 200_000)"

    assert subprocess.run([sys.executable, "-c", code], check=False).returncode == 0


def test_day_that_is_not_there(tmp_path: Path) -> None:
    """
    A date that no calendar has is a finding, and the rest of the record is judged.
    """
    findings = check(tmp_path, {INCIDENT: f"{RECORD}started_at: 2026-02-30\nowner: 7\n"})

    assert places(findings) == [
        (5, 13, "schema-violation", "2026-02-30 does not exist in the calendar or on the clock"),
        (6, 8, "schema-violation", "owner is 7; it must be text"),
    ]


def test_link_in_the_place_of_a_record(tmp_path: Path) -> None:
    """
    A link is not followed, whether it stands for a file, a folder or a piece of evidence.
    """
    secret = tmp_path / "secret.yaml"
    secret.write_text(RECORD)
    root = write_files(tmp_path / "repository", {f"{FOLDER}/accounts/ada.md": "I saw it.\n"})
    (root / FOLDER / "evidence").mkdir()
    links = (INCIDENT, f"{FOLDER}/evidence/log.txt", "incidents/2026/11/2026-11-03-elsewhere")
    for link in links:
        (root / link).symlink_to(secret)

    repository = load_repository(folder_snapshot(root))

    assert repository.records == ()
    assert {path: problem.message for path, (problem,) in repository.problems.items()} == dict.fromkeys(
        links, "this is a link, not a file"
    )


def test_folder_without_a_record(tmp_path: Path) -> None:
    """
    Files in an incident's folder that has no `incident.yaml` are told of once.
    """
    repository = load(tmp_path, {f"{FOLDER}/evidence/a.txt": "a", f"{FOLDER}/evidence/b.txt": "b"})

    assert repository.records == ()
    assert [(path, problem.message) for path, (problem,) in repository.problems.items()] == [
        (f"{FOLDER}/evidence/a.txt", "this folder has no incident.yaml")
    ]


def test_record_in_the_wrong_folder(tmp_path: Path) -> None:
    """
    A record that lies too high up is judged all the same, and told where it belongs.
    """
    findings = check(tmp_path, {f"incidents/{ID}/incident.yaml": RECORD})

    assert places(findings) == [(2, 5, "id-differs-from-folder", f"this incident belongs in {FOLDER}")]


def test_records(tmp_path: Path) -> None:
    """
    A repository holds its records by folder, each with its parts and all paths of its folder.
    """
    page = "---\ntitle: Checkout\nslug: checkout\n---\n\nIt failed.\n"
    files = {INCIDENT: RECORD, f"{FOLDER}/public.md": page, f"{FOLDER}/evidence/a.txt": "a"}
    undated = "incidents/undated/old/incident.yaml"

    repository = load(tmp_path, {**files, undated: RECORD.replace(ID, "old"), "README.md": "x"})

    first, second = repository.records
    assert (first.folder, first.incident.title, first.files) == (
        FOLDER,
        "Checkout answers 500",
        (f"{FOLDER}/evidence/a.txt", INCIDENT, f"{FOLDER}/public.md"),
    )
    assert first.public_page is not None
    assert first.public_page.body.strip() == "It failed."
    assert (second.folder, second.incident.id, first.postmortem) == ("incidents/undated/old", "old", None)
    assert repository.problems == {}


def test_part_that_cannot_be_read(tmp_path: Path) -> None:
    """
    A record without a readable id and title goes by its folder's name; a broken page leaves it alone.
    """
    repository = load(tmp_path, {INCIDENT: "schema_version: 1\n", f"{FOLDER}/public.md": "---\n[\n---\n"})

    (record,) = repository.records
    assert (record.incident.id, record.incident.title, record.incident.kind) == (ID, ID, Kind.INCIDENT)
    assert record.public_page is None
    assert set(repository.problems) == {INCIDENT, f"{FOLDER}/public.md"}


def test_newer_record(tmp_path: Path) -> None:
    """
    A record of a later version stops the check, by its name and with what to do.
    """
    with pytest.raises(NothingToCheck) as raised:
        load(tmp_path, {INCIDENT: RECORD.replace("schema_version: 1", "schema_version: 2")})

    assert str(raised.value) == f"{INCIDENT}: schema_version 2 is newer than 1"
    assert raised.value.hint == "upgrade incidentrepo"


def test_some_folders(tmp_path: Path) -> None:
    """
    Only the folders that are asked for are read.
    """
    root = write_files(tmp_path, {INCIDENT: RECORD, "incidents/undated/old/incident.yaml": "["})

    repository = load_repository(folder_snapshot(root), folders={FOLDER})

    assert [record.folder for record in repository.records] == [FOLDER]
    assert repository.problems == {}


def test_place(tmp_path: Path) -> None:
    """
    Every value can be found again, in YAML and in front matter.
    """
    page = "---\ntitle: Checkout\nslug: checkout\n---\n"
    repository = load(tmp_path, {INCIDENT: RECORD, f"{FOLDER}/public.md": page})

    assert repository.place_of(INCIDENT, ("title",)) == Place(line=3, column=8)
    assert repository.place_of(f"{FOLDER}/public.md", ("slug",)) == Place(line=3, column=7)


def test_cache(tmp_path: Path) -> None:
    """
    What comes from the cache is what comes from the files, problems too; an edit is seen.
    """
    root = write_files(tmp_path / "repository", {INCIDENT: BROKEN, f"{FOLDER}/postmortem.md": "---\n---\n"})
    cache = Cache(tmp_path / "cache.sqlite")

    cold = load_repository(folder_snapshot(root), cache=cache)
    warm = load_repository(folder_snapshot(root), cache=cache)
    (root / INCIDENT).write_text(RECORD)
    edited = load_repository(folder_snapshot(root), cache=cache)

    assert (warm.records, warm.problems) == (cold.records, cold.problems)
    assert edited.records[0].incident.title == "Checkout answers 500"
    assert INCIDENT not in edited.problems


def test_records_survive_pickling(tmp_path: Path) -> None:
    """
    A record is the same after it has been kept: the cache and the pool of processes rest on it.
    """
    (record,) = load(tmp_path, {INCIDENT: BROKEN}).records

    assert pickle.loads(pickle.dumps(record)) == record


def test_no_policy(tmp_path: Path) -> None:
    """
    Without a policy, or with one that cannot be read, nothing is checked.
    """
    with pytest.raises(NothingToCheck, match=r"^there is no incidentrepo\.yaml in "):
        load_repository(folder_snapshot(tmp_path))
    with pytest.raises(NothingToCheck, match=r"^incidentrepo\.yaml:2:1: "):
        load(tmp_path, {"incidentrepo.yaml": f"{POLICY.splitlines()[0]}\n\t[\n"})
