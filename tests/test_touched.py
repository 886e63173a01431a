import random
import shutil
from pathlib import Path

import pytest

from incidentrepo.findings import Report
from incidentrepo.gates import judge_change
from incidentrepo.store.clone import open_clone
from incidentrepo.store.worktree import worktree_snapshot
from tests.folders import INCIDENT, NOW, RECORD, write_files
from tests.git_repository import GitRepository

RULES = Path(__file__).parent / "rules"
FIXTURES = sorted(path.parent.name for path in RULES.glob("*/base"))


def verdict(repository: GitRepository, *, is_brief: bool) -> Report:
    clone = open_clone(repository.path)
    candidate = worktree_snapshot(clone)
    return judge_change(clone, candidate, head="HEAD", base="main", now=NOW, is_brief=is_brief)


def assert_same_verdict(repository: GitRepository) -> None:
    everything, brief = (verdict(repository, is_brief=is_brief) for is_brief in (False, True))
    assert brief.findings == tuple(finding for finding in everything.findings if not finding.is_old)
    assert brief.incidents == everything.incidents


@pytest.mark.parametrize("side", ("fail", "pass"))
@pytest.mark.parametrize("rule", FIXTURES)
def test_same_verdict(rule: str, side: str, repository: GitRepository) -> None:
    """
    What is new is the same whether both sides are read whole, or only what the change touches.
    """
    replace_files(repository, RULES / rule / "base")
    repository.commit("Base")
    replace_files(repository, RULES / rule / side)

    assert_same_verdict(repository)


def replace_files(repository: GitRepository, source: Path) -> None:
    for path in repository.path.iterdir():
        if path.name != ".git":
            shutil.rmtree(path) if path.is_dir() else path.unlink()
    shutil.copytree(source, repository.path, copy_function=shutil.copyfile, dirs_exist_ok=True)


NAMES = ("2026-11-01-bees", "2026-11-02-canoe", "2026-11-03-drain", "2026-11-04-eels", "2026-11-05-ferry")
OVER = "declared_at: 2026-11-02T09:14:00Z\nresolved_at: 2026-11-02T11:05:00Z\n"
LIVES = (
    "status: open\nseverity: SEV3\n",
    f"status: resolved\nseverity: SEV2\n{OVER}",
    f"status: closed\nseverity: SEV1\n{OVER}",
    "status: fixed\n",
)


def make_record(choose: random.Random, name: str) -> str:
    """Return a record that may be a duplicate, have an alias, and hold links that lead nowhere."""
    others = (*NAMES, "2026-11-09-nowhere", "2026-11-08-old-name")
    spelt = name if choose.random() < 0.9 else choose.choice(NAMES)
    text = f"schema_version: 1\nid: {spelt}\ntitle: It fails\nkind: incident\n{choose.choice(LIVES)}"
    related = [
        f"  {field}: {choose.choice(others)}\n"
        for field in ("duplicate_of", "parent")
        if choose.random() < 0.3
    ]
    if choose.random() < 0.3:
        related.append(f"  repeat_of: [{choose.choice(others)}]\n")
    if choose.random() < 0.3:
        text += f'aliases: ["{choose.choice(others[-2:])}"]\n'
    elif choose.random() < 0.1:
        text += 'aliases: ["\\x32026-11-08-OLD-\\\n  name"]\n'
    return text + ("related:\n" + "".join(related) if related else "")


def path_of(name: str) -> str:
    return f"incidents/2026/11/{name}/incident.yaml"


@pytest.mark.parametrize("seed", range(60))
def test_same_verdict_of_any_change(seed: int, repository: GitRepository) -> None:
    """
    However incidents hang together, nothing new is lost by what is not read, and nothing is made up.
    """
    choose = random.Random(seed)
    present = choose.sample(NAMES, 4)
    write_files(repository.path, {path_of(name): make_record(choose, name) for name in present})
    repository.commit("Base")
    for name in choose.sample(NAMES, 2):
        if name in present and choose.random() < 0.4:
            (repository.path / path_of(name)).unlink()
        else:
            repository.write(path_of(name), make_record(choose, name))

    assert_same_verdict(repository)


def test_only_what_is_touched_is_read(repository: GitRepository) -> None:
    """
    An incident that has nothing to do with the change is not read: one that nobody could read is proof.
    """
    write_files(repository.path, {INCIDENT: RECORD, path_of(NAMES[0]): "id: [\n"})
    repository.commit("Base")
    repository.write(INCIDENT, RECORD + "summary: Changed.\n")

    assert {finding.rule for finding in verdict(repository, is_brief=False).findings} == {"unreadable-file"}
    assert verdict(repository, is_brief=True).findings == ()
