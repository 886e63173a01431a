"""The public edition is the same, however little of it was read."""

import shutil
from datetime import UTC, datetime
from pathlib import Path

from incidentrepo.light_index.world import load_public_records
from incidentrepo.public_edition import redact_for_the_public
from incidentrepo.repository import load_repository
from incidentrepo.resources import resource_folder
from incidentrepo.store.cache import Cache
from incidentrepo.store.folder import folder_snapshot

NOW = datetime(2026, 11, 23, 8, 30, tzinfo=UTC)


def test_same_edition(tmp_path: Path) -> None:
    """
    With and without a cache, and after an incident was withdrawn, the world sees what a full reading shows.
    """
    folder = Path(shutil.copytree(resource_folder("example-repo"), tmp_path / "records"))
    cache = Cache(tmp_path / "cache.sqlite")

    for _ in range(3):
        snapshot = folder_snapshot(folder)
        whole = load_repository(snapshot)
        expected = redact_for_the_public(whole, now=NOW)
        repository, names = load_public_records(snapshot, cache=cache)
        assert redact_for_the_public(repository, now=NOW) == expected
        assert names == {name for one in whole.records for name in (one.incident.id, *one.incident.aliases)}
        assert len(expected.incidents) > 1
        _withdraw_one(folder)


def _withdraw_one(folder: Path) -> None:
    for file in sorted(folder.glob("incidents/*/*/*/incident.yaml")):
        text = file.read_text(encoding="utf-8")
        if "visibility: public" in text:
            file.write_text(text.replace("visibility: public", "visibility: withdrawn"), encoding="utf-8")
            return
    raise AssertionError("nothing public is left")
