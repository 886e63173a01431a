"""The organisation's edition is the same, however little of it was read."""

import shutil
from datetime import datetime
from pathlib import Path
from random import Random

import pytest

from incidentrepo.checks import check_repository
from incidentrepo.duties import owed_duties
from incidentrepo.internal_edition import redact_for_the_organisation
from incidentrepo.library import load_library
from incidentrepo.light_index.histories import Histories
from incidentrepo.light_index.organisation import load_organisation_edition
from incidentrepo.model.edition import InternalEdition
from incidentrepo.repository import load_repository
from incidentrepo.resources import resource_folder
from incidentrepo.store.cache import Cache
from incidentrepo.store.folder import folder_snapshot
from tests.folders import FOLDER, ID, INCIDENT, NOW, RECORD, write_files

RULES = Path(__file__).parents[1] / "rules"
SIDES = sorted(path for name in ("fail", "pass", "base") for path in RULES.glob(f"*/{name}"))
NAMES = [f"{path.parent.name}-{path.name}" for path in SIDES]
TWIN = "2026-11-03-twin"
STEPS = 30


def read_whole(folder: Path, *, now: datetime = NOW) -> InternalEdition:
    repository = load_repository(folder_snapshot(folder))
    return redact_for_the_organisation(
        repository,
        now=now,
        duties=owed_duties(repository, now=now),
        findings=check_repository(repository, now=now),
        histories={},
        library=load_library(repository.snapshot),
    )


def read_lightly(folder: Path, cache: Cache, *, now: datetime = NOW) -> InternalEdition:
    return load_organisation_edition(folder_snapshot(folder), cache=cache, now=now, histories=Histories())


def assert_same(one: InternalEdition, other: InternalEdition) -> None:
    assert one == other
    assert [one.read(summary) for summary in one.incidents] == [
        other.read(summary) for summary in other.incidents
    ]


@pytest.mark.parametrize("folder", SIDES, ids=NAMES)
def test_same_edition(folder: Path, tmp_path: Path) -> None:
    """
    Whatever a record has wrong, the edition is what a full reading makes, with and without a cache.
    """
    cache, expected = Cache(tmp_path / "cache.sqlite"), read_whole(folder)

    assert_same(read_lightly(folder, cache), expected)
    assert_same(read_lightly(folder, cache), expected)


@pytest.fixture
def example(tmp_path: Path) -> Path:
    return Path(shutil.copytree(resource_folder("example-repo"), tmp_path / "records"))


def edit(folder: Path, chance: Random) -> None:
    """Change one thing in the example, as somebody might."""
    records = sorted(folder.glob("incidents/*/*/*/incident.yaml"))
    chosen = chance.choice(records)
    text = chosen.read_text(encoding="utf-8")
    match chance.randrange(7):
        case 0:
            chosen.write_text(text.replace("title: ", f"title: N{chance.randrange(9)} ", 1), encoding="utf-8")
        case 1:
            chosen.write_text(text.replace("status: closed", "status: resolved"), encoding="utf-8")
        case 2 if len(records) > 3:
            shutil.rmtree(chosen.parent)
        case 3:
            chosen.with_name("postmortem.md").unlink(missing_ok=True)
        case 4:
            name = f"{TWIN}-{chance.randrange(3)}"
            duplicate = f"related: {{duplicate_of: {chosen.parent.name}}}\n"
            write_files(
                folder, {f"incidents/2026/11/{name}/incident.yaml": RECORD.replace(ID, name) + duplicate}
            )
        case 5:
            people = folder / "people.yaml"
            people.write_text(f"{people.read_text(encoding='utf-8')}# {chance.random()}\n", encoding="utf-8")
        case _:
            chosen.with_name("accounts").mkdir(exist_ok=True)
            chosen.with_name("accounts").joinpath("mara.md").write_text(f"{chance.random()}")


@pytest.mark.parametrize("seed", range(2))
def test_random_edits(seed: int, example: Path, tmp_path: Path) -> None:
    """
    After any edit, what was kept of the months that stayed is as good as reading them again.
    """
    chance, cache = Random(seed), Cache(tmp_path / "cache.sqlite")

    for _ in range(STEPS):
        edit(example, chance)
        assert_same(read_lightly(example, cache), read_whole(example))


def test_next_day(tmp_path: Path) -> None:
    """
    What is owed by then is asked of the day, though no file has changed.
    """
    write_files(tmp_path, {INCIDENT: RECORD})
    cache = Cache(tmp_path / "cache.sqlite")
    read_lightly(tmp_path, cache)
    later = NOW.replace(year=NOW.year + 1)

    assert_same(read_lightly(tmp_path, cache, now=later), read_whole(tmp_path, now=later))


def test_damaged_cache(tmp_path: Path) -> None:
    """
    A cache that somebody else wrote in is made anew, and never believed.
    """
    write_files(tmp_path, {INCIDENT: RECORD})
    cache = Cache(tmp_path / "cache.sqlite")
    read_lightly(tmp_path, cache)
    tmp_path.joinpath("cache.sqlite").write_bytes(b"no database")

    assert [one.folder for one in read_lightly(tmp_path, cache).incidents] == [FOLDER]
