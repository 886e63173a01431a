"""Options in mkdocs.yml."""

from datetime import UTC, date, datetime

import pytest
from mkdocs.config.base import ValidationError

from incidentrepo.mkdocs_plugin.options import FolderOption, MomentOption


@pytest.mark.parametrize(
    ("written", "folder"), (("", ""), ("/", ""), ("a", "a/"), ("/a/b/", "a/b/"), ("a//b", "a/b/"))
)
def test_folder(written: str, folder: str) -> None:
    """
    However its slashes stand, a folder ends in one, and the site's own is empty.
    """
    assert FolderOption().run_validation(written) == folder


@pytest.mark.parametrize("written", ("..", "a/../..", ".git"))
def test_folder_outside(written: str) -> None:
    """
    A folder outside the site, or a hidden one, is refused.
    """
    with pytest.raises(ValidationError, match="leads out of the site"):
        FolderOption().run_validation(written)


@pytest.mark.parametrize(
    "written",
    ("2026-11-02T00:00:00Z", "2026-11-02", date(2026, 11, 2), datetime(2026, 11, 2, tzinfo=UTC)),
)
def test_moment(written: object) -> None:
    """
    A moment is read as text or as YAML reads it.
    """
    assert MomentOption().run_validation(written) == datetime(2026, 11, 2, tzinfo=UTC)


def test_no_moment() -> None:
    """
    Without a moment it is now, which is not for an option to say; what is none is refused.
    """
    assert MomentOption().run_validation(None) is None
    with pytest.raises(ValidationError, match="is not a time"):
        MomentOption().run_validation("noon")
