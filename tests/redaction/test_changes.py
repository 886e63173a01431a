"""Repositories that differ in internal matter alone give the same public site."""

from datetime import UTC, datetime
from pathlib import Path
from random import Random

import pytest

from incidentrepo.changes.example import example_commits
from incidentrepo.cli.site_building import build_audience
from incidentrepo.config.loading import load_config
from incidentrepo.mkdocs_plugin.loading import load_edition
from incidentrepo.model.status import Audience
from incidentrepo.site.making import make_site
from incidentrepo.store.folder import folder_snapshot
from incidentrepo.store.replaying import replay_commits
from tests.git_repository import GitRepository
from tests.redaction.internal_changes import INTERNAL_CHANGES
from tests.source_tree import TOP

EXAMPLE = TOP / "example-repo"
NOW = datetime(2026, 11, 23, 9, tzinfo=UTC)
LATER = datetime(2027, 3, 4, 5, tzinfo=UTC)
COUNT = 50
BUILT_EVERY = 17
SEED = 20261123


@pytest.fixture
def example(tmp_path: Path) -> GitRepository:
    """The example with its history."""
    people = load_config(folder_snapshot(EXAMPLE)).people
    replay_commits(tmp_path / "example", example_commits(EXAMPLE, people))
    repository = GitRepository(tmp_path / "example")
    repository.git("config", "user.name", "Ada Lovelace")
    repository.git("config", "user.email", "ada@example.org")
    return repository


def pages_and_files(repository: GitRepository, now: datetime) -> dict[str, object]:
    """Return all that the public site is made of, before it is poured."""
    site = make_site(load_edition(repository.path, Audience.PUBLIC, now=now, history=False))
    pages: dict[str, object] = {page.path: page for page in site.make_pages()}
    return {**pages, **{asset.path: asset.data for asset in site.assets}}


def build(repository: GitRepository, output: Path, now: datetime) -> dict[str, bytes]:
    build_audience(repository.path, Audience.PUBLIC, output=output, now=now)
    return {
        path.relative_to(output).as_posix(): path.read_bytes() for path in output.rglob("*") if path.is_file()
    }


def test_fifty_internal_changes(example: GitRepository, tmp_path: Path) -> None:
    """
    Fifty internal changes, one on top of the other, leave every byte of the public site as it was.
    """
    chance = Random(SEED)
    before, built = pages_and_files(example, NOW), build(example, tmp_path / "before", NOW)
    wanted = [*INTERNAL_CHANGES, *chance.choices(INTERNAL_CHANGES, k=COUNT - len(INTERNAL_CHANGES))]
    chance.shuffle(wanted)

    for number, change in enumerate(wanted, start=1):
        change(example, chance)
        assert pages_and_files(example, LATER) == before, change.__name__
        if number % BUILT_EVERY == 0 or number == COUNT:
            assert build(example, tmp_path / f"after-{number}", LATER) == built, change.__name__


def test_a_public_change_is_seen(example: GitRepository) -> None:
    """
    One word of a public text is another site: the comparison above could fail.
    """
    before = pages_and_files(example, NOW)
    (page, *_) = sorted(example.path.glob("incidents/*/*/*/public.md"))
    page.write_text(page.read_text(encoding="utf-8") + "\nOne more word.\n", encoding="utf-8")

    assert pages_and_files(example, NOW) != before
