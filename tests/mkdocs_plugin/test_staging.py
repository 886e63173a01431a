"""A folder to build in."""

import os
import tempfile
from pathlib import Path

import pytest

from incidentrepo.mkdocs_plugin.staging import open_stage


@pytest.fixture(autouse=True)
def place(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """Where temporary folders go."""
    monkeypatch.setattr(tempfile, "tempdir", os.fspath(tmp_path))
    return tmp_path


def test_gone_afterwards(place: Path) -> None:
    """
    The folder is there, empty and nobody else's, and gone afterwards.
    """
    with open_stage() as stage:
        (stage / "site").mkdir()
        assert stage.stat().st_mode & 0o77 == 0

    assert list(place.iterdir()) == []


def test_what_a_killed_build_left(place: Path) -> None:
    """
    The folder of a build that is no more goes; that of one at work stays, and so does what is none.
    """
    (place / "incidentrepo-site-killed/site").mkdir(parents=True)
    (place / "incidentrepo-site-notes").write_text("mine")
    (place / "other").mkdir()
    (place / "incidentrepo-site-link").symlink_to(place / "other")

    with open_stage() as first, open_stage() as second:
        assert {first, second} < set(place.iterdir())

    assert sorted(path.name for path in place.iterdir()) == [
        "incidentrepo-site-link",
        "incidentrepo-site-notes",
        "other",
    ]
