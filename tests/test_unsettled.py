from pathlib import Path

import pytest

from incidentrepo.checks import check_repository
from incidentrepo.repository import load_repository
from incidentrepo.store.cache import Cache
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.unsettled import load_unsettled
from tests.folders import FOLDER, ID, INCIDENT, NOW, POLICY, RECORD, write_files

RULES = Path(__file__).parent / "rules"
SIDES = sorted(path for name in ("fail", "pass", "base") for path in RULES.glob(f"*/{name}"))


@pytest.mark.parametrize("folder", SIDES, ids=lambda path: f"{path.parent.name}-{path.name}")
def test_same_verdict(folder: Path, tmp_path: Path) -> None:
    """
    What a check finds is the same whether it reads everything, or only what is not settled.
    """
    snapshot, cache = folder_snapshot(folder), Cache(tmp_path / "cache.sqlite")
    everything = load_repository(snapshot)

    cold, warm = load_unsettled(snapshot, cache=cache), load_unsettled(snapshot, cache=cache)

    expected = check_repository(everything, now=NOW)
    assert check_repository(cold, now=NOW) == check_repository(warm, now=NOW) == expected
    assert cold.incident_count == warm.incident_count == len(everything.records)


def folders_read(root: Path, cache: Path) -> list[str]:
    repository = load_unsettled(folder_snapshot(root), cache=Cache(cache))
    return [record.folder for record in repository.records]


DEBT = "declared_at: 2026-11-02T09:14:00Z\nresolved_at: 2026-11-02T11:05:00Z\nseverity: SEV3\n"


@pytest.mark.parametrize(
    ("more", "is_read"),
    (
        ("", False),
        (DEBT, True),
        ("owner: 7\n", True),
        ("related: {parent: 2026-11-01-other}\n", True),
        ("related: {see_also: ['https://a.example']}\n", False),
        ("evidence: [{path: evidence/a.txt}]\n", True),
    ),
)
def test_what_is_read(tmp_path: Path, more: str, *, is_read: bool) -> None:
    """
    An incident is left out only if no day and no other incident can make a rule speak of it.
    """
    root = write_files(tmp_path / "repository", {INCIDENT: RECORD + more})

    found = [folders_read(root, tmp_path / "cache.sqlite") for _ in range(2)]

    assert found == [[FOLDER] if is_read else []] * 2


def test_what_comes_in_time(tmp_path: Path) -> None:
    """
    What is owed and not yet due is not settled: the cache says nothing of the day it was filled on.
    """
    root = write_files(tmp_path / "repository", {INCIDENT: RECORD + DEBT})
    cache = Cache(tmp_path / "cache.sqlite")

    early = load_unsettled(folder_snapshot(root), cache=cache)
    late = load_unsettled(folder_snapshot(root), cache=cache)

    before_it_is_due, after = NOW.replace(day=3), NOW.replace(month=12)
    assert check_repository(early, now=before_it_is_due) == ()
    assert [finding.rule for finding in check_repository(late, now=after)] == ["postmortem-overdue"]


@pytest.mark.parametrize(
    ("path", "text"),
    (
        (INCIDENT, RECORD + "owner: 7\n"),
        (f"{FOLDER}/public.md", "---\ntitle: 7\n---\n"),
        ("people.yaml", "ada: {name: Ada}\n"),
        ("tags.yaml", "{}\n"),
        ("incidentrepo.yaml", POLICY + "custom_fields: {required: [region]}\n"),
        ("incidents/2026/11/2026-11-03-twin/incident.yaml", RECORD),
    ),
)
def test_what_is_read_again(tmp_path: Path, path: str, text: str) -> None:
    """
    An incident is settled for its own files, the policy, people and tags, and as long as its name is its own.
    """
    more = "owner: grace\ntags: [press]\ncustom: {floor: 3}\n"
    root = write_files(tmp_path / "repository", {INCIDENT: RECORD + more})
    assert folders_read(root, tmp_path / "cache.sqlite") == []

    write_files(root, {path: text})

    assert FOLDER in folders_read(root, tmp_path / "cache.sqlite")


def test_duplicate_of_a_settled_one(tmp_path: Path) -> None:
    """
    An incident to which another hands its duties is read, for what it owes now.
    """
    paid = {f"{FOLDER}/postmortem.md": "---\nstatus: final\n---\nA cable.\n"}
    settled = RECORD + DEBT
    other = "2026-11-03-again"
    duplicate = (
        RECORD.replace(ID, other) + DEBT.replace("SEV3", "SEV1") + f"related: {{duplicate_of: {ID}}}\n"
    )
    root = write_files(tmp_path / "repository", {INCIDENT: settled, **paid})
    assert folders_read(root, tmp_path / "cache.sqlite") == []

    write_files(root, {f"incidents/2026/11/{other}/incident.yaml": duplicate})

    repository = load_unsettled(folder_snapshot(root), cache=Cache(tmp_path / "cache.sqlite"))
    assert [(finding.rule, finding.incident) for finding in check_repository(repository, now=NOW)] == [
        ("review-overdue", ID)
    ]


def test_damaged_cache(tmp_path: Path) -> None:
    """
    A cache that cannot be read is a cache without anything in it.
    """
    root = write_files(tmp_path / "repository", {INCIDENT: RECORD + DEBT})
    (tmp_path / "cache.sqlite").write_bytes(b"not a database")

    assert folders_read(root, tmp_path / "cache.sqlite") == [FOLDER]
