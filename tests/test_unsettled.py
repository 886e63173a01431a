import shutil
from pathlib import Path

import pytest

from incidentrepo.checks import check_repository
from incidentrepo.findings import Report
from incidentrepo.gates import judge_change
from incidentrepo.repository import load_repository
from incidentrepo.store.cache import Cache
from incidentrepo.store.clone import open_clone
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.store.worktree import worktree_snapshot
from incidentrepo.unsettled import judging_code, load_unsettled
from tests.folders import FOLDER, ID, INCIDENT, NOW, POLICY, RECORD, write_files
from tests.git_repository import GitRepository
from tests.source_tree import PACKAGE, load_modules

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


DEBT = "declared_at: 2026-11-02T09:14:00Z\nresolved_at: 2026-11-02T11:05:00Z\nseverity: SEV3\n"
CHANGES = sorted(path.parent.name for path in RULES.glob("*/base"))


@pytest.mark.parametrize("side", ("fail", "pass"))
@pytest.mark.parametrize("rule", CHANGES)
def test_same_verdict_of_a_change(rule: str, side: str, tmp_path: Path, repository: GitRepository) -> None:
    """
    What a change brings is the same whether both sides are read whole, or only what is not settled.
    """
    replace_files(repository, RULES / rule / "base")
    repository.commit("Base")
    replace_files(repository, RULES / rule / side)

    assert_same_verdict(repository, tmp_path)


TWIN = "2026-11-03-twin"
TWIN_FILE = INCIDENT.replace(ID, TWIN)
TWIN_RECORD = RECORD.replace(ID, TWIN)
NOTE = "timeline:\n  - {id: t22222222, at: 2026-11-02T09:14:00Z, entry: note, text: Seen.}\n"
TOLD_TWICE = f"related: {{duplicate_of: {ID}}}\n"


@pytest.mark.parametrize(
    ("before", "after"),
    (
        ({INCIDENT: RECORD}, {INCIDENT: None}),
        ({INCIDENT: RECORD + NOTE}, {INCIDENT: None, TWIN_FILE: TWIN_RECORD + f"aliases: [{ID}]\n"}),
        ({INCIDENT: RECORD, TWIN_FILE: TWIN_RECORD + TOLD_TWICE}, {TWIN_FILE: None}),
        ({INCIDENT: RECORD, TWIN_FILE: TWIN_RECORD}, {TWIN_FILE: TWIN_RECORD + TOLD_TWICE}),
        ({INCIDENT: RECORD, TWIN_FILE: TWIN_RECORD}, {TWIN_FILE: TWIN_RECORD + f"aliases: [{ID}]\n"}),
        ({INCIDENT: RECORD + NOTE, TWIN_FILE: RECORD}, {INCIDENT: None}),
        ({INCIDENT: RECORD + "owner: grace\n"}, {"people.yaml": "ada: {name: Ada}\n"}),
        ({INCIDENT: RECORD + DEBT}, {"incidentrepo.yaml": POLICY + "severities: {SEV3: {postmortem: no}}\n"}),
        ({INCIDENT: RECORD + "tags: [x]\n", "tags.yaml": "y: {}\n"}, {TWIN_FILE: TWIN_RECORD}),
    ),
)
def test_same_verdict_of_many_changes(
    before: dict[str, str], after: dict[str, str | None], tmp_path: Path, repository: GitRepository
) -> None:
    """
    Nothing that is settled on one side only, or named by another incident, is lost between the two.
    """
    write_files(repository.path, before)
    repository.commit("Base")
    for path, text in after.items():
        if text is None:
            (repository.path / path).unlink()
        else:
            repository.write(path, text)

    assert_same_verdict(repository, tmp_path)


def replace_files(repository: GitRepository, source: Path) -> None:
    for path in repository.path.iterdir():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    # Not the times of the fixtures, which are alike: by them git tells what has changed.
    shutil.copytree(source, repository.path, copy_function=shutil.copyfile, dirs_exist_ok=True)


def assert_same_verdict(repository: GitRepository, tmp_path: Path) -> None:
    clone, cache = open_clone(repository.path), Cache(tmp_path / "cache.sqlite")

    def verdict(cache: Cache | None) -> Report:
        candidate = worktree_snapshot(clone)
        return judge_change(clone, candidate, head="HEAD", base="main", now=NOW, cache=cache)

    everything, cold, warm = verdict(None), verdict(cache), verdict(cache)

    assert cold == everything
    assert warm == everything


def folders_read(root: Path, cache: Path) -> list[str]:
    repository = load_unsettled(folder_snapshot(root), cache=Cache(cache))
    return [record.folder for record in repository.records]


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
        ("postmortem-overdue", ID),
        ("review-overdue", ID),
    ]


def test_damaged_cache(tmp_path: Path) -> None:
    """
    A cache that cannot be read is a cache without anything in it.
    """
    root = write_files(tmp_path / "repository", {INCIDENT: RECORD + DEBT})
    (tmp_path / "cache.sqlite").write_bytes(b"not a database")

    assert folders_read(root, tmp_path / "cache.sqlite") == [FOLDER]


def test_code_that_judges() -> None:
    """
    What is settled is asked anew once any code has changed that rules rest on, however far down it is.
    """
    judging = {path.relative_to(PACKAGE).as_posix() for path in judging_code()}
    rested_on = set[str]()
    waiting = {module.name for module in load_modules() if module.part == "rules"}
    while waiting:
        rested_on |= waiting
        waiting = {
            f"{name.removeprefix('incidentrepo.').replace('.', '/')}{end}"
            for module in load_modules()
            if module.name in waiting
            for name in module.imports()
            if name.startswith("incidentrepo.")
            for end in (".py", "/__init__.py")
        } - rested_on
    written = {module.name for module in load_modules() if module.part != "store"}

    assert sorted((rested_on & written) - judging) == []
